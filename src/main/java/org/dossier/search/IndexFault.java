package org.dossier.search;

/// The reason why an index cannot be used as it is. The next start rebuilds the index from the
/// archive, regardless of the reason.
///
/// @param reason the reason, for people
/// @param damaged whether files were damaged; false if no index exists yet, or if it was built with
///   another schema, for another model or for another archive
public record IndexFault(String reason, boolean damaged) {
  public static IndexFault stale(String reason) {
    return new IndexFault(reason, false);
  }

  public static IndexFault damage(String reason) {
    return new IndexFault(reason, true);
  }
}
