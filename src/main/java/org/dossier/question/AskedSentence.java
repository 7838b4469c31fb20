package org.dossier.question;

import org.dossier.text.sentence.SentenceSplitter;

/// The sentence of a message that asks. People often state first what they have read: "The bridge
/// was closed this week. When did it open?" asks when it opened, and the first sentence only says
/// which bridge.
public final class AskedSentence {
  private AskedSentence() {}

  /// The last sentence of `message` with the form of a question, or else the last one; all of
  /// `message` if that is a single word.
  public static String of(String message) {
    var sentences = SentenceSplitter.split(message).stream().map(span -> span.of(message)).toList();
    if (sentences.size() < 2) {
      return message;
    }
    var asked =
        sentences.reversed().stream()
            .filter(AnswerType::isQuestion)
            .findFirst()
            .orElse(sentences.getLast());
    return asked.strip().indexOf(' ') > 0 ? asked : message;
  }
}
