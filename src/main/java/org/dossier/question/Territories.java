package org.dossier.question;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The English names of countries and territories, from CLDR.
final class Territories {
  private static final Set<String> NAMES =
      Arrays.stream(Locale.getISOCountries())
          .map(code -> new ULocale("", code).getDisplayCountry(ULocale.ENGLISH))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Territories() {}

  static boolean isTerritory(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }
}
