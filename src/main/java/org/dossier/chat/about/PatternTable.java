package org.dossier.chat.about;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;

/// The patterns of one language: the file `patterns-<language>.txt`. Its sections:
///
/// - `[definitions]`: `name = pattern`, usable as `<name>` further down.
/// - `[opening]` and `[closing]`: polite words before and after any topic, with greetings and
///   thanks.
/// - a section for each topic, with rows `pattern :: example / example`. Patterns of `[topic:
///   first]` apply at the beginning of a conversation only, those of `[topic: later]` only after a
///   question.
/// - `[topic: not]`: messages that do not have this topic.
final class PatternTable {
  /// The topics that may be combined with another one: "Hi, how are you? Thanks, bye."
  private static final List<AboutTopic> COURTESIES =
      List.of(
          AboutTopic.HOW_ARE_YOU,
          AboutTopic.GOODBYE,
          AboutTopic.THANKS,
          AboutTopic.GREETING,
          AboutTopic.ACKNOWLEDGEMENT);

  private static final Pattern COLUMNS = Pattern.compile("\\s*::\\s*");
  private static final Pattern EXAMPLES = Pattern.compile("\\s*/\\s*");
  private static final Pattern DEFINITION = Pattern.compile("\\s*=\\s*");

  private final WordListFile file;
  private final PatternCompiler compiler = new PatternCompiler();
  private final Map<AboutTopic, TopicMatcher> first = new EnumMap<>(AboutTopic.class);
  private final Map<AboutTopic, TopicMatcher> later = new EnumMap<>(AboutTopic.class);
  private String opening = "";
  private String closing = "";

  private PatternTable(WordListFile file) {
    this.file = file;
  }

  /// When a row applies.
  enum Condition {
    ALWAYS(""),
    FIRST(": first"),
    LATER(": later");

    private final String suffix;

    Condition(String suffix) {
      this.suffix = suffix;
    }
  }

  /// A row of the table.
  ///
  /// @param examples messages that the pattern matches; at least one
  record Row(Condition condition, String pattern, List<String> examples) {}

  /// The expressions for messages on one topic.
  ///
  /// @param alone without other topics and polite words
  /// @param polite with them
  private record TopicMatcher(Pattern alone, Pattern polite) {}

  static PatternTable read(String language) {
    var table =
        new PatternTable(WordListFile.read(PatternTable.class, "patterns-" + language + ".txt"));
    table.compile();
    return table;
  }

  private void compile() {
    for (var line : file.lines("definitions")) {
      var parts = DEFINITION.split(line, 2);
      compiler.define(parts[0], parts[1]);
    }
    var courtesies =
        compiler.compile(
            COURTESIES.stream()
                .flatMap(topic -> rows(topic).stream())
                .filter(row -> row.condition() == Condition.ALWAYS)
                .map(Row::pattern)
                .toList());
    opening = "(?:%s|%s){0,4}".formatted(compiler.compile(file.lines("opening")), courtesies);
    closing = "(?:%s|%s){0,3}".formatted(compiler.compile(file.lines("closing")), courtesies);
    for (var topic : AboutTopic.values()) {
      first.put(topic, matcher(topic, Condition.LATER));
      later.put(topic, matcher(topic, Condition.FIRST));
    }
  }

  private TopicMatcher matcher(AboutTopic topic, Condition excluded) {
    var patterns =
        rows(topic).stream().filter(row -> row.condition() != excluded).map(Row::pattern).toList();
    var expression = patterns.isEmpty() ? "(?!)" : compiler.compile(patterns);
    return new TopicMatcher(
        Pattern.compile(expression), Pattern.compile(opening + expression + closing));
  }

  /// The topic of a normalized message; empty if the message is about anything else.
  Optional<AboutTopic> topic(String normalized, boolean atBeginning) {
    // Most messages contain a word that occurs in no pattern.
    if (!compiler.words().containsAll(List.of(normalized.split(" ")))) {
      return Optional.empty();
    }
    var matchers = atBeginning ? first : later;
    return find(matchers, matcher -> matcher.alone().matcher(normalized).matches())
        .or(() -> find(matchers, matcher -> matcher.polite().matcher(normalized).matches()));
  }

  private static Optional<AboutTopic> find(
      Map<AboutTopic, TopicMatcher> matchers, Predicate<TopicMatcher> condition) {
    return matchers.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The rows of a topic.
  List<Row> rows(AboutTopic topic) {
    return Arrays.stream(Condition.values())
        .flatMap(condition ->
            file.linesOrNone(topic.key() + condition.suffix).stream()
                .map(line -> row(condition, line)))
        .toList();
  }

  /// The regular expression for normalized messages of one row.
  String expression(Row row) {
    return opening + compiler.compile(row.pattern()) + closing;
  }

  private static Row row(Condition condition, String line) {
    var columns = COLUMNS.split(line, 2);
    if (columns.length < 2) {
      throw new IllegalStateException("a pattern without an example: " + line);
    }
    return new Row(condition, columns[0], List.of(EXAMPLES.split(columns[1])));
  }

  /// Messages that the patterns of the topic do not match.
  List<String> counterexamples(AboutTopic topic) {
    return file.linesOrNone(topic.key() + ": not");
  }
}
