package org.dossier.question;

import org.dossier.text.sentence.SentenceSplitter;

/// The sentence of a message that asks. People often state first what they have read: "The bridge
/// was closed this week. When did it open?" asks when it opened, and the first sentence only says
/// which bridge.
public final class AskedSentence {
  private AskedSentence() {}

  /// The last sentence of `message`; all of it if that is a single word.
  public static String of(String message) {
    var sentences = SentenceSplitter.split(message);
    if (sentences.size() < 2) {
      return message;
    }
    var last = sentences.getLast().of(message);
    return last.strip().indexOf(' ') > 0 ? last : message;
  }
}
