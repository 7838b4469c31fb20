package org.dossier.search;

/// The reason why an index on disk cannot be used as it is. The next start builds it from the
/// archive, whatever the reason.
///
/// @param what the reason, in words
/// @param damaged whether files were damaged; false if there is no index yet, or if it belongs to
///   other rules, another model or another archive
public record IndexFault(String reason, boolean damaged) {
  public static IndexFault stale(String what) {
    return new IndexFault(what, false);
  }

  public static IndexFault damage(String what) {
    return new IndexFault(what, true);
  }
}
