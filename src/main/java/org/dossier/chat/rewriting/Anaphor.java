package org.dossier.chat.rewriting;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.phrase.NounPhrase;

/// A word of a message that may point back, and what stands around it.
///
/// @param message that it stands in
/// @param word in lower case
/// @param start where it starts in the message
/// @param end where it ends; of "he's" the "he"
record Anaphor(MessageWords message, String word, int start, int end) {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(he|him|his|she|her|it|its|they|them|their|there|then|this|that|these|those)\\b");

  /// What is said of a clause that follows, or of the weather.
  private static final String OF_A_CLAUSE =
      "(?:(?:possible|true|important|necessary|legal|safer?|ok|okay|better|best|worth|hard|easy"
          + "|difficult|likely|normal|common|correct|right|fair|clear|interesting)"
          + " (?:to|that|if|for|when|why|how|what)|because|time|raining|snowing)\\b";

  /// "it" that stands for nothing.
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)\\bit(?:['’]s| is| was| will be| would be| has been)?(?: not)?(?: so| very| too)? "
              + OF_A_CLAUSE
              + "|\\b(?:is|isn['’]t|was|wasn['’]t) it (?:not |so |very |too |also )*+"
              + OF_A_CLAUSE
              + "|\\b(?:does|did|will|would) it (?:take(?! place)|matter)\\b|\\bdo they mean\\b");

  private static final Pattern NEXT = Pattern.compile("\\G ([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*)");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)[,;:.?!]\\s|\\b(?:and|but|if|when|because|while|where|who|which|that|so|or|after"
              + "|before)\\b");

  /// Behind these "that" opens a clause.
  private static final Set<String> OF_SAYING =
      words(
          "say says said saying think know heard hear mean means believe so show shows feel sure"
              + " given told ensure fact agree agreed claim claims true assume see");

  private static final Set<String> AUXILIARIES =
      words(
          "is are was were be been do does did has have had will would can could should may might"
              + " must");

  /// "this year" points at the calendar, "this way" at nothing.
  private static final Set<String> OF_TIME =
      words(
          "year month week morning afternoon evening night day fall spring summer winter autumn"
              + " time century decade weekend way means");

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /// Finds them in a text.
  static Pattern pattern() {
    return WORDS;
  }

  static Anaphor at(MatchResult found, MessageWords message) {
    var word = found.group(1).toLowerCase(Locale.ROOT);
    return new Anaphor(message, word, found.start(), found.end());
  }

  /// The word behind it, in lower case; empty where a mark or nothing stands there.
  String next() {
    var matcher = NEXT.matcher(message.text());
    return matcher.find(end) ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /// The word before it, likewise.
  String last() {
    int end = start - 1;
    if (end < 0 || message.text().charAt(end) != ' ') {
      return "";
    }
    int from = end;
    while (from > 0 && isPartOfWord(message.text().codePointBefore(from))) {
      from = message.text().offsetByCodePoints(from, -1);
    }
    return message.text().substring(from, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isPartOfWord(int c) {
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> c == '’' || c == '\'' || c == '-';
    };
  }

  /// "it" that stands for nothing: "is it possible to …".
  boolean standsForNothing() {
    var matcher = NOTHING.matcher(message.text());
    while (matcher.find()) {
      if (matcher.start() <= start && end <= matcher.end()) {
        return true;
      }
    }
    return false;
  }

  /// Whether the message has named somebody or something before.
  boolean isNamedBefore() {
    return message.phrases().stream()
        .anyMatch(phrase -> phrase.own().end() <= start && phrase.kind() != NounPhrase.Kind.DATE);
  }

  /// Whether it has in a clause before this one: "Who is Ada Berg, and where does she live?"
  boolean isNamedInClauseBefore() {
    return message.phrases().stream()
        .filter(phrase -> phrase.own().end() <= start && phrase.kind() != NounPhrase.Kind.DATE)
        .anyMatch(
            phrase -> CLAUSE.matcher(message.text().substring(phrase.own().end(), start)).find());
  }

  /// "the money they use", "the talks that were held".
  boolean opensRelativeClause() {
    return message.phrases().stream().anyMatch(phrase -> phrase.own().end() == start - 1);
  }

  /// "they say that …".
  boolean opensSaidClause() {
    return word.equals("that") && OF_SAYING.contains(last());
  }

  boolean standsAlone() {
    return next().isEmpty() || AUXILIARIES.contains(next());
  }

  boolean isAfterAuxiliary() {
    return AUXILIARIES.contains(last());
  }

  boolean isBeforeAuxiliary() {
    return AUXILIARIES.contains(next());
  }

  boolean isOfTime() {
    return OF_TIME.contains(next());
  }
}
