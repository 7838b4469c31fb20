package org.dossier.auth;

import java.util.Locale;

/// A permission. Each permission includes those declared before it.
public enum Permission {
  /// Read articles, search, ask and hold conversations.
  READ,
  /// Add, change and withdraw articles.
  WRITE,
  /// Everything, including backups.
  ADMIN;

  /// Returns true if this permission includes `other`.
  public boolean includes(Permission other) {
    return compareTo(other) >= 0;
  }

  /// The lower-case name: `read`, `write`, `admin`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
