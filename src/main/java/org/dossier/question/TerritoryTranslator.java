package org.dossier.question;

import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Translates the names of countries and territories to English by CLDR: "Alemania" to "Germany".
public final class TerritoryTranslator {
  private static final Map<String, TerritoryTranslator> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Pattern pattern;

  private TerritoryTranslator(String language) {
    var locale = new ULocale(language);
    for (var code : Locale.getISOCountries()) {
      var territory = new ULocale("", code);
      names.putIfAbsent(
          territory.getDisplayCountry(locale).toLowerCase(Locale.ROOT),
          territory.getDisplayCountry(ULocale.ENGLISH));
    }
    var longestFirst =
        names.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .toList();
    pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{M}])(?:" + String.join("|", longestFirst) + ")(?![\\p{L}\\p{M}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// `text` with the English names of the territories that it names in `language`.
  ///
  /// @param language a primary language subtag
  public static String toEnglish(String text, String language) {
    var translator = BY_LANGUAGE.computeIfAbsent(language, TerritoryTranslator::new);
    return translator
        .pattern
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                translator.names.getOrDefault(
                    found.group().toLowerCase(Locale.ROOT), found.group())));
  }
}
