package org.dossier.text;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of the Gregorian months according to CLDR, in the languages of the world's larger news
/// outlets, and the English abbreviations.
public final class Months {
  private static final List<String> LANGUAGES =
      List.of("de", "de_AT", "fr", "es", "it", "pt", "nl", "ru", "ar", "fa");
  private static final Map<String, Integer> ENGLISH = english();
  private static final Map<String, Integer> ALL = all();

  private Months() {}

  private static Map<String, Integer> english() {
    Map<String, Integer> months = new HashMap<>();
    addNames(months, "en");
    for (String name : List.copyOf(months.keySet())) {
      months.put(name.substring(0, 3), months.get(name));
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }

  private static Map<String, Integer> all() {
    Map<String, Integer> months = new HashMap<>(ENGLISH);
    LANGUAGES.forEach(language -> addNames(months, language));
    return Map.copyOf(months);
  }

  private static void addNames(Map<String, Integer> months, String language) {
    var symbols = new DateFormatSymbols(new ULocale(language + "@calendar=gregorian"));
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      String[] names = symbols.getMonths(context, DateFormatSymbols.WIDE);
      for (int month = 1; month <= names.length; month++) {
        months.putIfAbsent(names[month - 1].toLowerCase(Locale.ROOT), month);
      }
    }
  }

  /// The month, 1 to 12, of a name in any known language and in any case; 0 if unknown.
  public static int number(String name) {
    return ALL.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  /// The month, 1 to 12, of an English name or of its abbreviation without a full stop; 0 if
  /// unknown.
  public static int english(String name) {
    return ENGLISH.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
  }

  /// All known names, in lower case.
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /// The English names and abbreviations, in lower case.
  public static List<String> englishNames() {
    return List.copyOf(ENGLISH.keySet());
  }

  /// True if an English name in lower case is an abbreviation.
  public static boolean isAbbreviated(String name) {
    return name.equals("sept") || (name.length() == 3 && !name.equals("may"));
  }
}
