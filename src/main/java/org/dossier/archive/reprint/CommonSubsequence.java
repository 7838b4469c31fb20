package org.dossier.archive.reprint;

import java.util.Arrays;
import java.util.HashMap;

/// The length of the longest common subsequence of two texts: the number of words that both have in
/// the same order, regardless of what is between them. Bit-parallel (Hyyrö: "Bit-parallel
/// LCS-length computation revisited", 2004): one step for each word and 64 words of the other text.
final class CommonSubsequence {
  private CommonSubsequence() {}

  static int length(int[] one, int[] other) {
    int blocks = (one.length + Long.SIZE - 1) / Long.SIZE;
    var places = new HashMap<Integer, long[]>();
    for (int i = 0; i < one.length; i++) {
      places.computeIfAbsent(one[i], _ -> new long[blocks])[i / Long.SIZE] |= 1L << i;
    }
    // A 0 marks a place at which the longest common subsequence grows.
    var row = new long[blocks];
    Arrays.fill(row, -1L);
    for (int word : other) {
      var matches = places.get(word);
      if (matches != null) {
        advance(row, matches);
      }
    }
    int length = 0;
    for (int i = 0; i < one.length; i++) {
      length += (row[i / Long.SIZE] >>> i & 1) == 0 ? 1 : 0;
    }
    return length;
  }

  /// Computes `(row + (row & matches)) | (row & ~matches)`, with the carry from block to block.
  private static void advance(long[] row, long[] matches) {
    long carry = 0;
    for (int block = 0; block < row.length; block++) {
      long before = row[block];
      long matched = before & matches[block];
      long sum = before + matched;
      long sumWithCarry = sum + carry;
      boolean overflows =
          Long.compareUnsigned(sum, before) < 0 || Long.compareUnsigned(sumWithCarry, sum) < 0;
      carry = overflows ? 1 : 0;
      row[block] = sumWithCarry | (before & ~matches[block]);
    }
  }
}
