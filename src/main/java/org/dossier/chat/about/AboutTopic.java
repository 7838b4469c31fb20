package org.dossier.chat.about;

import java.util.Locale;

/// A topic of small talk, or of a question about the archive or the program. If a message combines
/// several, "Hi, what can you do?", the first one in this order is answered.
public enum AboutTopic {
  /// The articles that the previous answer cites: "Which article is that from?"
  SOURCE,
  /// The number of articles.
  SIZE,
  /// The days of publication.
  PERIOD,
  /// The publishers of the articles.
  PUBLISHERS,
  /// The article published last.
  NEWEST,
  /// The article published first.
  OLDEST,
  /// The languages of questions and articles.
  LANGUAGES,
  /// The subjects of the articles: "What is this archive about?"
  CONTENT,
  /// The program, and how it finds its answers.
  SELF,
  /// The possible questions: "What can you do?"
  HELP,
  HOW_ARE_YOU,
  GOODBYE,
  THANKS,
  GREETING,
  /// "OK, great."
  ACKNOWLEDGEMENT;

  /// The name in the files of patterns and texts: `HOW_ARE_YOU` is `how-are-you`.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
