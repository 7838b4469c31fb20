package org.dossier.ingestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ids that occurred in one run, each with its first position.
///
/// Needs 16 to 40 bytes per id, regardless of its length: a 64-bit hash represents the id. The
/// probability that any two of a million different ids have the same hash is one in thirty million.
final class SeenIds {
  private static final int INITIAL = 1 << 10;

  private final List<String> files = new ArrayList<>();
  private long[] hashes = new long[INITIAL];
  private long[] places = new long[INITIAL];
  private int count;

  /// Records that `id` occurs in `file` at `line` (0 for the whole file).
  ///
  /// @return its first position, as `file` or `file:line`; empty for the first occurrence
  Optional<String> add(String id, String file, int line) {
    long hash = hash(id);
    int slot = slot(hash);
    if (hashes[slot] != 0) {
      return Optional.of(place(places[slot]));
    }
    if (files.isEmpty() || !files.getLast().equals(file)) {
      files.add(file);
    }
    hashes[slot] = hash;
    places[slot] = (long) (files.size() - 1) << Integer.SIZE | line;
    if (++count * 2 > hashes.length) {
      grow();
    }
    return Optional.empty();
  }

  private String place(long place) {
    var file = files.get((int) (place >>> Integer.SIZE));
    int line = (int) place;
    return line == 0 ? file : file + ":" + line;
  }

  /// The slot that contains `hash`, or the free one for it.
  private int slot(long hash) {
    int slot = (int) hash & (hashes.length - 1);
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }

  private void grow() {
    var oldHashes = hashes;
    var oldPlaces = places;
    hashes = new long[oldHashes.length * 2];
    places = new long[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        places[slot] = oldPlaces[i];
      }
    }
  }

  /// FNV-1a over the characters, with the final mix of SplitMix64; never 0, which marks a free
  /// slot.
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
