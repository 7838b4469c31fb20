package org.dossier.chat;

import java.util.regex.Pattern;

/// Makes a message into a question that can be understood without the turns before it. Evaluation
/// asks through it too: what a chat makes of its turns is what must be measured.
public final class StandAlone {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  private StandAlone() {}

  /// The message on one line, white space folded. Every message is taken to stand alone already.
  public static String question(String message) {
    return SPACE.matcher(message).replaceAll(" ").strip();
  }
}
