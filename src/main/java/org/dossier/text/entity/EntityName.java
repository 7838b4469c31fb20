package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;

/// A phrase as the possible name of an entity of one kind, by which the entity is looked up.
public final class EntityName {
  private static final Pattern ARTICLE = Pattern.compile("(?i)^the\\s+(?=\\S)");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final EntityKey key;

  private EntityName(EntityKey key) {
    this.key = key;
  }

  /// The possible names; empty if `phrase` is not written like a name.
  public static List<EntityName> of(String phrase) {
    var bare = withoutArticle(phrase);
    if (bare.isEmpty()
        || bare.length() > EntityKey.MAX_LENGTH
        || bare.codePoints().noneMatch(Character::isUpperCase)) {
      return List.of();
    }
    var known = EntityFinder.known(bare);
    if (known != null) {
      return ArticleEntity.kind(known.category()).stream()
          .map(kind -> new EntityName(EntityKey.of(kind, known.name())))
          .toList();
    }
    if (!Aliases.named(bare).isEmpty()) {
      return List.of();
    }
    var names = new ArrayList<EntityName>();
    for (var kind : EntityKind.values()) {
      names.add(new EntityName(EntityKey.of(kind, bare)));
    }
    return names;
  }

  /// The phrase without a leading “the” and with single spaces.
  public static String withoutArticle(String phrase) {
    return ARTICLE.matcher(SPACES.matcher(phrase.strip()).replaceAll(" ")).replaceFirst("");
  }

  /// The prefix of the keys that may be of the entity.
  public String prefix() {
    return key.prefix();
  }

  /// The entity among those with the prefix; empty if none has the name, or several have the family
  /// name.
  public Optional<Entity> find(List<Entity> entities) {
    var exact = entities.stream().filter(this::hasName).findFirst();
    if (exact.isPresent()) {
      return isAmbiguous(exact.get(), entities) ? Optional.empty() : exact;
    }
    var fitting = entities.stream().filter(this::fits).toList();
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  private boolean hasName(Entity entity) {
    return entity.keys().stream().anyMatch(other -> other.name().equals(key.name()));
  }

  /// True for a family name that remained apart, because several persons have it.
  private boolean isAmbiguous(Entity entity, List<Entity> entities) {
    return entity.kind() == EntityKind.PERSON
        && isWord()
        && entity.keys().stream().allMatch(other -> other.name().equals(key.name()))
        && entities.stream().anyMatch(other -> !other.equals(entity) && fits(other));
  }

  private boolean isWord() {
    return key.name().indexOf(' ') < 0;
  }

  private boolean fits(Entity entity) {
    return switch (key.kind()) {
      case PERSON -> entity.keys().stream().anyMatch(this::isOfPerson);
      case ORGANIZATION -> isAcronym();
      case PLACE -> false;
    };
  }

  private boolean isOfPerson(EntityKey other) {
    var mine = NameParts.parse(key.name());
    var theirs = NameParts.parse(other.name());
    return isWord() ? mine.family().equals(theirs.family()) : mine.isSpellingOf(theirs);
  }

  private boolean isAcronym() {
    return isWord() && key.written().equals(key.written().toUpperCase(Locale.ROOT));
  }
}
