package org.dossier.archive;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/// Sample articles for tests.
public final class SampleArticles {
  private SampleArticles() {}

  /// An article with nothing but a text.
  public static Article bare(String id, String text) {
    return new Article(id, null, null, List.of(), null, null, null, false, null, text);
  }

  static Article titled(String id, String title, String text) {
    return new Article(id, title, null, List.of(), null, null, null, false, null, text);
  }

  static Article published(String id, LocalDate day) {
    return new Article(
        id, "The harbour of " + id, "Gull", List.of(), null, "en", day, false, null, "It opened.");
  }

  /// An article with every field set, in several scripts.
  static Article full(String id) {
    return new Article(
        id,
        "Bridge “Ærø” opens — سال نو 🌉",
        "روزنامه دریا",
        List.of("Ada O’Neil, \"the\" [first]", "李 雷", "𝔎arl"),
        "https://example.org/a?b=c&d=%20e",
        "en-GB",
        LocalDate.of(2011, 11, 11),
        new PublishedTime(LocalTime.of(8, 15), ZoneOffset.ofHoursMinutes(3, 30)),
        true,
        LocalDate.of(2011, 12, 1),
        "First\tline.\r\nپل باز شد. 𝕋he 🌊 rose;\n\n\u2028e\u0301 is not é. ' -- ; DROP TABLE article");
  }
}
