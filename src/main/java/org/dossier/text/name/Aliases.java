package org.dossier.text.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.text.WordListFile;
import org.dossier.text.name.Aliases.Entity.Category;

/// The table of aliases, `aliases.txt`: which names refer to the same country, place or
/// organization. Territories also have the English names that CLDR gives them.
public final class Aliases {
  private static final WordListFile FILE = WordListFile.read("aliases.txt");
  private static final String COUNTRIES = "countries";
  private static final Map<String, Category> OTHERS =
      Map.of(
          "regions", Category.REGION,
          "places", Category.PLACE,
          "organizations", Category.ORGANIZATION,
          "persons", Category.PERSON,
          "things", Category.THING);

  /// The number of words of the longest alias.
  public static final int MAX_WORDS = 8;

  private static final Pattern COMMA = Pattern.compile("\\s*+,\\s*+");
  private static final Pattern FIELD = Pattern.compile("\\s*+\\|\\s*+");

  /// "BY : Belorussia", or the code alone.
  private static final Pattern CODE = Pattern.compile("([A-Z]{2})(?: : (.*+))?+");

  private static final Map<String, Set<Entity>> BY_NAME = new HashMap<>();
  private static final Map<String, Set<Entity>> BY_DEMONYM = new HashMap<>();
  private static final Map<String, Set<Entity>> BY_SEAT = new HashMap<>();

  static {
    countries().forEach(Aliases::register);
    FILE.headings().stream()
        .filter(OTHERS::containsKey)
        .flatMap(heading -> FILE.lines(heading).stream().map(line -> other(heading, line)))
        .forEach(Aliases::register);
  }

  private Aliases() {}

  /// Something with several names. The first name is the usual one.
  ///
  /// @param category the heading of its line
  /// @param names interchangeable names
  /// @param demonyms adjectives, and names of its people; possibly empty
  /// @param seats capitals and residences that are used for its government; possibly empty
  public record Entity(
      Category category, List<Alias> names, List<Alias> demonyms, List<Alias> seats) {
    /// The headings of the table.
    public enum Category {
      COUNTRY,
      REGION,
      PLACE,
      ORGANIZATION,
      PERSON,
      THING
    }

    public Entity {
      names = List.copyOf(names);
      demonyms = List.copyOf(demonyms);
      seats = List.copyOf(seats);
    }

    /// True for countries, territories and regions.
    public boolean country() {
      return category == Category.COUNTRY || category == Category.REGION;
    }

    /// The usual name.
    public String name() {
      return names.getFirst().text();
    }
  }

  /// The entities that `words` name, by a name or a demonym, in any spelling: "U.S." is "US". An
  /// abbreviation of up to three capitals is recognized in capitals only: "us" names nothing.
  /// Possibly empty, or several: "Dominican".
  public static Set<Entity> named(List<FoldedWord> words) {
    var entities = new LinkedHashSet<Entity>();
    for (var key : Alias.keys(words)) {
      entities.addAll(BY_NAME.getOrDefault(key, Set.of()));
      entities.addAll(BY_DEMONYM.getOrDefault(key, Set.of()));
    }
    return entities;
  }

  /// The entities that `words` name, as [#named(List)].
  public static Set<Entity> named(String phrase) {
    return named(FoldedWord.of(phrase));
  }

  /// The entities with this name, in any spelling, as [#named(List)]; a demonym is not a name.
  public static Set<Entity> withName(String phrase) {
    var entities = new LinkedHashSet<Entity>();
    Alias.keys(FoldedWord.of(phrase))
        .forEach(key -> entities.addAll(BY_NAME.getOrDefault(key, Set.of())));
    return entities;
  }

  /// The countries whose government `words` may refer to: "Moscow". Possibly empty.
  public static Set<Entity> governedFrom(List<FoldedWord> words) {
    var entities = new LinkedHashSet<Entity>();
    Alias.keys(words).forEach(key -> entities.addAll(BY_SEAT.getOrDefault(key, Set.of())));
    return entities;
  }

  /// True if a name or a demonym in the table is this one word.
  ///
  /// @param word in lower case, folded
  public static boolean isSingleWord(String word) {
    return BY_NAME.containsKey(word) || BY_DEMONYM.containsKey(word);
  }

  /// True if `name`, with or without "the", is the name of a country, a territory or a region. An
  /// adjective is not.
  public static boolean isCountry(String name) {
    var bare = name.startsWith("the ") ? name.substring("the ".length()) : name;
    return !bare.isEmpty()
        && Character.isUpperCase(bare.codePointAt(0))
        && Alias.keys(FoldedWord.of(bare)).stream()
            .flatMap(key -> BY_NAME.getOrDefault(key, Set.of()).stream())
            .anyMatch(Entity::country);
  }

  /// True if `name`, with or without "the", is an adjective of a country or the name of its people,
  /// and not a country's own name: "Iranian".
  public static boolean isDemonym(String name) {
    var bare = name.startsWith("the ") ? name.substring("the ".length()) : name;
    return !isCountry(bare)
        && Alias.keys(FoldedWord.of(bare)).stream().anyMatch(BY_DEMONYM::containsKey);
  }

  private static Stream<Entity> countries() {
    var lines = new HashMap<String, String>();
    for (var line : FILE.lines(COUNTRIES)) {
      lines.put(line.substring(0, 2), line);
    }
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> lines.getOrDefault(code, code))
        .map(line -> entity(Category.COUNTRY, countryNames(FIELD.split(line, -1)[0]), line));
  }

  private static Entity other(String heading, String line) {
    var category = Objects.requireNonNull(OTHERS.get(heading));
    return entity(category, aliases(FIELD.split(line, -1)[0]), line);
  }

  private static Entity entity(Category category, List<Alias> names, String line) {
    var fields = FIELD.split(line, -1);
    return new Entity(
        category,
        names,
        fields.length > 1 ? aliases(fields[1]) : List.of(),
        fields.length > 2 ? aliases(fields[2]) : List.of());
  }

  private static List<Alias> countryNames(String field) {
    var matcher = CODE.matcher(field);
    if (!matcher.matches()) {
      throw new IllegalStateException("aliases.txt: a line without a code: " + field);
    }
    var names = new ArrayList<Alias>();
    var displayed = Locale.of("", matcher.group(1)).getDisplayCountry(Locale.ENGLISH);
    // "Myanmar (Burma)", "Congo - Kinshasa", "Hong Kong SAR China": their lines have the names.
    if (!displayed.contains("(") && !displayed.contains(" - ") && !displayed.contains(" SAR ")) {
      names.add(Alias.of(displayed));
    }
    if (matcher.group(2) != null) {
      names.addAll(aliases(matcher.group(2)));
    }
    return names;
  }

  private static List<Alias> aliases(String field) {
    return field.isEmpty() ? List.of() : COMMA.splitAsStream(field).map(Alias::of).toList();
  }

  private static void register(Entity entity) {
    register(entity, entity.names, BY_NAME);
    register(entity, entity.demonyms, BY_DEMONYM);
    register(entity, entity.seats, BY_SEAT);
  }

  private static void register(
      Entity entity, List<Alias> aliases, Map<String, Set<Entity>> entities) {
    for (var alias : aliases) {
      for (var key : Alias.keys(alias.words())) {
        entities.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(entity);
      }
    }
  }
}
