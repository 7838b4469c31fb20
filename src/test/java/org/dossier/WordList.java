package org.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words to avoid, as the table of docs/style.md lists them.
final class WordList {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| [^|]+ \\|$");
  private static final Pattern EXAMPLE =
      Pattern.compile("```[\\s\\S]*?```|`[^`]*`|“[^”]*”|\"[^\"\\n]*\"");
  private static final Pattern HEADLESS = Pattern.compile("^(What|Whatever|Who|Whoever)\\b");
  private static final Pattern QUESTION = Pattern.compile("^[^.]*\\?");

  private final List<String> words;
  private final Pattern pattern;

  private WordList(List<String> words) {
    this.words = words;
    this.pattern =
        Pattern.compile(
            words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|", "(?i)(?<![\\w-])(?:", ")(?![\\w-])")));
  }

  static WordList read(Path page) {
    try {
      var words = new ArrayList<String>();
      for (var row : ROW.matcher(Files.readString(page)).results().toList()) {
        if (!row.group(1).equals("Avoid") && !row.group(1).startsWith("-")) {
          words.addAll(List.of(row.group(1).split(", ")));
        }
      }
      return new WordList(List.copyOf(words));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> words() {
    return words;
  }

  /// Occurrences in `text` outside examples, in order; their offsets are those of `text`.
  Stream<MatchResult> occurrences(String text) {
    return pattern.matcher(withoutExamples(text)).results();
  }

  Optional<String> findIn(String text) {
    return occurrences(text).map(MatchResult::group).findFirst();
  }

  /// Whether a definition begins with a clause instead of the noun that it defines.
  static boolean isHeadless(String text) {
    return HEADLESS.matcher(text).find() && !QUESTION.matcher(text).find();
  }

  /// Each character of an example becomes an underscore, so that offsets and lines remain.
  private static String withoutExamples(String text) {
    return EXAMPLE.matcher(text).replaceAll(example -> example.group().replaceAll("[^\\n]", "_"));
  }
}
