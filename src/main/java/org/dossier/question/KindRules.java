package org.dossier.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;
import org.jspecify.annotations.Nullable;

/// The rules that recognize the kind of a question by its wording: the table `kinds.txt`.
final class KindRules {
  private static final WordListFile FILE = WordListFile.read(KindRules.class, "kinds.txt");
  private static final String SEPARATOR = " :: ";

  /// Longer texts are no questions of these forms, and the work of some patterns grows with the
  /// square of the length.
  static final int MAX_LENGTH = 400;

  private static final String SAY =
      "(?:sa(?:y|ys|id)|thinks?|thought|claim(?:s|ed)?|state[sd]?|stress(?:es|ed)?|announce[sd]?|argue[sd]?"
          + "|tell|tells|told|demand(?:s|ed)?|urge[sd]?|promise[sd]?|warn(?:s|ed)?|comment(?:s|ed)?|believe[sd]?"
          + "|suggest(?:s|ed)?|propose[sd]?|call(?:s|ed)? for|ask(?:s|ed)? for|respond(?:s|ed)?|repl(?:y|ies|ied)"
          + "|declare[sd]?|assert(?:s|ed)?|criticise|criticize|complain(?:s|ed)?|recommend(?:s|ed)?|write|writes|wrote)";

  private static final String ARTICLES =
      "(?:(?:news |newspaper )?(?:articles?|reports|stories|items)|publications)";

  private static final String MENTION =
      "(?:mention(?:s|ed|ing)?|refer(?:s|red|ring)? to|nam(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|deal(?:s|t|ing)? with"
          + "|cover(?:s|ed|ing)?|contain(?:s|ing)?|talk(?:s|ed|ing)? about|(?:write|wrote|written|writes) about"
          + "|report(?:s|ed|ing)? (?:on|about)|speak(?:s|ing)? (?:of|about)|about|on|regarding|concerning"
          + "|with (?:the |a )?(?:mentions?|words?|phrase|names?)(?: of)?)";

  /// Without the verb of another clause: "how many articles of the treaty did they change".
  private static final String SUBJECT =
      "(?:(?!\\b(?:did|do|does|has|have|had|was|were|is|are|would|could)\\b).)+?";

  /// No superlative follows: "what is the longest bridge" asks for a fact.
  private static final String NO_SUPERLATIVE =
      "(?!(?!(?:interest|forest|protest|request|west|rest|test|contest|harvest|arrest|guest|quest|conquest|midwest|northwest"
          + "|southwest|chest|priest)\\b)\\w{2,}est\\b|(?:most|least)\\b)";

  /// A question whether one of two things is more of something than the other one. With an earlier
  /// time, a number or what was expected in the place of the other one, it compares nothing.
  static final String THAN =
      "(?:is|are|was|were|does|do|did|has|have|had|will|would|can) "
          + "(?!(?:it|this|that|there|they|he|she|we|you|i)\\b)(?<first>.+) "
          + "(?<quality>(?:(?:more|less) (?!than\\b)[a-z]+|better|worse|(?!(?:other|rather|over|under|never|ever|after|later|earlier)\\b)[a-z]{3,}er)"
          + "(?: (?!(?:than|other|rather|more|less)\\b)\\S+){0,4}) than "
          + "(?!(?:an? |the )?(?:in|on|at|during|since|when|reported|believed|thought|he|she|they|we|you|i|last|previous|usual|normal|expected|before|ever|once|that|this|it|half|most|all|any|other|others|previously"
          + "|anticipated|planned|initially|first|average|years?|months?|weeks?|days?|\\d\\S*|one|two|three|four|five|six|seven|eight|nine|ten"
          + "|hundreds?|thousands?|millions?)\\b)(?<second>.+)";

  private static final String HERE =
      "in (?:the|this|your|these|all)(?: whole| entire)? (?:archive|articles|reports|stories|news|press|papers)";

  private static final String BY =
      "(?: (?:per|by|each|every|for each|in each|a) (?:year|month|publisher|newspaper|paper|source|outlet)"
          + "| over (?:the years|time)| year by year| month by month)";

