package org.dossier.chat.rewriting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The countries of the world by their English names, as the JDK knows them.
final class Countries {
  private static final Set<String> NAMES =
      Stream.concat(
              Arrays.stream(Locale.getISOCountries())
                  .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
              Stream.of(
                  "US", "USA", "U.S.", "UK", "U.K.", "EU", "America", "Britain", "England",
                  "Europe", "Korea"))
          .collect(Collectors.toUnmodifiableSet());

  private Countries() {}

  /// True if `name`, with or without "the", is a country.
  static boolean isCountry(String name) {
    return NAMES.contains(name.startsWith("the ") ? name.substring(4) : name);
  }
}
