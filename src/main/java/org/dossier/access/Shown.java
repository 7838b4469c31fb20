package org.dossier.access;

/// What a request shows of who sent it.
public sealed interface Shown {
  /// No token at all.
  record Nothing() implements Shown {}

  /// A token that holds, and what it lets do.
  record Holding(Right right) implements Shown {}

  /// A token of the issuer that holds, and gives no right here.
  record Powerless() implements Shown {}

  /// Something that does not hold.
  ///
  /// @param why in a clause that tells nothing of the tokens there are
  record Refused(String why) implements Shown {}

  /// A token that nobody can judge now, since the issuer cannot be asked.
  record Undecided() implements Shown {}
}
