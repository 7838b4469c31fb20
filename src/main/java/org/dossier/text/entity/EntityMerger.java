package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Merges the names of one group that are of one entity of an archive: spellings of a name ("Hassan
/// Rouhani", "Hassan Ruhani"), names without middle names or with initials, family names alone, and
/// acronyms. A short name is merged only if it is unambiguous: one entity of the archive has it, or
/// at least twenty times as many articles as all others that have it.
public final class EntityMerger {
  private static final long DOMINANT = 20;

  private final EntityKind kind;
  private final List<Map<EntityKey, Long>> merged = new ArrayList<>();
  private final Map<String, NameParts> parts = new HashMap<>();

  private EntityMerger(EntityKind kind) {
    this.kind = kind;
  }

  /// The entities of a group.
  ///
  /// @param counts the number of articles of each key; all of one kind and group
  public static List<Entity> merge(EntityKind kind, Map<EntityKey, Long> counts) {
    var merger = new EntityMerger(kind);
    var byName = new TreeMap<String, Map<EntityKey, Long>>();
    counts.forEach((key, count) ->
        byName.computeIfAbsent(key.name(), _ -> new LinkedHashMap<>()).put(key, count));
    // Long names first, so that each short one meets all that it may be short for.
    byName.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, ?> entry) -> -words(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> merger.add(entry.getKey(), entry.getValue()));
    return merger.merged.stream().map(keys -> Entity.of(kind, keys)).toList();
  }

  private static int words(String name) {
    return name.split(" ").length;
  }

  private void add(String name, Map<EntityKey, Long> keys) {
    var same =
        switch (kind) {
          case PERSON -> ofPerson(parts(name));
          case ORGANIZATION -> name.indexOf(' ') < 0 ? unambiguous(_ -> true) : null;
          case PLACE -> null;
        };
    if (same == null) {
      merged.add(new LinkedHashMap<>(keys));
    } else {
      same.putAll(keys);
    }
  }

  private @Nullable Map<EntityKey, Long> ofPerson(NameParts name) {
    for (var entity : merged) {
      if (entity.keySet().stream().anyMatch(key -> parts(key.name()).isSpellingOf(name))) {
        return entity;
      }
    }
    return unambiguous(key ->
        name.isBare()
            ? parts(key.name()).family().equals(name.family())
            : name.isShortFor(parts(key.name())));
  }

  /// The only entity with a key that `fits`, or the one with by far the most articles; `null` if no
  /// such entity exists.
  private @Nullable Map<EntityKey, Long> unambiguous(Predicate<EntityKey> fits) {
    var fitting =
        merged.stream()
            .filter(entity -> entity.keySet().stream().anyMatch(fits))
            .sorted(Comparator.comparingLong((Map<EntityKey, Long> entity) -> -articles(entity)))
            .toList();
    if (fitting.isEmpty()) {
      return null;
    }
    long others = fitting.stream().skip(1).mapToLong(EntityMerger::articles).sum();
    return articles(fitting.getFirst()) >= DOMINANT * others ? fitting.getFirst() : null;
  }

  private static long articles(Map<EntityKey, Long> entity) {
    return entity.values().stream().mapToLong(Long::longValue).sum();
  }

  private NameParts parts(String name) {
    return parts.computeIfAbsent(name, NameParts::parse);
  }
}
