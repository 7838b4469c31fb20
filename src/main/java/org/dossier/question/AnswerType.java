package org.dossier.question;

import java.util.List;
import java.util.regex.Pattern;

/// The expected answer type of a question, detected by its question words.
public enum AnswerType {
  TIME(
      "when|since when|(what|which) (date|day|year|month|week|decade|century|time)",
      "wann|seit wann|quand|cuándo|quando|когда|متى|چه زمانی|کی"),
  QUANTITY(
      "how (many|much|long|far|old|often|tall|high|large|big|fast|heavy|deep)"
          + "|(what|which) (number|percentage|percent|share|proportion|price|amount|age|rate)",
      "wie ?viele?|wie (lange|weit|alt|oft|hoch)|combien|cuánt[oa]s?|quant[oiae]|сколько|كم|چند"),
  PERSON(
      "who|whom|whose|by whom", "wer|wem|wen|wessen|qui|quién|quiénes|chi|кто|кого|кому|من|چه کسی"),
  PLACE(
      "where|(what|which) (country|city|state|town|place|region|county|continent|nation)",
      "wo|woher|wohin|où|dónde|dove|где|куда|أين|کجا"),
  ANY("", "");

  private final Pattern words;

  AnswerType(String english, String others) {
    words =
        Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])(" + english + "|" + others + ")(?![\\p{L}\\p{M}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static final Pattern ASKING =
      Pattern.compile(
          "[?؟？]|^\\s*(who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did"
              + "|has|have|had|can|could|will|would|should)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<AnswerType> NAMED = List.of(TIME, QUANTITY, PERSON, PLACE);

  /// Returns whether `text` is a question, by its question mark or its first word; false for claims
  /// and lists of key words.
  public static boolean isQuestion(String text) {
    return ASKING.matcher(text).find();
  }

  /// The type whose question words come first in `question`; [#ANY] if it has no question word.
  public static AnswerType of(String question) {
    var type = ANY;
    int first = Integer.MAX_VALUE;
    for (var candidate : NAMED) {
      var matcher = candidate.words.matcher(question);
      if (matcher.find() && matcher.start() < first) {
        type = candidate;
        first = matcher.start();
      }
    }
    return type;
  }
}
