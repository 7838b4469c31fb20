package org.dossier.text.entity;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person, a place or an organization of an archive, with all names by which articles name it.
///
/// @param kind its kind
/// @param name its most frequent full name
/// @param keys the names in articles that are of this entity; not empty
/// @param articles the sum of the articles of its keys
public record Entity(EntityKind kind, String name, Set<EntityKey> keys, long articles) {
  public Entity {
    keys = Set.copyOf(keys);
  }

  /// @param counts the number of articles of each key
  static Entity of(EntityKind kind, Map<EntityKey, Long> counts) {
    var byName =
        counts.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getKey().written(),
                    Collectors.summingLong(Map.Entry::getValue)));
    long longest = byName.keySet().stream().filter(name -> name.contains(" ")).count();
    var name =
        byName.entrySet().stream()
            .filter(entry -> longest == 0 || entry.getKey().contains(" "))
            .min(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow()
            .getKey();
    return new Entity(
        kind, name, counts.keySet(), counts.values().stream().mapToLong(Long::longValue).sum());
  }

  /// The names that are of this entity in every text: full names, those of the table of aliases,
  /// acronyms, and well-known places.
  public Set<String> fullNames() {
    var names = new LinkedHashSet<String>();
    writtenNames().filter(this::isUnambiguous).forEach(names::add);
    for (var full : List.copyOf(names)) {
      var known = EntityFinder.known(full);
      if (known != null) {
        known.names().forEach(alias -> names.add(alias.text()));
      }
    }
    return names;
  }

  /// The names that are of something else in other texts: a word, or the family name of a person.
  public Set<String> shortNames() {
    var names = new LinkedHashSet<String>();
    writtenNames().filter(written -> !isUnambiguous(written)).forEach(names::add);
    if (kind == EntityKind.PERSON) {
      writtenNames().map(Entity::family).forEach(names::add);
    }
    return names;
  }

  /// The names in articles, the usual one first.
  private Stream<String> writtenNames() {
    return Stream.concat(Stream.of(name), keys.stream().map(EntityKey::written).sorted())
        .distinct();
  }

  private boolean isUnambiguous(String written) {
    var key = EntityWords.key(written);
    return written.contains(" ")
        || (kind != EntityKind.PERSON
            && (EntityFinder.known(written) != null
                || written.equals(written.toUpperCase(Locale.ROOT))
                || (EntityWords.isPlace(key) && !EntityWords.GIVEN_NAMES.contains(key))));
  }

  private static String family(String written) {
    var words = List.of(written.split(" "));
    boolean suffixed = words.size() > 1 && EntityWords.isSuffix(EntityWords.key(words.getLast()));
    return words.get(words.size() - (suffixed ? 2 : 1));
  }
}
