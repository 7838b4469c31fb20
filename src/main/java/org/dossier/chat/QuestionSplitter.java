package org.dossier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a message that asks several questions: "Who signed the treaty? And where?" Sentences
/// before a question are its context and stay with it. English only; a message is split only if all
/// of its parts have the wording of a question.
final class QuestionSplitter {
  private static final Pattern END = Pattern.compile("(?<=[?？])[?？!]*+\\s+");
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!…])\\s+");

  private static final String OPENING =
      "(?i)^[\\p{P}\\s]*+(?:(?:and|but|so|or|also|then|ok|okay|well|please|hi|hello|hey|thanks|thank you|sorry)\\b[,.!]? ++)*+";

  private static final String QUESTION_WORD = "(?:who|whom|whose|what|when|where|which|why|how)";

  /// The wording of a question: by its first word, or "in which year".
  private static final Pattern QUESTION =
      Pattern.compile(
          OPENING
              + "(?:(?:(?:in|on|at|by|for|from|to|since|until|of|with|about) )?"
              + QUESTION_WORD
              + "(?:['’]?s|['’](?:re|d|ll))?|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should"
              + "|may|might|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|hasn['’]t|haven['’]t"
              + "|(?:do|does) you know|any idea|tell me)\\b.*");

  private static final String WORDS =
      "(?:since |until |by |for |with |from )?"
          + "(?:when|where|why|who|whom|how(?: much| many| long| often)?)(?: exactly)?";

  /// A question without a subject at the end of another one: "…, when and why?"
  private static final Pattern ELLIPSIS =
      Pattern.compile(
          "(?i)^(?<question>\\S+ \\S+ .*?\\S)(?:,? and|,) (?<words>" + WORDS + ")\\s*+[?？]*+$");

  /// Each end is looked for from the beginning of the question.
  private static final int MAX_ENDS = 8;

  private static final Pattern ALONE = Pattern.compile("And " + WORDS + "\\?");

  /// Two whole questions in one sentence: "When did the ferry stop and who owned it?" The first has
  /// no other question word, which could open a clause: "What did he say about who won and who
  /// lost?"
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)^(?<first>(?:(?!(?<=\\S )"
              + QUESTION_WORD
              + "\\b).)+?),? and (?<second>(?:(?:in|on|at|by|for|from|to) )?(?:"
              + "who (?!(?:is|was|are|were)\\b)\\S+ \\S+.*|"
              + QUESTION_WORD
              + "(?:['’]s| \\S+){0,3}? (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b \\S.*))$");

  /// A question that belongs to one for a description: "What is the harbour board and how big is
  /// it?"
  private static final Pattern OF_DESCRIPTION =
      Pattern.compile("(?i)^how \\w+ (?:is|are|was|were) (?:it|they|he|she|this|that)\\W*$");

  /// What says nothing next to another question: "How did the ferry sink? What happened?"
  private static final Pattern EMPTY =
      Pattern.compile(
          OPENING
              + "what(?:['’]s| has| exactly| is)? (?:happened|happening|going on|up)(?: (?:here|there|exactly))?[?？!. ]*");

  /// "Do you know who did it and why?" asks one question in the words of another.
  private static final Pattern INDIRECT =
      Pattern.compile(
          OPENING + "(?:(?:do|does|can|could|would|will) (?:you|it)|any idea|tell me)\\b.*");

  private QuestionSplitter() {}

  /// The questions of a message, in order; the message alone if it is one question or none.
  ///
  /// @param message on one line
  static List<String> split(String message) {
    var parts = new ArrayList<String>();
    for (var part : END.splitAsStream(message).toList()) {
      if (isQuestion(part)) {
        joined(part).forEach(question -> parts.addAll(withEllipsis(question)));
      } else {
        return List.of(message);
      }
    }
    var saying = parts.stream().filter(part -> !EMPTY.matcher(part).matches()).toList();
    return saying.isEmpty() || parts.size() == 1 ? List.of(message) : saying;
  }

  /// The two questions that a sentence joins by "and"; the sentence alone if it is one question.
  private static List<String> joined(String part) {
    var matcher = JOINED.matcher(part);
    return matcher.matches()
            && isQuestion(matcher.group("first"))
            && matcher.group("first").contains(" ")
            && !INDIRECT.matcher(part).matches()
            && !OF_DESCRIPTION.matcher(matcher.group("second")).matches()
        ? List.of(matcher.group("first") + "?", "And " + matcher.group("second"))
        : List.of(part);
  }

  /// True for a question without a subject, which another one implies.
  static boolean isEllipsis(String question) {
    return ALONE.matcher(question).matches();
  }

  private static boolean isQuestion(String part) {
    var sentences = SENTENCE_END.splitAsStream(part).toList();
    return QUESTION.matcher(sentences.getLast()).matches();
  }

  /// The question, and those that its end only names: "When did the ferry stop?", "And why?"
  private static List<String> withEllipsis(String part) {
    var ends = new ArrayList<String>();
    var question = part;
    var matcher = ELLIPSIS.matcher(question);
    while (ends.size() < MAX_ENDS && matcher.matches() && !INDIRECT.matcher(question).matches()) {
      ends.addFirst("And " + matcher.group("words") + "?");
      question = matcher.group("question") + "?";
      matcher = ELLIPSIS.matcher(question);
    }
    ends.addFirst(question);
    return ends;
  }
}
