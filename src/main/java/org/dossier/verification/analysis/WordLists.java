package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.WordListFile;
import org.dossier.text.name.Alias;
import org.dossier.text.name.Aliases;

/// The word lists of `words.txt`, in the form that the rules need.
public final class WordLists {
  private static final WordListFile FILE = WordListFile.read(WordLists.class, "words.txt");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  public static final Set<String> STOP = FILE.words("stop");
  public static final Set<String> NEGATORS = FILE.words("negators");
  static final Set<String> NEGATORS_BUT_FOR_NUMBERS = FILE.words("negators but for numbers");
  static final Set<String> NEGATING_PHRASES = FILE.words("negating phrases");
  static final Set<String> AMOUNTS = FILE.words("amounts");
  static final Set<String> DENIALS = FILE.words("denials");
  public static final Set<String> UNCERTAIN = FILE.words("uncertain");
  public static final Set<String> NEGATING_PREFIXES = FILE.words("negating prefixes");
  public static final Set<String> PASSIVE = FILE.words("passive");
  public static final Set<String> PRONOUNS = FILE.words("pronouns");
  public static final Set<String> ROLES = FILE.words("roles");
  public static final Set<String> BOTH = FILE.words("both");

  /// The base form of each irregular form of a verb.
  static final Map<String, String> IRREGULAR_VERBS = irregular(List.of("irregular"));

  /// The base form of each irregular form.
  static final Map<String, String> IRREGULAR = irregular(List.of("irregular", "irregular nouns"));

  public static final Set<String> SAME_PAST = FILE.words("same past");
  static final Set<String> NO_PAST = FILE.words("no past");

  public static final Set<String> REPORTING = stems("reporting");
  public static final Set<String> MUTUAL = stems("mutual");
  public static final Set<String> ROLE_STEMS = stems("roles");
  public static final Set<String> GENERAL_ROLES = stems("general roles");
  public static final Set<String> GRAVE = stems("grave");
  public static final Set<String> EMPTY = stems("empty");
  public static final Set<String> REJECTING = stems("rejecting");
  public static final Set<String> DEMANDS = stems("demands");
  static final Set<String> LIGHT_VERBS = stems("light verbs");
  public static final Set<String> AUXILIARIES = FILE.words("auxiliaries");
  public static final Set<String> MODALS = FILE.words("modals");
  public static final Set<String> PLANNING = stems("planning");
  public static final Set<String> CLAIMING = stems("claiming");
  public static final Set<String> ATTRIBUTION = stems("attribution");
  static final Set<String> SAYING = FILE.words("saying");
  static final Set<String> NEUTRAL_SPEAKERS = FILE.words("neutral speakers");
  static final Set<String> CLAIMING_WITH_THAT = stems("claiming with that");
  static final Set<String> RUMOURS = FILE.words("rumours");
  static final Set<String> POSSIBLE = stems("possible");
  public static final Set<String> CERTAIN_MODALS = FILE.words("certain modals");
  public static final Set<String> FACTUAL_INFINITIVES = stems("factual infinitives");
  static final Set<String> OBJECT_INFINITIVES = stems("object infinitives");
  static final Set<String> IMPERATIVES = FILE.words("imperatives");
  static final Set<String> BEFORE_IMPERATIVES = FILE.words("before imperatives");
  static final Set<String> INSTRUCTIONS = FILE.words("instructions");
  public static final Set<String> TITLE_CHANGES = FILE.words("title changes");
  public static final Set<String> TITLE_ADDITIONS = FILE.words("title additions");
  public static final Set<String> NO_QUANTIFIERS = FILE.words("no quantifiers");

  /// The quantifiers of each kind, each with those that a source may have instead.
  public static final Map<Set<String>, Set<String>> QUANTIFIERS = quantifiers();

  public static final Set<String> PARTICLE_VERBS = stems("particle verbs");

  /// For each stem, the stems of its opposites.
  public static final Map<String, Set<String>> OPPOSITES = opposites("opposites");

  /// For each stem, the stems for the other side of the same event: "buy" and "sell".
  public static final Map<String, Set<String>> CONVERSE = opposites("converse");

