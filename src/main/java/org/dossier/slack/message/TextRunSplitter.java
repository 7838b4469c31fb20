package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;

/// Splits paragraphs at Slack's length limit. The concatenated parts equal the original text.
final class TextRunSplitter {
  private TextRunSplitter() {}

  /// Splits `textRuns` into parts of at most `most` characters, after white space if possible.
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

  /// The offset at which to split `text`, at most `room`; 0 to move all of `text` to the next part,
  /// which is useless if the current part is empty.
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
