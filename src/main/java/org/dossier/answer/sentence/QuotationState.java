package org.dossier.answer.sentence;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;

/// How a sentence lies in the quotations of its passage.
///
/// @param startsInside true if the quotation of the sentence before it goes on
/// @param hasOwnWords true if it has words outside quotation marks
public record QuotationState(boolean startsInside, boolean hasOwnWords) {

  /// The states of `sentences`, in order. A quotation ends with its paragraph, unless the next one
  /// begins with an opening mark.
  public static List<QuotationState> of(String text, List<Span> sentences) {
    var states = new ArrayList<QuotationState>();
    var scanner = new Scanner(text);
    int before = -1;
    for (var sentence : sentences) {
      boolean newParagraph =
          before >= 0 && text.substring(before, sentence.start()).indexOf('\n') >= 0;
      boolean continues = scanner.open && (!newParagraph || isOpening(text, sentence.start()));
      scanner.open = continues && !newParagraph;
      states.add(new QuotationState(continues, scanner.hasOwnWords(sentence)));
      before = sentence.end();
    }
    return states;
  }

  private static boolean isOpening(String text, int at) {
    return "“„«\"‘".indexOf(text.charAt(at)) >= 0;
  }

  /// Reads the quotation marks of a text.
  private static final class Scanner {
    private final String text;
    private boolean open;
    private char opening;

    Scanner(String text) {
      this.text = text;
    }

    boolean hasOwnWords(Span sentence) {
      int letters = 0;
      for (int at = sentence.start(); at < sentence.end(); at++) {
        char c = text.charAt(at);
        if (open ? closes(c, at) : opens(c, at)) {
          open = !open;
          opening = c;
        } else if (!open && Character.isLetter(c)) {
          letters++;
        }
      }
      return letters > 1;
    }

    private boolean opens(char c, int at) {
      return c == '“'
          || c == '„'
          || c == '«'
          || (c == '"'
              && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
              && at + 1 < text.length()
              && !Character.isWhitespace(text.charAt(at + 1)))
          || opensSingle(c, at);
    }

    /// True for the mark of British speech: "‘The dam is safe,’ he said." The same marks are
    /// apostrophes and set off titles, so a sentence must begin, and its punctuation be inside.
    private boolean opensSingle(char c, int at) {
      if (!beginsSingle(c, at)) {
        return false;
      }
      for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
        if (beginsSingle(text.charAt(end), end)) {
          return false;
        }
        if (endsSingle(end) && isPunctuation(text.charAt(end - 1))) {
          return true;
        }
      }
      return false;
    }

    private boolean beginsSingle(char c, int at) {
      return (c == '‘' || c == '\'')
          && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && at + 1 < text.length()
          && Character.isUpperCase(text.charAt(at + 1));
    }

    private boolean endsSingle(int at) {
      return "’'".indexOf(text.charAt(at)) >= 0
          && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static boolean isPunctuation(char c) {
      return c == ',' || Punctuation.isTerminator(c);
    }

    private boolean closes(char c, int at) {
      return switch (c) {
        case '”', '»' -> opening != '‘' && opening != '\'';
        case '“' -> opening == '„';
        case '’', '\'' ->
            (opening == '‘' || opening == '\'')
                && endsSingle(at)
                && isPunctuation(text.charAt(at - 1));
        case '"' -> at > 0 && !Character.isWhitespace(text.charAt(at - 1));
        default -> false;
      };
    }
  }
}
