package org.dossier.llm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Alternative parts of a prompt, read from a file: under each line `[heading]` the text of that
/// part, which may contain placeholders such as `{{period}}`.
///
/// @param version the file's name and a hash of its content: `kinds:3f2a9c01d2e4`
public record PromptSections(String version, Map<String, String> sections) {
  public PromptSections {
    sections = Map.copyOf(sections);
  }

  /// The parts in the file's content. The lines of a part become one line.
  ///
  /// @param name the name of the file without its extension
  /// @param required the headings, each with the names of its placeholders; no others are allowed
  /// @throws InvalidModelSettingsException if the content is invalid
  static PromptSections parse(String name, String content, Map<String, Set<String>> required) {
    var sections = sections(name, content);
    if (!sections.keySet().equals(required.keySet())) {
      throw PromptFile.faulty(
          name,
          "it has the headings %s but must have %s"
              .formatted(enumerate(sections.keySet()), enumerate(required.keySet())));
    }
    sections.forEach((heading, text) -> {
      if (text.isEmpty()) {
        throw PromptFile.faulty(name, "[%s] has no text".formatted(heading));
      }
      PromptFile.checkParts(name, text, required.getOrDefault(heading, Set.of()));
    });
    return new PromptSections(PromptFile.version(name, content), sections);
  }

  private static Map<String, String> sections(String name, String content) {
    var sections = new LinkedHashMap<String, String>();
    var heading = "";
    for (var line : content.lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        heading = line.substring(1, line.length() - 1);
        if (sections.put(heading, "") != null) {
          throw PromptFile.faulty(name, "it has [%s] twice".formatted(heading));
        }
      } else if (!line.isEmpty()) {
        if (heading.isEmpty()) {
          throw PromptFile.faulty(name, "its first line must be a heading in square brackets");
        }
        sections.merge(heading, line, (text, next) -> (text + " " + next).strip());
      }
    }
    return sections;
  }

  /// The part under `heading`, with every placeholder replaced by its value.
  ///
  /// @throws IllegalArgumentException if no part has this heading
  public String fill(String heading, Map<String, String> parts) {
    var text = sections.get(heading);
    if (text == null) {
      throw new IllegalArgumentException("no prompt for " + heading);
    }
    return PromptFile.fill(text, parts);
  }

  private static String enumerate(Set<String> headings) {
    return new TreeSet<>(headings)
        .stream().map(heading -> "[" + heading + "]").collect(Collectors.joining(" "));
  }
}
