package org.dossier.text.boilerplate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.date.DateRange;

/// Recognizes the lines above, and sometimes below, an author's words: the name of the site, the
/// byline, the dateline.
final class BylineDetector {
  private static final int LINES_OF_HEAD = 10;
  private static final int LINES_OF_FOOT = 3;
  private static final int MAX_DATE_LINE_LENGTH = 120;
  private static final int MAX_BYLINE_LENGTH = 80;

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?:By|BY|by|Von|Par|Por|Автор:?|نویسنده:?) \\p{Lu}[\\p{L}.'’-]*+(?:,?+ (?:and |und |et |y )?+[\\p{Lu}@][\\p{L}.'’-]*+){1,8}+");
  private static final Pattern MASTHEAD =
      Pattern.compile("([\\p{L}' &]{8,80}?) ?(?:[-–—|:] ?|\\()(\\p{Lu}{2,8})\\)?");
  private static final Pattern WORD = Pattern.compile("\\p{L}++");
  private static final Pattern TIME = Pattern.compile("\\p{Nd}{1,2}[:.h]\\p{Nd}{1,2}(?!\\p{Nd})");
  private static final Set<String> DATE_WORDS =
      WordListFile.read("boilerplate.txt").words("date line");

  private BylineDetector() {}

  /// True if `line`, number `index` of `lines` in all, is such a line.
  static boolean isPageLine(String line, int index, int lines) {
    boolean head = index < LINES_OF_HEAD;
    boolean foot = index >= lines - LINES_OF_FOOT;
    return (index == 0 && isMasthead(line))
        || ((head || foot) && isByline(line))
        || isDateLine(line, head || foot);
  }

  private static boolean isByline(String line) {
    return line.length() <= MAX_BYLINE_LENGTH && BYLINE.matcher(line).matches();
  }

  /// A name and its initials: "Institute of Many Things – IMT".
  private static boolean isMasthead(String line) {
    var matcher = MASTHEAD.matcher(line);
    if (!matcher.matches()) {
      return false;
    }
    StringBuilder initials = new StringBuilder();
    WORD.matcher(matcher.group(1))
        .results()
        .map(word -> word.group().charAt(0))
        .filter(Character::isUpperCase)
        .forEach(initials::append);
    return initials.toString().equals(matcher.group(2));
  }

  /// True for a day, possibly with a time and a label, and nothing else. Within the body, where a
  /// heading may be a day too, or if the year is missing, a time is required.
  private static boolean isDateLine(String line, boolean edge) {
    if (line.length() > MAX_DATE_LINE_LENGTH || line.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    List<DateMention> dates = DateFinder.find(line, null);
    boolean timed = TIME.matcher(line).find();
    if (dates.stream().noneMatch(date -> isDay(date, timed)) || (!edge && !timed)) {
      return false;
    }
    StringBuilder rest = new StringBuilder(line);
    for (DateMention date : dates.reversed()) {
      rest.replace(date.span().start(), date.span().end(), " ");
    }
    return WORD.matcher(rest)
        .results()
        .allMatch(word -> DATE_WORDS.contains(word.group().toLowerCase(Locale.ROOT)));
  }

  private static boolean isDay(DateMention date, boolean timed) {
    DateRange range = date.range();
    return range == null ? timed : range.isDay();
  }
}
