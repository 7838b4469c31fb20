package org.dossier.text.sentence;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;

/// Splits overlong sentences (lists without full stops, text without punctuation) into pieces of
/// quotable size: after a semicolon or colon, else after a comma, else at white space, else between
/// two grapheme clusters.
final class LongSentenceSplitter {
  private static final int MAX_LENGTH = 1200;
  private static final int MIN_PIECE_LENGTH = MAX_LENGTH / 2;
  private static final List<String> CUT_AFTER = List.of(";:؛；：", ",،，、");

  private LongSentenceSplitter() {}

  /// `sentence` itself, or its pieces, trimmed and in order. A piece exceeds 1,200 characters only
  /// if a single grapheme cluster does (a letter under a thousand accents).
  static List<Span> split(String text, Span sentence) {
    if (sentence.length() <= MAX_LENGTH) {
      return List.of(sentence);
    }
    // Works on the sentence alone from here on, so that a cut takes time in its own length.
    String words = sentence.of(text);
    Boundaries characters = new Boundaries(words);
    List<Span> pieces = new ArrayList<>();
    int start = 0;
    while (words.length() - start > MAX_LENGTH) {
      int end = cutAfter(words, start, characters);
      add(pieces, words, start, end, sentence.start());
      start = end;
    }
    add(pieces, words, start, words.length(), sentence.start());
    return pieces;
  }

  private static void add(List<Span> pieces, String words, int from, int to, int offset) {
    Span piece = WhiteSpace.trimmed(words, from, to);
    if (piece.length() > 0) {
      pieces.add(piece.shifted(offset));
    }
  }

  private static int cutAfter(String words, int start, Boundaries characters) {
    for (String marks : CUT_AFTER) {
      for (int at = start + MAX_LENGTH; at > start + MIN_PIECE_LENGTH; at--) {
        if (marks.indexOf(words.charAt(at - 1)) >= 0
            && WhiteSpace.isWhiteSpace(words.charAt(at))
            && characters.isAt(at)) {
          return at;
        }
      }
    }
    for (int at = start + MAX_LENGTH; at > start + MIN_PIECE_LENGTH; at--) {
      if (WhiteSpace.isWhiteSpace(words.charAt(at)) && characters.isAt(at)) {
        return at;
      }
    }
    int whole = characters.lastUpTo(start + MAX_LENGTH);
    return whole > start ? whole : characters.firstAfter(start + MAX_LENGTH);
  }

  /// The boundaries of the grapheme clusters of a text, read forward only. A random access may send
  /// the iterator back to the start of a run, such as one of flags.
  private static final class Boundaries {
    private final BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
    private final BitSet found = new BitSet();
    private int reached;

    Boundaries(String text) {
      characters.setText(text);
      found.set(0);
    }

    boolean isAt(int place) {
      readTo(place);
      return found.get(place);
    }

    int lastUpTo(int place) {
      readTo(place);
      return found.previousSetBit(place);
    }

    int firstAfter(int place) {
      readTo(place + 1);
      return found.nextSetBit(place + 1);
    }

    private void readTo(int place) {
      while (reached < place) {
        reached = characters.next();
        found.set(reached);
      }
    }
  }
}
