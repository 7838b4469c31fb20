package org.dossier.auth;

import java.util.Locale;

/// What somebody may do. Each right includes those before it.
public enum Permission {
  /// Read articles, search, ask, hold conversations.
  ASK,
  /// Put articles and withdraw them.
  CHANGE,
  /// Everything, such as taking a backup.
  OPERATE;

  /// Whether who has this right has `other` as well.
  public boolean includes(Permission other) {
    return compareTo(other) >= 0;
  }

  /// As people write it: `ask`, `change`, `operate`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
