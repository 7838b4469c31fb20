package org.dossier.chat;

import java.util.regex.Pattern;

/// Makes a message into a question that can be understood without the turns before it.
final class StandAlone {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private StandAlone() {}

  /// The message on one line, white space folded. Every message is taken to stand alone already.
  static String question(String message) {
    return SPACE.matcher(message).replaceAll(" ").strip();
  }
}
