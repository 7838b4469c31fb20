package org.dossier.question;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.text.name.Aliases;

/// The subject of a question for the persons, places or organizations that most articles mention.
///
/// @param by the entities that are ranked
/// @param countries true if only countries are asked for
/// @param several true if the question asks for more than one: "which people"
public record EntityRanking(Property by, boolean countries, boolean several) {
  private static final String PERSONS =
      "(?:person|people|politician|leader|(?:wo)?m[ae]n|figure|individual|name)s?";

  private static final String COUNTRIES = "(?:countr(?:y|ies)|nations?)";
  private static final String PLACES = "(?:(?:place|town|location|region)s?|cit(?:y|ies))";

  /// The nouns for entities, as a part of a pattern.
  static final String NOUNS =
      "(?:%s|%s|%s|(?:organi[sz]ation|institution|firm|group|team)s?|(?:compan|agenc|part)(?:y|ies))"
          .formatted(PERSONS, COUNTRIES, PLACES);

  private static final Pattern PERSON = Pattern.compile(PERSONS + "|who");
  private static final Pattern COUNTRY = Pattern.compile(COUNTRIES);
  private static final Pattern PLACE = Pattern.compile(PLACES);
  private static final Pattern SEVERAL = Pattern.compile("people|men|women|.*s");

  /// @param noun one of [#NOUNS], or “who”, in any case
  static EntityRanking of(String noun) {
    var word = noun.toLowerCase(Locale.ROOT);
    boolean countries = COUNTRY.matcher(word).matches();
    var by =
        PERSON.matcher(word).matches()
            ? Property.PERSON
            : countries || PLACE.matcher(word).matches() ? Property.PLACE : Property.ORGANIZATION;
    return new EntityRanking(by, countries, SEVERAL.matcher(word).matches());
  }

  /// Returns whether an entity of the right kind is asked for.
  ///
  /// @param name its name
  public boolean accepts(String name) {
    return !countries || Aliases.isCountry(name);
  }
}
