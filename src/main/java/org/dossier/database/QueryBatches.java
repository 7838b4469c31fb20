package org.dossier.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// Queries for many keys in batches, because a database limits the parameters of one statement.
public final class QueryBatches {
  private static final int SIZE = 500;

  private QueryBatches() {}

  public static <K, V> Map<K, V> query(Collection<K> keys, Function<List<K>, Map<K, V>> query) {
    var found = new HashMap<K, V>();
    each(keys, part -> found.putAll(query.apply(part)));
    return found;
  }

  public static <K> void each(Collection<K> keys, Consumer<List<K>> work) {
    var all = new ArrayList<>(new HashSet<>(keys));
    for (int i = 0; i < all.size(); i += SIZE) {
      work.accept(all.subList(i, Math.min(all.size(), i + SIZE)));
    }
  }
}
