package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dossier.ConfigurationReference.Setting;
import org.junit.jupiter.api.Test;

/// A test that docs/reference/configuration.md matches the settings in the code. The following
/// updates the page: `mvn test -Dquick -Dtest=ConfigurationDocumentationTest -Dwrite`.
class ConfigurationDocumentationTest {
  private static final Path PAGE = Path.of("docs/reference/configuration.md");
  private static final int SHORTEST = 10;

  private final ConfigurationReference reference =
      ConfigurationReference.of(Path.of("src/main/java"));

  ConfigurationDocumentationTest() throws IOException {}

  @Test
  void thePageMatchesTheDocumentationInTheCode() throws IOException {
    var page = Files.readString(PAGE);
    var filled = reference.filled(page);

    if (System.getProperty("write") != null) {
      Files.writeString(PAGE, filled);
      return;
    }
    assertThat(page).as("run again with -Dwrite").isEqualTo(filled);
  }

  @Test
  void everySettingIsDocumented() {
    assertThat(reference.settings().values())
        .hasSizeGreaterThan(50)
        .filteredOn(setting -> setting.words().length() < SHORTEST)
        .extracting(Setting::name)
        .isEmpty();
  }

  @Test
  void missingRowsAreInsertedAndStaleRowsRemoved() {
    var settings = new ConfigurationReference(Map.of());
    assertThat(settings.filled("a\n| `dossier.old` | – | Was there once. |\nb\n"))
        .isEqualTo("a\nb\n");

    var page = "| `dossier.a.x` | `1` | What x is for. |\n\n| `dossier.b.x` | – | What x is. |\n";
    var x = new Setting("dossier.a.x", "1", "What x is for.");
    var y = new Setting("dossier.a.y", "", "What y is for.");
    var z = new Setting("dossier.b.x", "", "What x is.");
    var more = Map.of(x.name(), x, y.name(), y, z.name(), z);
    assertThat(new ConfigurationReference(more).filled(page))
        .isEqualTo(page.replace("\n\n", "\n| `dossier.a.y` | – | What y is for. |\n\n"));
  }
}
