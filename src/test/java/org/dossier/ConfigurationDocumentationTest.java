package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds docs/configuration.md to the settings that the code really has.
class ConfigurationDocumentationTest {
  private static final Path PAGE = Path.of("docs/configuration.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(dossier\\.[a-z0-9.-]+)` \\| (?:`([^`]*)`|–) \\| .{10,} \\|$", Pattern.MULTILINE);

  @Test
  void everySettingIsDocumentedWithItsDefault() throws IOException {
    assertThat(documented()).containsExactlyInAnyOrderEntriesOf(Settings.withDefaults());
  }

  private static Map<String, String> documented() throws IOException {
    var rows = new TreeMap<String, String>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> rows.put(row.group(1), Optional.ofNullable(row.group(2)).orElse("")));
    return rows;
  }
}
