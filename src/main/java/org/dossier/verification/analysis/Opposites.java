package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.text.NumberWords;

/// Detects a word of a statement that replaces its opposite in the sources: "rose" for "fell".
public final class Opposites {
  /// The number of words on each side of an opposite that form its context. Opposites without a
  /// common context word say different things of different things.
  private static final int WINDOW = 8;

  /// The same for connectives of time, of which only the words after them matter, and for a choice
  /// between two places.
  private static final int NEAR = 4;

  /// The number of words in common by which the context of the opposite must match better than that
  /// of the same word elsewhere in the sources.
  private static final int MARGIN = 2;

  /// The minimum length of an opposite formed by a negating prefix. Shorter ones are mostly
  /// unrelated words.
  public static final int MIN_NEGATED_LENGTH = 4;

  private static final Set<String> TIMES =
      Set.of("before", "after", "until", "since", "prior", "following", "later", "earlier");

  private static final Set<String> PARTICLES = Set.of("up", "down", "out", "off", "over", "under");
  private static final Set<String> BOUNDS = Set.of("at", "or");
  private static final String ALL = "all";
  private static final String WITH = "with";

  /// "So far" and "by far" say nothing about distance.
  private static final String FAR = "far";

  private static final Set<String> BEFORE_FAR = Set.of("so", "by", "as", "thus");

  private final List<Word> statement;
  private final List<Word> cited;
  private final Map<String, List<Integer>> own;
  private final Map<String, List<Integer>> theirs;

  private Opposites(AnalyzedText text, List<Word> cited) {
    this.statement = text.words();
    this.cited = cited;
    this.own = positionsByStem(statement);
    this.theirs = positionsByStem(cited);
  }

  /// The first such word, in lower case.
  public static Optional<String> find(
      AnalyzedText text, Polarity here, List<Word> cited, Polarity there) {
    var opposites = new Opposites(text, cited);
    for (var stem : opposites.own.keySet()) {
      for (var opposite : opposites(stem, opposites.theirs.keySet())) {
        boolean sameSide = here.isNegated(stem) == there.isNegated(opposite);
        if (sameSide && opposites.replaces(stem, opposite)) {
          var place = positions(opposites.own, stem).getFirst();
          return Optional.of(opposites.statement.get(place).lower());
        }
      }
    }
    return Optional.empty();
  }

  private boolean replaces(String stem, String opposite) {
    var at = positions(own, stem);
    var there = positions(theirs, opposite);
    if (there.size() <= positions(own, opposite).size()
        || isBothSides(stem, opposite)
        || Comparison.saysTheSame(statement, stem, cited, opposite)
        || isOtherSide(stem, opposite)) {
      return false;
    }
    int window = TIMES.contains(stem) ? NEAR : WINDOW;
    var same = new ArrayList<>(positions(theirs, stem));
    theirs.forEach((other, places) -> {
      if (!own.containsKey(other) && !other.equals(opposite) && canRetell(stem, other)) {
        same.addAll(places);
      }
    });
    return at.size() > same.size()
        ? common(at, there, window) > 0
        : at.size() == 1 && common(at, there, NEAR) >= common(at, same, NEAR) + MARGIN;
  }

  /// "The simple ones first, the complex ones later", if the sources have "easy" and "complicated":
  /// each side has a word of both.
  private boolean isBothSides(String stem, String opposite) {
    return theirs.keySet().stream()
            .anyMatch(other -> !own.containsKey(other) && WordRelations.canRetell(stem, other))
        && own.keySet().stream()
            .anyMatch(
                other -> !theirs.containsKey(other) && WordRelations.canRetell(other, opposite));
  }

  private static boolean canRetell(String stem, String other) {
    return !WordLists.OPPOSITES.getOrDefault(stem, Set.of()).contains(other)
        && WordLists.SYNONYMS.getOrDefault(stem, List.of()).stream()
            .anyMatch(set -> set.contains(List.of(other)));
  }

  /// "Kovac lost to Weaver", if in the sources Weaver beat Kovac: another name is the agent of the
  /// opposite.
  private boolean isOtherSide(String stem, String opposite) {
    if (!WordLists.CONVERSE.getOrDefault(stem, Set.of()).contains(opposite)) {
      return false;
    }
    if (isPassive(statement, positions(own, stem).getFirst())
        != isPassive(cited, positions(theirs, opposite).getFirst())) {
      return true;
    }
    var agents = namesBefore(statement, positions(own, stem).getFirst());
    var others = namesBefore(cited, positions(theirs, opposite).getFirst());
    var names = namesBefore(statement, statement.size());
    return !agents.isEmpty()
        && others.stream().noneMatch(other -> NameVariants.areSame(agents.getLast(), other))
        && others.stream().anyMatch(names::contains);
  }

