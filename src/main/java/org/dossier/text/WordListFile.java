package org.dossier.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A word list in a resource next to a class: a file of lines under `[headings]`, with `#` for
/// comments.
public final class WordListFile {
  private static final Pattern COMMA = Pattern.compile("\\s*+,\\s*+");

  private final String name;
  private final Map<String, List<String>> lines;

  private WordListFile(String name, Map<String, List<String>> lines) {
    this.name = name;
    this.lines = lines;
  }

  /// Reads one of the files of this package.
  public static WordListFile read(String name) {
    return read(WordListFile.class, name);
  }

  /// Reads the resource `name` in the package of `owner`.
  ///
  /// @throws IllegalStateException if the file is missing, or a line precedes the first heading
  public static WordListFile read(Class<?> owner, String name) {
    try (var stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the word list " + name + " is missing");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new WordListFile(name, parse(name, reader.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the word list " + name, e);
    }
  }

  private static Map<String, List<String>> parse(String name, List<String> file) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> current = null;
    for (String raw : file) {
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        String heading = line.substring(1, line.length() - 1);
        current = sections.computeIfAbsent(heading, _ -> new ArrayList<>());
      } else if (current == null) {
        throw new IllegalStateException(name + ": a line before the first [heading]: " + line);
      } else {
        current.add(line);
      }
    }
    return sections;
  }

  /// The headings of the file.
  public Set<String> headings() {
    return lines.keySet();
  }

  /// The lines under `heading`, in the order of the file.
  public List<String> lines(String heading) {
    return Objects.requireNonNull(lines.get(heading), () -> name + " has no [" + heading + "]");
  }

  /// The lines under `heading`, in the order of the file; empty if the file has no such heading.
  public List<String> linesOrNone(String heading) {
    return lines.getOrDefault(heading, List.of());
  }

  /// The words under `heading`, which commas or line ends separate in the file.
  public Set<String> words(String heading) {
    return lines(heading).stream()
        .flatMap(COMMA::splitAsStream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
