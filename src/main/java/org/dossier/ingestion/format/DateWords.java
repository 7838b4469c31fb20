package org.dossier.ingestion.format;

import java.util.regex.Pattern;

/// The words next to a date in a line that states it: labels ("Published:"), the time of day, zones
/// and days of the week.
final class DateWords {
  /// The labels for the date of a change.
  static final String UPDATE =
      "(?:last )?(?:updated|modified|edited)|last update|update|mis à jour|mise à jour|actualizado|aktualisiert|aggiornato"
          + "|atualizado|обновлено";

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:first published|published|publication date|posted|date|created|publié|publicado|pubblicato|veröffentlicht"
              + "|erschienen|опубликовано|(?<update>UPDATE))(?![\\p{L}\\p{N}])(?:\\s+on\\b)?\\s*:?"
                  .replace("UPDATE", UPDATE),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TIME =
      Pattern.compile(
          "\\b\\d{1,2}(?:[:.]\\d{1,2}){1,2}(?:[ap]\\.?m\\b\\.?| ?h(?:rs)?\\b)?|\\b\\d{1,2}h\\d{2}\\b|\\b[ap]\\.?m\\b\\.?"
              + "|(?:\\b(?:UTC|GMT) ?)?[+-]\\d{1,2}:?\\d{2}\\b|\\b(?:UTC|GMT) ?[+-]\\d{1,2}\\b"
              + "|\\b\\d{1,3} ?-?min(?:ute)?s?[ -]read\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORDS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:at|on|time|hours|hrs|local|le|am|den|el|um|uhr|à|las"
              + "|mon|tues?|wed|thu(?:rs)?|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
              + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
              + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
              + "|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
              + "|UTC|GMT|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IRS?T|IRDT|IST|PKT|SAST|[AC]E[SD]T|AW?ST|NZ[SD]T|[CEW]AT"
              + "|SGT|HKT|[JK]ST|PHT|WIB)(?![\\p{L}\\p{N}])|[\\p{Punct}–—]",
          Pattern.CASE_INSENSITIVE);

  private DateWords() {}

  /// True if `part` begins with a label for a date.
  static boolean isLabelled(String part) {
    return LABEL.matcher(part).lookingAt();
  }

  /// True if it begins with one for the date of a change.
  static boolean isLabelledAsUpdate(String part) {
    var label = LABEL.matcher(part);
    return label.lookingAt() && label.group("update") != null;
  }

  static String withoutLabel(String part) {
    return LABEL.matcher(part).replaceFirst("");
  }

  /// True if `words` say nothing but when the day is, or nothing at all.
  static boolean mayAccompany(String words) {
    return WORDS.matcher(TIME.matcher(words).replaceAll(" ")).replaceAll(" ").isBlank();
  }
}
