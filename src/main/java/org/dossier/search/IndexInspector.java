package org.dossier.search;

import java.util.Optional;

/// Inspects an index that is not open yet.
@FunctionalInterface
public interface IndexInspector {

  /// The reason why the index cannot be used as it is, so that opening it would rebuild it; empty
  /// if it can be used.
  Optional<IndexFault> inspect();
}
