package org.dossier.verification.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The meanings that an English word can have. Read from `relations.txt.gz`, a table made from
/// WordNet 3.0 by `src/training/word_relations.py`.
///
/// @param own the meanings of the word and of the words derived from it, each a number
/// @param wider the meanings directly above those: that of "vessel" for "ship"
/// @param opposites the stems of its opposites
public record WordRelations(Set<Integer> own, Set<Integer> wider, Set<String> opposites) {
  private static final String TABLE = "relations.txt.gz";
  private static final Pattern COMPARATIVE = Pattern.compile("(?<=.{3})(?:est|er)$");
  private static final Pattern COMMA = Pattern.compile(",");

  /// The relations of each stem. Words with the same stem are one entry.
  private static final Map<String, WordRelations> BY_STEM = read();

  private static Map<String, WordRelations> read() {
    var byStem = new HashMap<String, WordRelations>();
    try (var table = Objects.requireNonNull(WordRelations.class.getResourceAsStream(TABLE), TABLE);
        var lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(table), StandardCharsets.US_ASCII))) {
      lines.lines().forEach(line -> add(byStem, line.split(" ", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the table " + TABLE, e);
    }
    return Map.copyOf(byStem);
  }

  private static void add(Map<String, WordRelations> byStem, String[] parts) {
    var relations =
        byStem.computeIfAbsent(
            LightStemmer.of(parts[0]),
            _ -> new WordRelations(new HashSet<>(), new HashSet<>(), new HashSet<>()));
    items(parts[1]).map(Integer::valueOf).forEach(relations.own()::add);
    items(parts[2]).map(Integer::valueOf).forEach(relations.wider()::add);
    items(parts[3]).map(LightStemmer::of).forEach(relations.opposites()::add);
  }

  private static Stream<String> items(String list) {
    return COMMA.splitAsStream(list).filter(item -> !item.isEmpty());
  }

  /// True if a text with the stem `source` can be retold with the stem `word`: they share a
  /// meaning, or `word` has the wider one. "A vessel" retells "a ship", but not the other way
  /// round.
  public static boolean canRetell(String word, String source) {
    var one = get(word);
    var other = get(source);
    return one != null
        && other != null
        && (intersect(one.own, other.own) || intersect(one.own, other.wider));
  }

  /// The relations of a stem, or of the adjective of which it is a comparative or superlative.
  private static @Nullable WordRelations get(String stem) {
    var relations = BY_STEM.get(stem);
    return relations != null ? relations : BY_STEM.get(COMPARATIVE.matcher(stem).replaceFirst(""));
  }

  /// True if the table has the stem: a word of the dictionary that is no proper name.
  public static boolean isKnown(String stem) {
    return get(stem) != null;
  }

  public static boolean areOpposites(String stem, String other) {
    return hasOpposite(stem, other) || hasOpposite(other, stem);
  }

  private static boolean hasOpposite(String stem, String other) {
    var relations = BY_STEM.get(stem);
    return relations != null && relations.opposites.contains(other);
  }

  private static boolean intersect(Set<Integer> numbers, Set<Integer> others) {
    boolean fewer = numbers.size() <= others.size();
    return (fewer ? numbers : others).stream().anyMatch((fewer ? others : numbers)::contains);
  }
}
