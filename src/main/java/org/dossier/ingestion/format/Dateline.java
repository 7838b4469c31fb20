package org.dossier.ingestion.format;

import java.util.regex.Pattern;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jspecify.annotations.Nullable;

/// The dateline at the head of a text, which stays in the text: `KORLA, March 3, 2024 (Reuters) -`,
/// `IRNA (Islamic Republic News Agency) -`.
final class Dateline {
  private static final int LONGEST = 200;
  private static final Pattern PUBLISHER =
      Pattern.compile("^(\\p{Lu}{3,20}) ?\\(([^()]{5,80}\\b(?i:" + SiteName.WORDS + "))\\) ?[-–—]");

  /// A place, a date with its year, perhaps an agency, a dash, and a capital: the years of a life
  /// ("Ada Lowe, 3 May 1931 – 4 June 2001") are no dateline.
  private static final Pattern DATED =
      Pattern.compile(
          "^\\p{Lu}[\\p{L} .,'’/-]{1,60}?[,:]? \\(?((?:\\p{L}{3,9}\\.? \\d|\\d)[\\p{L}\\d ,.]{4,24}\\d)\\)?"
              + ",? ?(?:\\([^()]{2,60}\\)|/[^/]{2,40}/)? ?(?:--|[-–—]) ?[\"“‘']?\\p{Lu}(?!\\p{L}{2,8}\\.? \\d)");

  private Dateline() {}

  /// The date of the report; `null` if the text begins otherwise.
  static @Nullable PublicationDate published(String text) {
    var dateline = DATED.matcher(head(text));
    return dateline.find() ? PublicationDateParser.find(dateline.group(1)).orElse(null) : null;
  }

  /// The publisher; `null` if none is stated. `IRNA (Islamic Republic News Agency) -` contains a
  /// publisher and its short name; in `LONDON (Associated Press) -` the part before the brackets is
  /// only a place.
  static @Nullable String publisher(String text) {
    var dateline = PUBLISHER.matcher(head(text));
    if (!dateline.find()) {
      return null;
    }
    var before = dateline.group(1);
    var name = dateline.group(2);
    char lastInitial = name.charAt(name.lastIndexOf(' ') + 1);
    boolean shortName =
        Character.toUpperCase(name.charAt(0)) == Character.toUpperCase(before.charAt(0))
            && Character.toUpperCase(lastInitial)
                == Character.toUpperCase(before.charAt(before.length() - 1));
    return shortName ? before + " (" + name + ")" : name;
  }

  private static String head(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
