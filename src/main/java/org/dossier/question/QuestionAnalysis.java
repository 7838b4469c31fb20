package org.dossier.question;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The analysis of a question.
///
/// @param text the question without polite words
/// @param kind its kind
/// @param topic what it is about, in its own words, without the words that only say what to do with
///   the topic ("tell me about") and without the period; blank if it only names a period, or if all
///   articles are to be counted
/// @param period the period that it names; `null` if it names none or several
/// @param recent true if it asks for what is true or new on the day of asking: "who is the current
///   mayor", "what did the board decide this week"
/// @param sides the standalone parts of a comparison, each with what both are compared in; empty
///   for other kinds
/// @param factual true if it also asks for a fact: "who is the mayor now?" asks for the latest and
///   for a fact
/// @param ranking the entities that are to be ranked by the number of articles that mention them;
///   `null` for other questions
public record QuestionAnalysis(
    String text,
    QuestionKind kind,
    String topic,
    @Nullable Period period,
    boolean recent,
    List<String> sides,
    boolean factual,
    @Nullable EntityRanking ranking) {
  /// The first auxiliary verb: "Who is the mayor?", "How many has the city built?", "Who's there?".
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "^(?:who|what|where|how)(?<contracted>'s)\\b"
              + "|\\b(?:(?<present>is|are|has|have|does|do|can|will|isn't|aren't|hasn't|haven't|doesn't|don't)"
              + "|was|were|did|had|would|could|should|might|wasn't|weren't|didn't)\\b",
          Pattern.CASE_INSENSITIVE);

  public QuestionAnalysis {
    sides = List.copyOf(sides);
  }

  /// The analysis of a question that ranks no entities.
  public QuestionAnalysis(
      String text,
      QuestionKind kind,
      String topic,
      @Nullable Period period,
      boolean recent,
      List<String> sides,
      boolean factual) {
    this(text, kind, topic, period, recent, sides, factual, null);
  }

  /// True if it is in the present tense: "who is the mayor", not "who was" and "who won".
  public boolean present() {
    var matcher = AUXILIARY.matcher(text);
    return matcher.find()
        && (matcher.group("contracted") != null || matcher.group("present") != null);
  }

  /// True if it asks about a topic, which has a period; in a question for a fact, a date may be
  /// part of the fact.
  public boolean isAboutTopic() {
    return switch (kind) {
      case TOPIC, SAID, TIMELINE, LIST, COMPARE -> true;
      case LATEST -> !factual;
      case FACT, YES_NO, WHY, HOW, COUNT, ABOUT -> false;
    };
  }
}
