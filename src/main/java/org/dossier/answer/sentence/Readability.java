package org.dossier.answer.sentence;

import java.util.regex.Pattern;

/// Recognizes sentences that can be part of an answer.
public final class Readability {
  private static final int MIN_WORDS = 5;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern QUESTION = Pattern.compile("\\?[!?]{0,2}[\"'”’»)*_]{0,3}\\s*$");

  /// The welcome of a programme, after the name of its host.
  private static final Pattern GREETING =
      Pattern.compile(
          "(?s)(?:[^:]{1,60}: )?(?:good (?:morning|afternoon|evening|day)|hello|hi|welcome|thank you|thanks)\\b[^!:]{0,60}[.!]?",
          Pattern.CASE_INSENSITIVE);

  private Readability() {}

  /// False for headings, fragments, questions and greetings.
  public static boolean isReadable(String sentence) {
    var text = sentence.strip();
    return SPACE.splitAsStream(text).count() >= MIN_WORDS && isAnswer(text);
  }

  /// False for a question or a greeting of an article, which answers nothing.
  public static boolean isAnswer(String sentence) {
    return !isQuestion(sentence) && !GREETING.matcher(sentence).matches();
  }

  public static boolean isQuestion(String sentence) {
    return QUESTION.matcher(sentence).find();
  }
}
