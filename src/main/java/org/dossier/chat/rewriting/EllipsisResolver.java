package org.dossier.chat.rewriting;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.PersonNames;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// Completes elliptical messages, which state only the difference from the previous question: "and
/// when?", "what about 2014?", "and in Germany?".
final class EllipsisResolver {
  private static final String AUXILIARY =
      "(did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|may|might)";

  private static final String OPENING = "(?i)^(?:(?:and|but|so|ok|okay|well|also|or|then)\\b,? )*+";

  /// A question word without a subject.
  private static final Pattern QUESTION_WORD =
      Pattern.compile(
          OPENING
              + "((?:since |until |at |for |by )?(?:when|where|why|how long|how often|how many|how much|how|who|whom|what time))"
              + "(?: exactly| else| so| then| precisely| (?:is|was|were|are|did) (?:that|this|it)(?: happen)?)?[?.! ]*$");

  private static final Pattern WHAT_ABOUT =
      Pattern.compile(
          "(?i)^(?:(?:and|but|so|ok|okay|well|also|or|then)\\b,? )*?"
              + "((?:what|how) about|what of|i (?:meant|mean)|and|or|but|also)\\b,? (.+?)[?.! ]*$");

  /// The topic in brackets that was added to a question without a subject.
  private static final Pattern IN_BRACKETS =
      Pattern.compile(Pattern.quote(Antecedents.TOPIC_IN_BRACKETS) + ".*\\)$");

  /// The questions before the last one.
  private static final Pattern QUESTIONS_BEFORE = Pattern.compile("^.*[?？]\\s+(?=[^\\s(])");

  private static final Pattern PREPOSITIONAL =
      Pattern.compile(
          "(?i)(in|at|on|for|with|to|from|about|by|under|of|during|since|before|after|between|against) (.+)");

  /// A question for a circumstance (time, place, reason, manner) of a complete clause.
  private static final Pattern CIRCUMSTANCE =
      Pattern.compile(
          "(?i)^(?:since when|when|where|why|how long|how often|how) " + AUXILIARY + " (.+)$");

  private static final Pattern YES_OR_NO = Pattern.compile("(?i)^" + AUXILIARY + " (.+)$");
  private static final Pattern OBJECT =
      Pattern.compile("(?i)^(?:who|whom|what) " + AUXILIARY + " (.+)$");

  /// A possessive of the person who is replaced: nothing is known of the other one.
  private static final Pattern POSSESSIVE =
      Pattern.compile(
          "(?<= )(?:his|her)(?= (?!and\\b|or\\b|to\\b|in\\b|for\\b|at\\b|on\\b|by\\b)\\p{L})");

  private static final Pattern DANGLING =
      Pattern.compile("(?i) (?:with|for|to|from|about|at|in|on|by|of)$");
  private static final int MAX_WORDS = 30;

  /// Room for a preposition and an article before a date.
  private static final int PREPOSITION_LENGTH = "during the ".length();

  private EllipsisResolver() {}

  /// The message completed from the previous question, or from the last one of several; empty if
  /// the message is not elliptical, or cannot be combined with the question.
  static Optional<String> resolve(String previous, String message) {
    var question = bare(previous);
    var bracket =
        IN_BRACKETS.matcher(previous).results().map(MatchResult::group).collect(joining());
    if (question.split(" ").length > MAX_WORDS) {
      return Optional.empty();
    }
    var asked = QUESTION_WORD.matcher(message);
    if (asked.matches()) {
      return graft(question, asked.group(1)).map(whole -> whole + bracket);
    }
    var about = WHAT_ABOUT.matcher(message);
    return about.matches()
        ? switchTopic(question, about.group(2)).map(whole -> whole + bracket)
        : Optional.empty();
  }

  /// True if the message is elliptical.
  static boolean isElliptical(String message) {
    var about = WHAT_ABOUT.matcher(message);
    return QUESTION_WORD.matcher(message).matches()
        || (about.matches() && about.group(1).contains(" "));
  }

  /// True if the message is only a question word: "And why?"
  static boolean isQuestionWord(String message) {
    return QUESTION_WORD.matcher(message).matches();
  }

