package org.dossier.ingestion.html;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The marks of footnotes that are characters of a text: "25[1] people", "25¹ people". Exponents
/// ("10⁹", "km²") are no such marks.
public final class NoteMarks {
  private static final String NAMES =
      "\\^?\\p{Nd}{1,3}|[a-z]|note \\p{Nd}{1,2}|(?:citation|clarification) needed|update|edit|when\\?|who\\?";
  private static final Pattern AFTER_FIGURE_OR_SENTENCE =
      Pattern.compile("(?<=[\\p{Nd}.,;:!?\"”'’)\\]])(?:\\[(?:" + NAMES + ")\\])++(?!\\()");
  private static final Pattern AFTER_WORD =
      Pattern.compile("(?<=\\p{L})(?:\\[(?:" + NAMES + ")\\])++(?!\\()");
  private static final Pattern RAISED =
      Pattern.compile("(?<=[\\p{Nd}.,;:!?\"”'’)])[¹²³⁰⁴-⁹]{1,3}+(?![⁺⁻ⁿ¹²³⁰⁴-⁹])");
  private static final int CONTEXT = 20;

  private NoteMarks() {}

  /// `text` without the marks of footnotes.
  public static String remove(String text) {
    return removeRaised(removeBracketed(text));
  }

  private static String removeBracketed(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    var without = AFTER_FIGURE_OR_SENTENCE.matcher(text).replaceAll("");
    // A bracket after a word may be an index ("a[1]"), unless others show that the text has notes.
    return without.length() < text.length() ? AFTER_WORD.matcher(without).replaceAll("") : without;
  }

  private static String removeRaised(String text) {
    if (text.chars().noneMatch(c -> c == '¹' || c == '²' || c == '³' || (c >= '⁰' && c <= '⁹'))) {
      return text;
    }
    return RAISED.matcher(text).replaceAll(mark -> raised(mark, text));
  }

  private static String raised(MatchResult mark, String text) {
    var digits = new StringBuilder();
    mark.group().chars().map(Character::getNumericValue).forEach(digits::append);
    var before = text.substring(Math.max(0, mark.start() - CONTEXT), mark.start());
    var after = text.substring(mark.end(), Math.min(text.length(), mark.end() + CONTEXT));
    var shown = RaisedText.superscript(digits.toString(), before, after, false);
    return shown.isEmpty() ? "" : mark.group();
  }
}