  /// The articles among which entities are ranked.
  private static final String AMONG =
      "(?: %HERE%)?(?: (?:in|by) (?:the )?%ARTICLES%(?: (?:that|which))* %MENTION% (?<topic>%SUBJECT%))?";

  private static final String NAMING =
      "(?:(?:is|are|was|were|has|have|been|do|does|did|gets?|got|the|most|often|frequently|commonly) )*"
          + "(?:mentioned|named|cited|covered|discussed|written about|reported on|appear(?:s|ed)?|occur(?:s|red)?|c[ao]mes? up"
          + "|turn(?:s|ed)? up|in the (?:news|press|papers|headlines))(?: the)?(?: most)?(?: often| frequently| commonly| of all)?"
          + AMONG;

  /// In the order in which they are tried.
  private static final List<QuestionKind> ORDER =
      List.of(
          QuestionKind.COMPARE,
          QuestionKind.TIMELINE,
          QuestionKind.COUNT,
          QuestionKind.LATEST,
          QuestionKind.SAID,
          QuestionKind.WHY,
          QuestionKind.LIST,
          QuestionKind.YES_NO,
          QuestionKind.TOPIC,
          QuestionKind.HOW);

  private static final Set<String> FRAME = FILE.words("frame");
  private static final Set<String> ASPECT = FILE.words("aspect");
  private static final List<Row> ROWS = rows();

  private KindRules() {}

  /// A rule.
  ///
  /// @param example a question that it recognizes
  record Row(QuestionKind kind, Pattern pattern, String example) {}

  /// A recognized kind.
  ///
  /// @param topic what the question is about, in its own words; empty if the rule does not say
  /// @param ranking the entities that are to be ranked; `null` if none are
  record Match(QuestionKind kind, String topic, @Nullable EntityRanking ranking) {}

  /// The first rule that matches.
  ///
  /// @param question without polite words before it and punctuation after it; a long one matches no
  ///   rule
  static Optional<Match> match(String question) {
    if (question.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (var row : ROWS) {
      var matcher = row.pattern().matcher(question);
      if (matcher.find()) {
        return Optional.of(new Match(row.kind(), topic(matcher), ranking(matcher)));
      }
    }
    return Optional.empty();
  }

  /// True if `word`, in any case, says what to do with a topic and not what the topic is.
  static boolean isFrame(String word) {
    return FRAME.contains(word.toLowerCase(Locale.ROOT));
  }

  /// True if `word`, in any case, is for a side of a topic and not for the topic itself.
  static boolean isAspect(String word) {
    return ASPECT.contains(word.toLowerCase(Locale.ROOT));
  }

  static List<Row> all() {
    return ROWS;
  }

  private static String topic(Matcher matcher) {
    var topic = group(matcher, "topic");
    var tail = group(matcher, "tail");
    return topic == null ? "" : (topic + (tail == null ? "" : tail)).strip();
  }

  private static @Nullable EntityRanking ranking(Matcher matcher) {
    var noun = group(matcher, "ranked");
    return noun == null ? null : EntityRanking.of(noun);
  }

  private static @Nullable String group(Matcher matcher, String name) {
    return matcher.namedGroups().containsKey(name) ? matcher.group(name) : null;
  }

  private static String expand(String pattern) {
    return pattern
        .replace("%NAMING%", NAMING)
        .replace("%AMONG%", AMONG)
        .replace("%SAY%", SAY)
        .replace("%ARTICLES%", ARTICLES)
        .replace("%MENTION%", MENTION)
        .replace("%SUBJECT%", SUBJECT)
        .replace("%SUPERLATIVE%", NO_SUPERLATIVE)
        .replace("%THAN%", THAN)
        .replace("%HERE%", HERE)
        .replace("%BY%", BY)
        .replace("%NAMED%", EntityRanking.NOUNS);
  }

  private static List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (var kind : ORDER) {
      for (var line : FILE.lines(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
        int end = line.lastIndexOf(SEPARATOR);
        var pattern =
            Pattern.compile(
                expand(line.substring(0, end)), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        rows.add(new Row(kind, pattern, line.substring(end + SEPARATOR.length())));
      }
    }
    return List.copyOf(rows);
  }
}
