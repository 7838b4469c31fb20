package org.dossier.text.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.name.Aliases.Entity.Category;

/// A person, a place or an organization that an article names.
///
/// @param kind its kind
/// @param name its fullest name in the article, or its usual one if the table of aliases has it
/// @param forms the names by which the article names it, as written
public record ArticleEntity(EntityKind kind, String name, List<String> forms) {
  public ArticleEntity {
    forms = List.copyOf(forms);
  }

  /// The kind of what a category of the table of aliases contains; empty for things.
  static Optional<EntityKind> kind(Category category) {
    return switch (category) {
      case COUNTRY, REGION, PLACE -> Optional.of(EntityKind.PLACE);
      case ORGANIZATION -> Optional.of(EntityKind.ORGANIZATION);
      case PERSON -> Optional.of(EntityKind.PERSON);
      case THING -> Optional.empty();
    };
  }

  /// The forms in which indexes store it: its name, and the acronyms that the article defines.
  public Set<EntityKey> keys() {
    var key = EntityKey.of(kind, name);
    var keys = new LinkedHashSet<EntityKey>();
    keys.add(key);
    if (kind == EntityKind.ORGANIZATION && EntityFinder.known(name) == null) {
      forms.stream()
          .filter(form -> Candidate.ACRONYM.matcher(form).matches())
          .map(form -> new EntityKey(kind, key.group(), EntityWords.key(form), form))
          .forEach(keys::add);
    }
    return keys;
  }
}
