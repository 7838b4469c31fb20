package org.dossier.text.sentence;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Pages;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;

/// Splits a text into paragraphs at line breaks, except that the lines of a hard-wrapped text
/// belong together, and that a paragraph may continue on the next page ([Pages]).
///
/// In hard-wrapped text, the first word of each line would not have fitted on the line before it.
/// This distinguishes it from a list and from text with one paragraph per line.
public final class ParagraphSplitter {
  private static final int MIN_WIDTH = 40;
  private static final int MAX_WIDTH = 120;

  private final String text;
  private final List<Span> found = new ArrayList<>();

  private ParagraphSplitter(String text) {
    this.text = text;
  }

  /// The paragraphs, in order, without overlap, none empty, trimmed.
  public static List<Span> split(String text) {
    ParagraphSplitter paragraphSplitter = new ParagraphSplitter(text);
    List<Span> block = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = lineEnd(text, start);
      Span line = WhiteSpace.trimmed(text, start, end);
      if (line.length() > 0) {
        block.add(line);
      } else {
        paragraphSplitter.addBlock(block);
        block.clear();
      }
      start = afterTerminator(text, end);
    }
    paragraphSplitter.addBlock(block);
    return paragraphSplitter.found;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean isLineEnd(String text, int at) {
    return WhiteSpace.isLineTerminator(text.charAt(at)) && !Pages.isWithinParagraph(text, at);
  }

  private static int afterTerminator(String text, int at) {
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }

  private void addBlock(List<Span> lines) {
    int width = width(lines);
    boolean wrapped = isWrapped(lines, width);
    for (int i = 0; i < lines.size(); i++) {
      Span line = lines.get(i);
      if (i > 0 && wrapped && joins(lines.get(i - 1), line, width)) {
        Span before = found.removeLast();
        found.add(new Span(before.start(), line.end()));
      } else {
        found.add(line);
      }
    }
  }

  private boolean isWrapped(List<Span> lines, int width) {
    if (lines.size() < 2 || width < MIN_WIDTH || width > MAX_WIDTH) {
      return false;
    }
    int joins = 0;
    int midSentence = 0;
    for (int i = 1; i < lines.size(); i++) {
      Span line = lines.get(i - 1);
      Span next = lines.get(i);
      if (joins(line, next, width)) {
        joins++;
        midSentence += continues(line, next) ? 1 : 0;
      } else if (!endsSentence(line)) {
        return false;
      }
    }
    // Headlines may fit a width by chance, but they start with capitals. In a script without
    // capitals, two lines prove nothing.
    return joins > 0 && midSentence * 2 >= joins && (joins > 1 || isCased(firstLetter(lines)));
  }

  private boolean joins(Span line, Span next, int width) {
    return line.length() >= MIN_WIDTH && line.length() + 1 + firstWord(next) > width;
  }

  private boolean continues(Span line, Span next) {
    int first = text.codePointAt(next.start());
    boolean caseless = Character.isLetter(first) && !isCased(first);
    return !endsSentence(line) && (Character.isLowerCase(first) || caseless);
  }

  private int firstLetter(List<Span> lines) {
    return text.codePointAt(lines.getLast().start());
  }

  private static boolean isCased(int letter) {
    return Character.isLowerCase(letter)
        || Character.isUpperCase(letter)
        || Character.isTitleCase(letter);
  }

  private boolean endsSentence(Span line) {
    int at = line.end() - 1;
    while (at > line.start() && Punctuation.isCloser(text.charAt(at))) {
      at--;
    }
    return Punctuation.isTerminator(text.charAt(at));
  }

  private int firstWord(Span line) {
    int at = line.start();
    while (at < line.end() && !WhiteSpace.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at - line.start();
  }

  private static int width(List<Span> lines) {
    int width = 0;
    for (Span line : lines) {
      width = Math.max(width, line.length());
    }
    return width;
  }
}
