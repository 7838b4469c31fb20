package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.archive.InvalidArticleException;
import org.dossier.archive.Omissions;
import org.dossier.archive.Omissions.Struck;
import org.dossier.text.WhiteSpace;

/// Text that its author has struck out, between `~~` or as HTML: no evidence for anything any more.
///
/// To find the places of these words in a text that was read without them, the source is read a
/// second time with marks around them, and both texts are compared.
final class StruckText {
  private static final Pattern STRUCK =
      Pattern.compile("(?<![~\\\\])~~(?=[^\\s~])([^~\\n]{1,2000}+)~~(?!~)");
  private static final Pattern SPACES_AROUND = Pattern.compile("(?<=\\S) {2,}(?=\\S)");
  private static final Pattern START =
      Pattern.compile("<(?:del|s|strike)(?:\\s[^<>]{0,2000}+)?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern END =
      Pattern.compile("</(?:del|s|strike)\\s*+>", Pattern.CASE_INSENSITIVE);

  /// The marks, which texts do not have otherwise.
  private static final char OPEN = '⸢';

  private static final char CLOSE = '⸣';

  private StruckText() {}

  /// The way in which a source is read.
  interface Reading {
    String text(String source) throws RejectedArticleException;
  }

  /// `text` without what is struck out.
  static String remove(String text) {
    if (!text.contains("~~")) {
      return text;
    }
    return SPACES_AROUND.matcher(STRUCK.matcher(text).replaceAll("")).replaceAll(" ");
  }

  /// `source` with marks instead of `~~` and tags.
  static String mark(String source) {
    return markTags(
        source.contains("~~") ? STRUCK.matcher(source).replaceAll(OPEN + "$1" + CLOSE) : source);
  }

  /// `source` with marks instead of tags.
  static String markTags(String source) {
    var starts = START.matcher(source).replaceAll(String.valueOf(OPEN));
    return starts.equals(source) ? source : END.matcher(starts).replaceAll(String.valueOf(CLOSE));
  }

  /// The struck-out words and their places in `text`. Words whose place cannot be found are left
  /// out.
  ///
  /// @param marked `source` with marks
  /// @param text the text of `source`
  /// @param reading reads a text from `marked`
  static List<Struck> find(String marked, String source, String text, Reading reading) {
    boolean unique = source.indexOf(OPEN) < 0 && source.indexOf(CLOSE) < 0;
    if (marked.equals(source) || !unique) {
      return List.of();
    }
    try {
      return compare(reading.text(marked), text);
    } catch (RejectedArticleException | InvalidArticleException e) {
      // The marked text is too long, for example. The article itself is valid.
      return List.of();
    }
  }

  /// Walks through both texts, which have the same characters apart from white space and what is
  /// between marks.
  private static List<Struck> compare(String marked, String text) {
    var found = new ArrayList<Struck>();
    var words = new StringBuilder();
    int depth = 0;
    int at = 0;
    for (int i = 0; i < marked.length() && found.size() < Omissions.MAX_STRUCK; i++) {
      char c = marked.charAt(i);
      if (c == OPEN) {
        depth++;
      } else if (c == CLOSE) {
        depth = Math.max(0, depth - 1);
        if (depth == 0) {
          add(found, at, words);
        }
      } else if (depth > 0) {
        words.append(c);
      } else if (!WhiteSpace.isWhiteSpace(c)) {
        int next = at;
        while (next < text.length() && WhiteSpace.isWhiteSpace(text.charAt(next))) {
          next++;
        }
        if (next == text.length() || text.charAt(next) != c) {
          return found;
        }
        at = next + 1;
      }
    }
    return found;
  }

  private static void add(List<Struck> found, int at, StringBuilder words) {
    var text = WhiteSpace.normalize(words.toString());
    words.setLength(0);
    if (!text.isEmpty()) {
      int end = Math.min(text.length(), Omissions.MAX_TEXT - 1);
      boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
      found.add(
          new Struck(
              at, end < text.length() ? text.substring(0, splits ? end - 1 : end) + "…" : text));
    }
  }
}
