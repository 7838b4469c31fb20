package org.dossier.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Articles counted by one property.
///
/// @param by the property
/// @param groups the groups that have an article: years and months in order, publishers with the
///   most articles first; those for which the property is unknown last
public record ArticleGroups(Property by, List<Group> groups) {
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
    PUBLISHER
  }

  /// @param key the value of the property; `null` if unknown
  /// @param articles at least 1
  public record Group(@Nullable String key, long articles) {}
}
