package org.dossier.chat.about;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Compiles the patterns of a table to regular expressions for normalized messages.
///
/// A pattern is a sequence of words. `(a|b c)` is a choice, `<name>` a definition of the table, and
/// a question mark makes the word, choice or definition before it optional: `how are (you|u)
/// today?`. No pattern repeats without limit, so matching takes constant time per message.
final class PatternCompiler {
  private static final Pattern TOKEN = Pattern.compile("<([\\w-]+)>|[()|?]|[^\\s()|?<>]+");

  private final Map<String, String> definitions = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /// Defines `<name>` for the patterns that follow.
  void define(String name, String pattern) {
    definitions.put(name, compile(pattern));
  }

  /// The normalized words of all compiled patterns.
  Set<String> words() {
    return words;
  }

  /// The regular expression for a choice of patterns.
  String compile(List<String> patterns) {
    return compile(String.join("|", patterns));
  }

  /// The regular expression for a pattern.
  ///
  /// @throws IllegalArgumentException if it uses an unknown definition or an unknown character
  String compile(String pattern) {
    var expression = new StringBuilder("(?:");
    var matcher = TOKEN.matcher(pattern);
    int end = 0;
    while (matcher.find()) {
      checkBlank(pattern.substring(end, matcher.start()), pattern);
      end = matcher.end();
      expression.append(
          switch (matcher.group()) {
            case "(" -> "(?:";
            case ")", "|", "?" -> matcher.group();
            default -> matcher.group(1) == null ? word(matcher.group()) : named(matcher.group(1));
          });
    }
    checkBlank(pattern.substring(end), pattern);
    return expression.append(')').toString();
  }

  private static void checkBlank(String between, String pattern) {
    if (!between.isBlank()) {
      throw new IllegalArgumentException("no pattern: " + pattern);
    }
  }

  private String word(String word) {
    var normalized = MessageNormalizer.normalize(word);
    words.addAll(List.of(normalized.split(" ")));
    return "(?:" + normalized + ")";
  }

  private String named(String name) {
    var definition = definitions.get(name);
    if (definition == null) {
      throw new IllegalArgumentException("no definition of <" + name + ">");
    }
    return definition;
  }
}
