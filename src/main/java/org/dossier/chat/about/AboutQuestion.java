package org.dossier.chat.about;

/// A message that is small talk, or a question about the archive or the program.
///
/// @param language the language of the message, one of [AboutQuestionDetector#LANGUAGES]
public record AboutQuestion(AboutTopic topic, String language) {}
