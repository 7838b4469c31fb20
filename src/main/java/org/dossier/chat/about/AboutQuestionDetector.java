package org.dossier.chat.about;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/// Detects small talk and questions about the archive or the program. A message is detected only as
/// a whole: "Hello, who signed the treaty?" is not small talk. Safe for any number of threads.
public final class AboutQuestionDetector {
  static final String ENGLISH = "en";

  /// The supported languages: English, and those of the widget.
  public static final List<String> LANGUAGES = List.of(ENGLISH, "de", "fr", "es", "ru", "fa", "ar");

  /// Longer messages are about something else.
  private static final int MAX_LENGTH = 200;

  private static final SequencedMap<String, PatternTable> TABLES = new LinkedHashMap<>();

  static {
    LANGUAGES.forEach(language -> TABLES.put(language, PatternTable.read(language)));
  }

  private AboutQuestionDetector() {}

  /// The topic and the language of `message`; empty if it is about anything else. If several
  /// languages share the message ("OK"), it is in the preferred one, or else in the first one.
  ///
  /// @param atBeginning true if no question precedes the message in its conversation
  /// @param preferred the language of the conversation
  public static Optional<AboutQuestion> detect(
      String message, boolean atBeginning, String preferred) {
    if (message.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var normalized = MessageNormalizer.normalize(message);
    if (normalized.isEmpty()) {
      return Optional.empty();
    }
    return detectIn(preferred, normalized, atBeginning)
        .or(() ->
            LANGUAGES.stream()
                .flatMap(language -> detectIn(language, normalized, atBeginning).stream())
                .findFirst());
  }

  private static Optional<AboutQuestion> detectIn(
      String language, String normalized, boolean atBeginning) {
    return Optional.ofNullable(TABLES.get(language))
        .flatMap(table -> table.topic(normalized, atBeginning))
        .map(topic -> new AboutQuestion(topic, language));
  }

  /// The patterns of one of the supported languages.
  static PatternTable table(String language) {
    return Objects.requireNonNull(TABLES.get(language), language);
  }
}
