package org.dossier.search;

import java.util.List;
import java.util.Optional;
import org.dossier.text.entity.EntityKind;
import org.jspecify.annotations.Nullable;

/// Articles counted by one property.
///
/// @param by the property
/// @param groups the groups that have an article: years and months in order, publishers with the
///   most articles first; those for which the property is unknown last. Of persons, places and
///   organizations, the [#MAX_ENTITIES] with the most articles; an article is in the group of each
///   that it names
public record ArticleGroups(Property by, List<Group> groups) {
  /// The maximum number of persons, places or organizations.
  public static final int MAX_ENTITIES = 20;

  public ArticleGroups {
    groups = List.copyOf(groups);
  }

  /// The properties by which articles are counted.
  public enum Property {
    /// The year of publication: "2013".
    YEAR,
    /// The month of publication: "2013-05".
    MONTH,
    /// The publisher, in any case; named as most of its articles do.
    PUBLISHER,
    /// The persons that articles name.
    PERSON(EntityKind.PERSON),
    /// The places that articles name.
    PLACE(EntityKind.PLACE),
    /// The organizations that articles name.
    ORGANIZATION(EntityKind.ORGANIZATION);

    private final @Nullable EntityKind kind;

    Property() {
      this.kind = null;
    }

    Property(EntityKind kind) {
      this.kind = kind;
    }

    /// The kind of the entities by which articles are counted; empty for other properties.
    public Optional<EntityKind> kind() {
      return Optional.ofNullable(kind);
    }
  }

  /// @param key the value of the property; `null` if unknown
  /// @param articles at least 1
  public record Group(@Nullable String key, long articles) {}
}
