package org.dossier.text.entity;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.FunctionWords;
import org.dossier.text.LetterFolding;
import org.dossier.text.WordListFile;

/// The words of `entities.txt` and `names.txt` that indicate the kind of a name. All words are in
/// lower case and folded.
final class EntityWords {
  private static final WordListFile LISTS = WordListFile.read("entities.txt");
  private static final WordListFile NAMES = WordListFile.read("names.txt");

  static final Set<String> GIVEN_NAMES = LISTS.words("given names");
  static final Set<String> ORGANIZATION_WORDS = LISTS.words("organization words");
  static final Set<String> PLACE_WORDS = LISTS.words("place words");
  static final Set<String> ORGANIZATION_NOUNS = LISTS.words("organization nouns");
  static final Set<String> SPEECH_VERBS = LISTS.words("speech verbs");
  static final Set<String> OTHER_WORDS = LISTS.words("other words");
  static final Set<String> SURNAMES = LISTS.words("surnames");
  static final Set<String> OFFICES = NAMES.words("offices");
  static final Set<String> GEOGRAPHIC_OPENERS = LISTS.words("geographic openers");
  static final Set<String> ADJECTIVES = LISTS.words("adjectives of roles");
  static final Set<String> OTHER_NAMES = LISTS.words("other names");
  static final Set<String> JOINING_WORDS = LISTS.words("joining words");
  static final Set<String> JOINED_WORDS = LISTS.words("joined words");
  static final Set<String> CONTINUED_WORDS = LISTS.words("continued words");
  static final Set<String> LEGAL_FORMS = LISTS.words("legal forms");

  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi");

  private static final Set<String> TITLES =
      Stream.of(LISTS.words("titles"), NAMES.words("titles"), NAMES.words("roles"))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern AREAS =
      Pattern.compile(
          "(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/(?:.*/)?(?<city>[^/]+)");

  private static final Set<String> PLACES = places();

  private EntityWords() {}

  /// A word as in the lists: "Sen." is "sen", "U.S." is "us".
  static String key(String word) {
    var folded = LetterFolding.fold(word).toLowerCase(Locale.ROOT);
    return folded.indexOf('.') < 0 ? folded : folded.replace(".", "");
  }

  /// True for a suffix of a person's name: "Jr.", "III".
  static boolean isSuffix(String word) {
    return SUFFIXES.contains(word);
  }

  /// True if a name that ends with `word` is neither of a person, nor of a place or an
  /// organization.
  static boolean isOther(String word) {
    return OTHER_WORDS.contains(word)
        || (word.endsWith("s") && OTHER_WORDS.contains(word.substring(0, word.length() - 1)));
  }

  /// True if `word` is a title or a role before a name.
  static boolean isTitle(String word) {
    return TITLES.contains(word);
  }

  /// True for a state, a province or a city with a name of its own. The cities include those that
  /// the database of time zones names.
  ///
  /// @param name its words in lower case, separated by spaces
  static boolean isPlace(String name) {
    return PLACES.contains(name);
  }

  private static Set<String> places() {
    var places = new HashSet<>(LISTS.words("places"));
    for (var zone : ZoneId.getAvailableZoneIds()) {
      var matcher = AREAS.matcher(zone);
      if (matcher.matches()) {
        places.add(key(matcher.group("city").replace('_', ' ')));
      }
    }
    places.removeAll(GIVEN_NAMES);
    places.removeIf(FunctionWords::opensSentence);
    places.removeAll(SURNAMES);
    places.addAll(LISTS.words("places"));
    return Set.copyOf(places);
  }
}
