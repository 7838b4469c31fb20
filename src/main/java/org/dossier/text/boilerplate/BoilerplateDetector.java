package org.dossier.text.boilerplate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.sentence.ParagraphSplitter;

/// Detects boilerplate in the text of an article: the text that a web page puts around and between
/// the author's words (comment boxes, share bars, photo captions, related links, navigation, cookie
/// notices, print and date lines).
///
/// Most boilerplate is recognized by its words ([BoilerplatePatterns], from `boilerplate.txt`). The
/// head of a page, and the lines after a comment box or a heading of links, are also recognized by
/// their position. A word alone never makes a sentence of prose boilerplate.
public final class BoilerplateDetector {
  /// The maximum number of lines that a heading of links marks as boilerplate.
  private static final int MAX_LINKS = 8;

  private static final int MAX_LINK_LENGTH = 120;
  private static final int MAX_BOX_LINE_LENGTH = 160;
  private static final int MIN_SENTENCE_WORDS = 12;
  private static final int SHORT_LINE = 8;
  private static final Pattern MENU =
      Pattern.compile("(?:[^|.!?\\p{Nd}]{1,30}\\|){3,12}[^|.!?\\p{Nd}]{0,30}");

  private final String text;
  private final List<Span> lines;
  private final BitSet boilerplate = new BitSet();
  private OptionalInt lastSentence = OptionalInt.empty();
  private boolean markedToEnd;

  /// The kinds of short lines, each determined once: a text may have hundreds of thousands of them.
  private final Map<String, BoilerplatePatterns.Kind> shortLines = new HashMap<>();

  private BoilerplateDetector(String text) {
    this.text = text;
    this.lines = ParagraphSplitter.split(text);
  }

  /// The parts of `text` that are boilerplate: whole lines, in order, without overlap, trimmed. In
  /// hard-wrapped text each part is a whole paragraph.
  public static List<Span> detect(String text) {
    return new BoilerplateDetector(text).find();
  }

  private List<Span> find() {
    for (int line = 0; line < lines.size(); line++) {
      mark(line);
    }
    List<Span> found = new ArrayList<>();
    boilerplate.stream().forEach(line -> found.add(lines.get(line)));
    return List.copyOf(found);
  }

  private void mark(int line) {
    String words = words(line);
    switch (kind(words)) {
      case COMMENT_BOX -> {
        boilerplate.set(line);
        markToEnd(line);
      }
      case LINKS -> {
        boilerplate.set(line);
        markLinks(line + 1);
        markToEnd(line);
      }
      case OTHER -> boilerplate.set(line);
      case UNKNOWN ->
          boilerplate.set(line, boilerplate.get(line) || isByline(words, line) || isMenu(line));
    }
  }

  private boolean isByline(String words, int line) {
    return BylineDetector.isPageLine(words, line, lines.size());
  }

  /// True for a row of links, "Home | World | Sport | Contact". A row with figures is data, and so
  /// are several rows of the same number of cells.
  private boolean isMenu(int line) {
    var words = words(line);
    return MENU.matcher(words).matches()
        && !isRowLike(line - 1, bars(words))
        && !isRowLike(line + 1, bars(words));
  }

  private boolean isRowLike(int line, long bars) {
    return line >= 0 && line < lines.size() && bars(words(line)) == bars;
  }

  private static long bars(String words) {
    return words.length() > MAX_BOX_LINE_LENGTH * 2
        ? 0
        : words.chars().filter(c -> c == '|').count();
  }

  /// Marks all lines after a heading, if they are short and the heading is well after the start.
  private void markToEnd(int heading) {
    boolean late = lines.get(heading).start() >= text.length() / 3;
    if (late && !markedToEnd && heading >= lastSentence()) {
      boilerplate.set(heading, lines.size());
      markedToEnd = true;
    }
  }

  private void markLinks(int first) {
    for (int line = first; line < Math.min(first + MAX_LINKS, lines.size()); line++) {
      String words = words(line);
      if (words.length() > MAX_LINK_LENGTH || words.endsWith(".") || words.endsWith("”")) {
        return;
      }
      boilerplate.set(line);
    }
  }

  /// The last line that reads as a sentence or is too long for a page's box; -1 if no line does.
  private int lastSentence() {
    if (lastSentence.isEmpty()) {
      int line = lines.size() - 1;
      while (line >= 0 && !isSentence(words(line))) {
        line--;
      }
      lastSentence = OptionalInt.of(line);
    }
    return lastSentence.getAsInt();
  }

  private boolean isSentence(String words) {
    if (kind(words) != BoilerplatePatterns.Kind.UNKNOWN) {
      return false;
    }
    boolean ends = Punctuation.isTerminator(words.charAt(words.length() - 1));
    return words.length() > MAX_BOX_LINE_LENGTH
        || (ends && words.split("\\s++", -1).length >= MIN_SENTENCE_WORDS);
  }

  private BoilerplatePatterns.Kind kind(String words) {
    return words.length() > SHORT_LINE
        ? BoilerplatePatterns.kind(words)
        : shortLines.computeIfAbsent(words, BoilerplatePatterns::kind);
  }

  private String words(int line) {
    return lines.get(line).of(text);
  }
}
