package org.dossier.ingestion.format;

import java.util.regex.Pattern;

/// Text between `~~`, which its author has struck out: no evidence for anything any more.
final class StruckText {
  private static final Pattern STRUCK =
      Pattern.compile("(?<![~\\\\])~~(?=[^\\s~])[^~\\n]{1,2000}+~~(?!~)");
  private static final Pattern SPACES_AROUND = Pattern.compile("(?<=\\S) {2,}(?=\\S)");

  private StruckText() {}

  /// `text` without what is struck out.
  static String remove(String text) {
    if (!text.contains("~~")) {
      return text;
    }
    return SPACES_AROUND.matcher(STRUCK.matcher(text).replaceAll("")).replaceAll(" ");
  }
}
