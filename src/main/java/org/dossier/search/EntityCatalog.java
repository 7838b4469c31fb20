package org.dossier.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.text.entity.Entity;
import org.dossier.text.entity.EntityKey;
import org.dossier.text.entity.EntityKind;
import org.dossier.text.entity.EntityMerger;
import org.dossier.text.entity.EntityName;
import org.dossier.text.name.MentionedName;
import org.jspecify.annotations.Nullable;

/// The persons, places and organizations of one state of an index. Names of one entity are merged
/// when they are looked up, because articles come and go. For one thread.
public final class EntityCatalog {
  /// The groups of names that are looked up at a time.
  private static final int BATCH = 60;

  /// An entity may be in more articles than name it in the result, by the table of aliases.
  private static final int CANDIDATES = ArticleGroups.MAX_ENTITIES + 10;

  private static final Comparator<Group> MOST_FIRST =
      Comparator.comparingLong(Group::articles)
          .reversed()
          .thenComparing(Group::key, Comparator.nullsLast(Comparator.naturalOrder()));

  private final Function<Set<String>, Map<EntityKey, Long>> keys;

  /// @param keys [IndexSnapshot#entityKeys]
  public EntityCatalog(Function<Set<String>, Map<EntityKey, Long>> keys) {
    this.keys = keys;
  }

  /// The entity that `phrase` names; empty if it names none, or several persons.
  public Optional<MentionedName> find(String phrase) {
    return find(phrase, null);
  }

  /// The same, if it is of this kind; `null` for any.
  public Optional<MentionedName> find(String phrase, @Nullable EntityKind kind) {
    var names = EntityName.of(phrase);
    var byPrefix = entities(names.stream().map(EntityName::prefix).collect(Collectors.toSet()));
    return names.stream()
        .flatMap(name -> name.find(byPrefix.getOrDefault(name.prefix(), List.of())).stream())
        .filter(entity -> kind == null || entity.kind() == kind)
        .max(
            Comparator.comparingLong(Entity::articles)
                .thenComparing(Entity::kind, Comparator.reverseOrder()))
        .map(entity -> mention(phrase, entity));
  }

  /// The entity as what articles mention.
  private static MentionedName mention(String phrase, Entity entity) {
    var shortForms = new LinkedHashSet<>(entity.shortNames());
    var bare = EntityName.withoutArticle(phrase);
    if (!entity.fullNames().contains(bare)) {
      shortForms.add(bare);
    }
    return MentionedName.ofEntity(
        entity.name(),
        entity.fullNames(),
        shortForms,
        entity.keys().stream().map(EntityKey::term).collect(Collectors.toSet()));
  }

  /// The entities with the most articles, at most [ArticleGroups#MAX_ENTITIES].
  ///
  /// @param found the number of articles of a result that have each key
  /// @param count the numbers of the articles of the result that mention each name, in their order
  public List<Group> groups(
      EntityKind kind,
      Map<EntityKey, Long> found,
      Function<List<MentionedName>, List<Long>> count) {
    var candidates = candidates(found);
    var names = candidates.stream().map(entity -> mention(entity.name(), entity)).toList();
    var articles = count.apply(names);
    var groups = new ArrayList<Group>();
    for (int i = 0; i < names.size(); i++) {
      groups.add(new Group(candidates.get(i).name(), articles.get(i)));
    }
    return groups.stream().sorted(MOST_FIRST).limit(ArticleGroups.MAX_ENTITIES).toList();
  }

  /// The entities with the greatest sums of `found`. Groups of names are looked up in the order of
  /// their sums, until those that remain cannot have one.
  private List<Entity> candidates(Map<EntityKey, Long> found) {
    var sums = new HashMap<String, Long>();
    found.forEach((key, articles) -> sums.merge(key.prefix(), articles, Long::sum));
    var prefixes =
        sums.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    var best = new ArrayList<Entity>();
    for (int from = 0; from < prefixes.size(); from += BATCH) {
      long most = sums.getOrDefault(prefixes.get(from), 0L);
      if (best.size() >= CANDIDATES && sum(best.get(CANDIDATES - 1), found) > most) {
        break;
      }
      var batch = prefixes.subList(from, Math.min(prefixes.size(), from + BATCH));
      entities(new HashSet<>(batch)).values().forEach(best::addAll);
      best.sort(
          Comparator.comparingLong((Entity entity) -> -sum(entity, found))
              .thenComparing(Entity::name));
    }
    return best.stream().filter(entity -> sum(entity, found) > 0).limit(CANDIDATES).toList();
  }

  private static long sum(Entity entity, Map<EntityKey, Long> found) {
    return entity.keys().stream().mapToLong(key -> found.getOrDefault(key, 0L)).sum();
  }

  private Map<String, List<Entity>> entities(Set<String> prefixes) {
    if (prefixes.isEmpty()) {
      return Map.of();
    }
    var byPrefix = new HashMap<String, Map<EntityKey, Long>>();
    keys.apply(prefixes)
        .forEach((key, articles) ->
            byPrefix.computeIfAbsent(key.prefix(), _ -> new LinkedHashMap<>()).put(key, articles));
    var entities = new HashMap<String, List<Entity>>();
    byPrefix.forEach((prefix, counts) -> entities.put(prefix, merge(counts)));
    return entities;
  }

  private static List<Entity> merge(Map<EntityKey, Long> counts) {
    return EntityMerger.merge(kind(counts.keySet()), counts);
  }

  private static EntityKind kind(Collection<EntityKey> keys) {
    return keys.iterator().next().kind();
  }
}
