package org.dossier.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A hash that names a piece of content: the first half of its SHA-256, 32 hexadecimal digits.
final class ContentHash {
  private static final int BYTES = 16;

  private ContentHash() {}

  static String of(String text) {
    return hex(sha256(), text.getBytes(StandardCharsets.UTF_8));
  }

  /// Over several parts, any of which may be missing: no two different lists of parts share what is
  /// hashed, as long as no part is a lone NUL.
  static String ofParts(@Nullable Object... parts) {
    var digest = sha256();
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