  /// "Were given", which is "received".
  private static boolean isPassive(List<Word> words, int at) {
    return at > 0
        && words.get(at).isPast()
        && WordLists.PASSIVE.contains(words.get(at - 1).lower());
  }

  private static List<String> namesBefore(List<Word> words, int at) {
    return words.subList(0, at).stream()
        .filter(word -> word.capital() && word.isContentWord())
        .map(Word::lower)
        .toList();
  }

  /// The opposites of `stem`: those of the word list, and those formed by a negating prefix.
  private static Set<String> opposites(String stem, Set<String> theirs) {
    var opposites = new HashSet<>(WordLists.OPPOSITES.getOrDefault(stem, Set.of()));
    for (var prefix : WordLists.NEGATING_PREFIXES) {
      var bare = stem.startsWith(prefix) ? stem.substring(prefix.length()) : "";
      boolean isWord = stem.length() >= MIN_NEGATED_LENGTH;
      Stream.of(isWord ? prefix + stem : "", bare)
          .filter(other -> other.length() >= MIN_NEGATED_LENGTH && theirs.contains(other))
          .forEach(opposites::add);
    }
    return opposites;
  }

  private static List<Integer> positions(Map<String, List<Integer>> stems, String stem) {
    return stems.getOrDefault(stem, List.of());
  }

  /// The positions of each stem, without words that have no sense of their own: "gave up", "at
  /// least five", "five or more".
  private static Map<String, List<Integer>> positionsByStem(List<Word> words) {
    var at = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < words.size(); i++) {
      if (!isPartOfPhrase(words, i) && !isPartOfName(words, i)) {
        at.computeIfAbsent(words.get(i).stem(), _ -> new ArrayList<>()).add(i);
      }
    }
    return at;
  }

  /// The "Open" of "the US Open". Other rules compare names.
  private static boolean isPartOfName(List<Word> words, int at) {
    return words.get(at).capital() && at > 0 && words.get(at - 1).capital();
  }

  private static boolean isPartOfPhrase(List<Word> words, int at) {
    var word = words.get(at);
    // "With no restriction" is without one.
    if (word.lower().equals(WITH)
        && at + 1 < words.size()
        && words.get(at + 1).lower().equals("no")) {
      return true;
    }
    // "All eleven miners" are the eleven.
    if (word.lower().equals(ALL) && at + 1 < words.size() && isNumber(words.get(at + 1))) {
      return true;
    }
    if (at == 0) {
      return false;
    }
    var before = words.get(at - 1);
    boolean particle =
        PARTICLES.contains(word.lower()) && WordLists.PARTICLE_VERBS.contains(before.stem());
    boolean bound = WordLists.OPPOSITES.containsKey(word.stem()) && BOUNDS.contains(before.lower());
    boolean upTo =
        word.lower().equals("up")
            && at + 1 < words.size()
            && words.get(at + 1).lower().equals("to");
    boolean far = word.lower().equals(FAR) && BEFORE_FAR.contains(before.lower());
    return particle || upTo || far || (bound && word.lower().length() <= "least".length());
  }

  private static boolean isNumber(Word word) {
    return Character.isDigit(word.lower().codePointAt(0)) || NumberWords.value(word.lower()) > 0;
  }

  /// The number of content words that the context of a place in the statement has in common with
  /// that of a place in the sources; the best pair counts.
  private long common(List<Integer> at, List<Integer> there, int window) {
    return at.stream()
        .flatMap(place -> {
          boolean time = TIMES.contains(statement.get(place).lower());
          var neighbours = neighbours(statement, place, window, time);
          return there.stream()
              .map(other ->
                  neighbours(cited, other, window, time).stream()
                      .filter(neighbours::contains)
                      .count());
        })
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  private static Set<String> neighbours(List<Word> words, int at, int window, boolean afterOnly) {
    var neighbours = new HashSet<String>();
    int from = afterOnly ? at : Math.max(0, at - window);
    for (var word : words.subList(from, Math.min(words.size(), at + window + 1))) {
      boolean comparable = !afterOnly || word.clause() == words.get(at).clause();
      if (comparable && word.isContentWord() && !word.equals(words.get(at))) {
        neighbours.add(word.stem());
      }
    }
    return neighbours;
  }
}
