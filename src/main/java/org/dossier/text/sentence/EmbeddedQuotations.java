package org.dossier.text.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.Span;

/// The quotations that are a part of a sentence: a title (“the musical “Hello, Sea! Goodbye!” by
/// Frane”) or words (“he called “Run! Hide!” and fell”). The sentence goes on after them, so their
/// own marks do not end it.
final class EmbeddedQuotations {
  private static final int MAX_LENGTH = 160;

  private static final String BEFORE = "(?<=[\\p{L}\\p{N}%][,:]? )";
  private static final String INSIDE = "{1," + MAX_LENGTH + "}+";
  private static final Pattern CURLY =
      Pattern.compile(BEFORE + "“([^“”]" + INSIDE + ")”(?=,? \\p{Ll})");
  private static final Pattern STRAIGHT =
      Pattern.compile(BEFORE + "\"(?=[\\p{L}\\p{N}])([^\"“”]" + INSIDE + ")\"(?=,? \\p{Ll})");
  private static final Pattern OPENING = Pattern.compile(BEFORE + "[“\"](?=[\\p{L}\\p{N}])");

  private EmbeddedQuotations() {}

  /// The words between the quotation marks, in order, without overlap.
  static List<Span> find(String text) {
    boolean curly = text.indexOf('“') >= 0;
    if (!curly && text.indexOf('"') < 0) {
      return List.of();
    }
    var found = new ArrayList<Span>();
    var matcher = (curly ? CURLY : STRAIGHT).matcher(text);
    while (matcher.find()) {
      found.add(new Span(matcher.start(1), matcher.end(1)));
    }
    return found;
  }

  /// True if a quotation that began before `place` has not ended, and may still be embedded.
  static boolean isOpenAt(String text, int place) {
    int from = Math.max(0, place - MAX_LENGTH - 2);
    var opening = OPENING.matcher(text).region(from, place).useTransparentBounds(true);
    int last = -1;
    while (opening.find()) {
      last = opening.end();
    }
    if (last < 0) {
      return false;
    }
    int close = text.indexOf(text.charAt(last - 1) == '“' ? '”' : '"', last);
    int end = close < 0 ? text.length() : close + 4;
    return end >= place && end > text.length() - 1 && text.length() - last <= MAX_LENGTH + 4;
  }
}
