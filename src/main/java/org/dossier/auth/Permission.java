package org.dossier.auth;

import java.util.Locale;

/// A permission. Each permission includes those declared before it.
public enum Permission {
  /// Read articles, search, ask and hold conversations.
  ASK,
  /// Add, change and withdraw articles.
  CHANGE,
  /// Everything, including backups.
  OPERATE;

  /// Returns true if this permission includes `other`.
  public boolean includes(Permission other) {
    return compareTo(other) >= 0;
  }

  /// The lower-case name: `ask`, `change`, `operate`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
