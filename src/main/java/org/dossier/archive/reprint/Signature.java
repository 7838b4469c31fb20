package org.dossier.archive.reprint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The MinHash signature of a text over the pairs of neighbouring words (Broder: "On the
/// resemblance and containment of documents", 1997). The share of equal values in two signatures
/// estimates the share of word pairs that two texts have in common.
///
/// Texts of which a fifth of the word pairs are the same, as those of an article and of its reprint
/// with 40 % of the words exchanged, have at least one of [#bands()] in common with a probability
/// of 93 %.
///
/// @param values [#SIZE] values; empty for a text of fewer than [#MIN_WORDS] words, which is
///   similar to none
record Signature(int[] values) {
  static final int SIZE = 128;

  /// With fewer words, texts are equal by chance: "Photo: Gull/Harbour Agency".
  static final int MIN_WORDS = 12;

  private static final int ROWS_PER_BAND = 2;
  private static final long[] MULTIPLIERS = numbers(0x9e3779b97f4a7c15L);
  private static final long[] SUMMANDS = numbers(0xd1b54a32d192ed03L);

  static Signature of(ContentWords words) {
    if (words.size() < MIN_WORDS) {
      return new Signature(new int[0]);
    }
    var least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    var hashes = words.hashes();
    for (int at = 1; at < hashes.length; at++) {
      long pair = mix(((long) hashes[at - 1] << 32) | (hashes[at] & 0xffffffffL));
      for (int i = 0; i < SIZE; i++) {
        int value = (int) ((MULTIPLIERS[i] * pair + SUMMANDS[i]) >>> 32);
        if (value < least[i]) {
          least[i] = value;
        }
      }
    }
    return new Signature(least);
  }

  /// The estimated share of word pairs in common, 0 to 1; 0 if either is empty.
  double similarity(Signature other) {
    if (values.length != other.values.length || values.length == 0) {
      return 0;
    }
    int equal = 0;
    for (int i = 0; i < values.length; i++) {
      equal += values[i] == other.values[i] ? 1 : 0;
    }
    return (double) equal / values.length;
  }

  /// The keys under which similar texts are looked up (locality-sensitive hashing): similar texts
  /// have at least one in common. Each key depends on its place.
  int[] bands() {
    var bands = new int[values.length / ROWS_PER_BAND];
    for (int band = 0; band < bands.length; band++) {
      long first = values[band * ROWS_PER_BAND];
      long second = values[band * ROWS_PER_BAND + 1] & 0xffffffffL;
      bands[band] = (int) (mix(((first << 32) | second) + band * 0x9e3779b97f4a7c15L) >>> 32);
    }
    return bands;
  }

  byte[] bytes() {
    var buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }

  static Signature of(byte[] bytes) {
    var values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return new Signature(values);
  }

  private static long[] numbers(long seed) {
    var numbers = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      // Only odd multipliers keep all bits.
      numbers[i] = mix(seed * (i + 1)) | 1;
    }
    return numbers;
  }

  /// Spreads similar numbers (the finalizer of SplitMix64).
  private static long mix(long number) {
    long mixed = number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
