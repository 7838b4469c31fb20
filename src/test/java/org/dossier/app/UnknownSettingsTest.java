package org.dossier.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.web.DefaultProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DefaultProfile.class)
class UnknownSettingsTest {
  @Test
  void misspeltSettingIsReportedWithTheNearest() {
    assertThat(UnknownSettings.warnings(Set.of("DOSSIER_MODLE", "DOSSIER_MODEL", "PATH")))
        .containsExactly(
            "DOSSIER_MODLE is not a setting and has no effect: did you mean DOSSIER_MODEL?");
    assertThat(UnknownSettings.warnings(Set.of("DOSSIER_FROBNICATE")))
        .containsExactly(
            "DOSSIER_FROBNICATE is not a setting and has no effect"
                + " (docs/reference/configuration.md lists the settings)");
  }

  @Test
  void everyDocumentedSettingIsKnown() throws IOException {
    var documented =
        Pattern.compile("(?m)^\\| `(dossier\\.[^`]+)` \\|")
            .matcher(Files.readString(Path.of("docs/reference/configuration.md")))
            .results()
            .map(row -> row.group(1).replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(documented).hasSizeGreaterThan(50);
    assertThat(UnknownSettings.warnings(documented)).isEmpty();
  }

  @Test
  void variablesOfTheLauncherAndOfKubernetesAreNoSettings() {
    assertThat(
            UnknownSettings.warnings(
                Set.of(
                    "DOSSIER_JAVA_OPTIONS",
                    "DOSSIER_TOKEN",
                    "DOSSIER_SERVICE_HOST",
                    "DOSSIER_PORT_8080_TCP_ADDR")))
        .isEmpty();
  }
}