  /// For each stem, the sets of words and phrases of the same meaning, each a list of stems.
  static final Map<String, List<Set<List<String>>>> SYNONYMS = synonyms();

  /// For each stem of a phrase, the sets with the phrase.
  static final Map<String, List<Set<List<String>>>> PHRASES = phrases();

  /// For each preposition, those of the opposite sense.
  public static final Map<String, Set<String>> OPPOSITE_PREPOSITIONS =
      opposites("opposite prepositions");

  /// For each one-word name and demonym of the entities whose names are interchangeable in a
  /// statement, a number of the entity.
  static final Map<String, Integer> ALIASES = aliases();

  private WordLists() {}

  private static Map<String, String> irregular(List<String> headings) {
    var forms = new HashMap<String, String>();
    for (var heading : headings) {
      for (var line : FILE.lines(heading)) {
        var words = line.split(" ", -1);
        Arrays.stream(words).forEach(form -> forms.putIfAbsent(form, words[0]));
      }
    }
    return Map.copyOf(forms);
  }

  private static Set<String> stems(String heading) {
    return FILE.words(heading).stream()
        .map(LightStemmer::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Set<String>> opposites(String heading) {
    var opposites = new HashMap<String, Set<String>>();
    for (var line : FILE.lines(heading)) {
      var sides = line.split(" : ", -1);
      var left = stemsOf(sides[0]);
      var right = stemsOf(sides[1]);
      left.forEach(stem -> opposites.computeIfAbsent(stem, _ -> new HashSet<>()).addAll(right));
      right.forEach(stem -> opposites.computeIfAbsent(stem, _ -> new HashSet<>()).addAll(left));
    }
    return opposites;
  }

  private static Map<String, List<Set<List<String>>>> synonyms() {
    var byStem = new HashMap<String, List<Set<List<String>>>>();
    for (var set : synonymSets()) {
      set.stream()
          .filter(phrase -> phrase.size() == 1)
          .forEach(
              phrase -> byStem.computeIfAbsent(phrase.getFirst(), _ -> new ArrayList<>()).add(set));
    }
    return byStem;
  }

  private static Map<String, List<Set<List<String>>>> phrases() {
    var byStem = new HashMap<String, List<Set<List<String>>>>();
    for (var set : synonymSets()) {
      set.stream()
          .filter(phrase -> phrase.size() > 1)
          .flatMap(List::stream)
          .distinct()
          .forEach(stem -> byStem.computeIfAbsent(stem, _ -> new ArrayList<>()).add(set));
    }
    return byStem;
  }

  private static List<Set<List<String>>> synonymSets() {
    return FILE.lines("synonyms").stream()
        .map(line ->
            COMMA
                .splitAsStream(line.strip())
                .map(phrase -> Arrays.stream(phrase.split(" ", -1)).map(LightStemmer::of).toList())
                .collect(Collectors.toUnmodifiableSet()))
        .toList();
  }

  private static Map<Set<String>, Set<String>> quantifiers() {
    var kinds = new LinkedHashMap<Set<String>, Set<String>>();
    for (var line : FILE.lines("quantifiers")) {
      var sides = line.split(" : ", -1);
      kinds.put(Set.copyOf(wordsOf(sides[0])), Set.copyOf(wordsOf(sides[1])));
    }
    return kinds;
  }

  private static List<String> wordsOf(String line) {
    return COMMA.splitAsStream(line.strip()).toList();
  }

  private static List<String> stemsOf(String words) {
    return COMMA.splitAsStream(words.strip()).map(LightStemmer::of).toList();
  }

  private static Map<String, Integer> aliases() {
    var aliases = new HashMap<String, Integer>();
    int line = 0;
    for (var name : FILE.words("aliases")) {
      var entity = Aliases.named(name).iterator().next();
      for (var alias : concat(entity.names(), entity.demonyms())) {
        if (alias.isWord()) {
          aliases.put(alias.folded(), line);
        }
      }
      line++;
    }
    return Map.copyOf(aliases);
  }

  private static List<Alias> concat(List<Alias> names, List<Alias> demonyms) {
    return Stream.concat(names.stream(), demonyms.stream()).toList();
  }
}
