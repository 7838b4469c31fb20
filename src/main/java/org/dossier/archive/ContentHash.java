package org.dossier.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.dossier.text.Sha256;
import org.jspecify.annotations.Nullable;

/// The hash of a content: the first half of its SHA-256, as 32 hexadecimal digits.
final class ContentHash {
  private static final int BYTES = 16;

  private ContentHash() {}

  static String of(String text) {
    return hex(Sha256.digest(), text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash over several parts, any of which may be missing. Different lists of parts never have
  /// the same input to the hash, as long as no part is a lone NUL.
  static String ofParts(@Nullable Object... parts) {
    var digest = Sha256.digest();
    for (var part : parts) {
      var bytes = (part == null ? "\0" : part.toString()).getBytes(StandardCharsets.UTF_8);
      digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) ':');
      digest.update(bytes);
    }
    return hex(digest, new byte[0]);
  }

  private static String hex(MessageDigest digest, byte[] last) {
    return HexFormat.of().formatHex(digest.digest(last), 0, BYTES);
  }
}
