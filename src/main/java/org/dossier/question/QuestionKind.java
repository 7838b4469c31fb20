package org.dossier.question;

/// The kind of a question: what a good reply to it consists of.
public enum QuestionKind {
  /// Asks for one fact: who, when, where, how many, which.
  FACT,
  /// Can be answered by yes or no.
  YES_NO,
  /// Names a topic: "tell me about …", "what happened in …", key words.
  TOPIC,
  /// Asks for the words of a person or an organization.
  SAID,
  /// Asks for a reason.
  WHY,
  /// Asks for a manner or a procedure.
  HOW,
  /// Asks for all of several things.
  LIST,
  /// Asks for a number of articles or mentions.
  COUNT,
  /// Compares two or more things or times.
  COMPARE,
  /// Asks for a course of events.
  TIMELINE,
  /// Asks for the newest or the oldest.
  LATEST,
  /// Not about the articles' content: a greeting, or a question about the archive or the program.
  ABOUT
}