  /// The question without final punctuation and without the topic in brackets.
  private static String bare(String question) {
    var last = QUESTIONS_BEFORE.matcher(question).replaceFirst("");
    return IN_BRACKETS.matcher(last).replaceFirst("").replaceFirst("(?<![?.! ])[?.! ]++$", "");
  }

  private static Optional<String> graft(String previous, String word) {
    for (var form : List.of(CIRCUMSTANCE, YES_OR_NO)) {
      var matcher = form.matcher(previous);
      if (matcher.matches()) {
        return Optional.of(asking(word, matcher.group(1), matcher.group(2)));
      }
    }
    var matcher = OBJECT.matcher(previous);
    if (matcher.matches() && opensWithPhrase(matcher.group(2))) {
      var rest = DANGLING.matcher(matcher.group(2)).replaceFirst("");
      return Optional.of(asking(word, matcher.group(1), rest));
    }
    return Optional.empty();
  }

  private static String asking(String word, String auxiliary, String rest) {
    var lower = word.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(lower.charAt(0))
        + lower.substring(1)
        + " "
        + auxiliary.toLowerCase(Locale.ROOT)
        + " "
        + rest
        + "?";
  }

  private static boolean opensWithPhrase(String rest) {
    return NounPhraseChunker.chunk(rest).stream().anyMatch(phrase -> phrase.own().start() == 0);
  }

  /// True if the words are exactly one phrase.
  private static boolean isPhrase(String words) {
    return NounPhraseChunker.chunk(words).stream()
        .anyMatch(phrase -> phrase.whole().length() == words.length());
  }

  private static Optional<String> switchTopic(String previous, String topic) {
    var phrases = NounPhraseChunker.chunk(topic);
    boolean date =
        phrases.size() == 1
            && phrases.getFirst().kind() == NounPhrase.Kind.DATE
            && phrases.getFirst().own().length() + PREPOSITION_LENGTH >= topic.length();
    if (date) {
      return Optional.of(replaceDate(previous, topic, phrases.getFirst().own().of(topic)));
    }
    var matcher = PREPOSITIONAL.matcher(topic);
    if (matcher.matches()) {
      return isPhrase(matcher.group(2))
          ? Optional.of(replacePlace(previous, matcher.group(1), matcher.group(2)))
          : Optional.empty();
    }
    return replaceName(previous, topic);
  }

  private static String replaceDate(String previous, String topic, String date) {
    var before =
        NounPhraseChunker.chunk(previous).stream()
            .filter(phrase -> phrase.kind() == NounPhrase.Kind.DATE)
            .reduce((first, second) -> second);
    if (before.isPresent()) {
      return replace(previous, before.get(), date);
    }
    var preposition = topic.equals(date) && Character.isDigit(date.charAt(0)) ? "in " : "";
    return previous + " " + preposition + topic + "?";
  }

  private static String replacePlace(String previous, String preposition, String topic) {
    return NounPhraseChunker.chunk(previous).stream()
        .filter(phrase -> phrase.preposition().equalsIgnoreCase(preposition))
        .reduce((first, second) -> second)
        .map(phrase -> replace(previous, phrase, topic))
        .orElseGet(() -> previous + " " + preposition.toLowerCase(Locale.ROOT) + " " + topic + "?");
  }

  /// Replaces the first name of the same kind, or else the first name.
  private static Optional<String> replaceName(String previous, String topic) {
    var phrases = NounPhraseChunker.chunk(topic);
    if (!isPhrase(topic) || phrases.getFirst().kind() != NounPhrase.Kind.NAME) {
      return Optional.empty();
    }
    var names =
        NounPhraseChunker.chunk(previous).stream()
            .filter(phrase -> phrase.kind() == NounPhrase.Kind.NAME)
            .toList();
    return names.stream()
        .filter(phrase -> kind(phrase.own().of(previous)).equals(kind(topic)))
        .findFirst()
        .or(() -> names.stream().findFirst())
        .map(phrase -> replace(previous, phrase, topic))
        .map(question -> POSSESSIVE.matcher(question).replaceAll("their"));
  }

  private static String kind(String name) {
    return Aliases.isCountry(name) ? "country" : PersonNames.isFullName(name) ? "person" : "other";
  }

  private static String replace(String previous, NounPhrase phrase, String words) {
    return previous.substring(0, phrase.own().start())
        + words
        + previous.substring(phrase.own().end())
        + "?";
  }
}
