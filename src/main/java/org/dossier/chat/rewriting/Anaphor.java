package org.dossier.chat.rewriting;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.phrase.NounPhrase;

/// A word of a message that may be an anaphor, with the words around it.
///
/// @param message the message
/// @param word the word in lower case
/// @param start the offset of its start in the message
/// @param end the offset of its end; of "he's" the end of "he"
record Anaphor(MessageWords message, String word, int start, int end) {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)\\b(he|him|his|she|her|it|its|they|them|their|there|then|this|that|these|those)\\b");

  /// Predicates of a following clause, of time or of the weather.
  private static final String CLAUSE_PREDICATE =
      "(?:(?:possible|true|important|necessary|legal|safer?|ok|okay|better|best|worth|hard|easy"
          + "|difficult|likely|normal|common|correct|right|fair|clear|interesting)"
          + " (?:to|that|if|for|when|why|how|what)|because|time|raining|snowing)\\b";

  /// Pleonastic "it", which refers to nothing.
  private static final Pattern PLEONASTIC =
      Pattern.compile(
          "(?i)\\bit(?:['’]s| is| was| will be| would be| has been)?(?: not)?(?: so| very| too)? "
              + CLAUSE_PREDICATE
              + "|\\b(?:is|isn['’]t|was|wasn['’]t) it (?:not |so |very |too |also )*+"
              + CLAUSE_PREDICATE
              + "|\\b(?:does|did|will|would) it (?:take(?! place)|matter)\\b|\\bdo they mean\\b");

  private static final Pattern NEXT = Pattern.compile("\\G ([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*)");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)[,;:.?!]\\s|\\b(?:and|but|if|when|because|while|where|who|which|that|so|or|after"
              + "|before)\\b");

  /// Words after which "that" opens a clause.
  private static final Set<String> SPEECH_VERBS =
      words(
          "say says said saying think know heard hear mean means believe so show shows feel sure"
              + " given told ensure fact agree agreed claim claims true assume see");

  private static final Pattern NEGATION = Pattern.compile("n['’]t$");

  private static final Set<String> DOING = words("do does did done doing");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)^(?:(?:and|but|so) )?how (?:many|much)\\b.* (?:is|are|was|were) there\\W*");

  private static final Set<String> AUXILIARIES =
      words(
          "is are was were be been do does did has have had will would can could should may might"
              + " must");

  /// A question for a time asks for that of an event.
  private static final Pattern TIME_OF_EVENT =
      Pattern.compile(
          "(?i)^(?:(?:and|but|so|ok|okay|then)\\b,? )*(?:when|how long|what time|which day|what date) (?:is|was|were|are|did|does|do|will|has|had|can)\\b.*");

  /// Nouns that make no anaphor: "this year" refers to the calendar, "this way" to nothing.
  private static final Set<String> TIME_NOUNS =
      words(
          "year month week morning afternoon evening night day fall spring summer winter autumn"
              + " time century decade weekend way means");

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /// The pattern of the words in a text.
  static Pattern pattern() {
    return WORDS;
  }

  static Anaphor at(MatchResult found, MessageWords message) {
    var word = found.group(1).toLowerCase(Locale.ROOT);
    return new Anaphor(message, word, found.start(), found.end());
  }

  /// The word after it, in lower case; empty if a punctuation mark or the end follows.
  String next() {
    var matcher = NEXT.matcher(message.text());
    return matcher.find(end) ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  /// The word before it, in lower case; empty if there is no space before it.
  String previous() {
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

  /// True if the message asks for the time of what it refers to, which is no country or person.
  boolean isOfEvent() {
    return TIME_OF_EVENT.matcher(message.text()).matches();
  }

  /// True for a pleonastic pronoun: "is it possible to …".
  boolean isPleonastic() {
    var matcher = PLEONASTIC.matcher(message.text());
    while (matcher.find()) {
      if (matcher.start() <= start && end <= matcher.end()) {
        return true;
      }
    }
    return false;
  }

  /// True if the message names a person or thing before it.
  boolean isNamedBefore() {
    return message.phrases().stream()
        .anyMatch(phrase -> phrase.own().end() <= start && phrase.kind() != NounPhrase.Kind.DATE);
  }

  /// True if the message names a person or thing in an earlier clause: "Who is Ada Berg, and where
  /// does she live?"
  boolean isNamedInClauseBefore() {
    return message.phrases().stream()
        .filter(phrase -> phrase.own().end() <= start && phrase.kind() != NounPhrase.Kind.DATE)
        .anyMatch(
            phrase -> CLAUSE.matcher(message.text().substring(phrase.own().end(), start)).find());
  }

  /// True if it follows a noun phrase directly: "the money they use", "the talks that were held".
  boolean opensRelativeClause() {
    return message.phrases().stream().anyMatch(phrase -> phrase.own().end() == start - 1);
  }

  /// True for "that" after a verb of saying: "they say that …".
  boolean opensSaidClause() {
    return word.equals("that") && SPEECH_VERBS.contains(previous());
  }

  boolean isPronoun() {
    return next().isEmpty() || AUXILIARIES.contains(next());
  }

  /// True after an auxiliary such as "is" or "wasn't".
  boolean isAfterAuxiliary() {
    return AUXILIARIES.contains(NEGATION.matcher(previous()).replaceFirst(""));
  }

  boolean isBeforeAuxiliary() {
    return AUXILIARIES.contains(next());
  }

  boolean isOfTime() {
    return isTimeNoun(next());
  }

  /// True for a noun such as "year", which refers to the calendar.
  static boolean isTimeNoun(String noun) {
    return TIME_NOUNS.contains(noun);
  }

  /// True for the object of "do" at the end: "Who did that?" refers to a verb.
  boolean isOfDo() {
    return next().isEmpty() && DOING.contains(previous());
  }

  /// True if the message asks for the number of what exists: "How many were there?"
  boolean isCounted() {
    return COUNTED.matcher(message.text()).matches();
  }
}
