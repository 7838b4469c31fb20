package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;

/// Cuts paragraphs to the length that Slack takes. Nothing is lost: the pieces, put together again,
/// are the words.
final class TextRunSplitter {
  private TextRunSplitter() {}

  /// `runs` in pieces of at most `most` characters, cut behind white space where there is some.
  static List<List<TextRun>> inPieces(List<TextRun> textRuns, int most) {
    var pieces = new ArrayList<List<TextRun>>();
    var piece = new ArrayList<TextRun>();
    int room = most;
    for (var textRun : textRuns) {
      var rest = textRun.words();
      while (rest.length() > room) {
        int cut = cut(rest, room, piece.isEmpty());
        if (cut > 0) {
          piece.add(textRun.with(rest.substring(0, cut)));
        }
        pieces.add(List.copyOf(piece));
        piece.clear();
        rest = rest.substring(cut);
        room = most;
      }
      if (!rest.isEmpty()) {
        piece.add(textRun.with(rest));
        room -= rest.length();
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(List.copyOf(piece));
    }
    return pieces;
  }

  /// Where to cut `text` so that at most `room` characters stand before; 0 for before it, which
  /// helps nobody where the piece is empty.
  private static int cut(String text, int room, boolean emptyPiece) {
    for (int i = room; i > 0; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    if (!emptyPiece) {
      return 0;
    }
    return Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }
}
