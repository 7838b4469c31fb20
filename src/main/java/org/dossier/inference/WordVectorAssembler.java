package org.dossier.inference;

import java.util.ArrayList;
import java.util.List;
import org.dossier.inference.Vocabulary.Tokens;
import org.dossier.text.Span;

/// Reassembles words from the tokenizer's word pieces.
final class WordVectorAssembler {
  private static final String CONTINUATION = "##";

  /// The first word of the vocabulary; single characters and marks precede it.
  private static final int FIRST_WORD = 1996;

  /// The rank after every word of the vocabulary.
  private static final int UNKNOWN = 30_522;

  private WordVectorAssembler() {}

  /// The words of a text.
  ///
  /// @param states the network's last hidden states, beginning with those of the token before the
  ///   text
  static List<WordVector> assemble(Tokens tokens, float[] states) {
    var words = new ArrayList<WordVector>();
    int at = 0;
    while (at < tokens.size()) {
      int end = at + 1;
      while (end < tokens.size() && tokens.pieces()[end].startsWith(CONTINUATION)) {
        end++;
      }
      words.add(word(tokens, states, at, end));
      at = end;
    }
    return words;
  }

  private static WordVector word(Tokens tokens, float[] states, int from, int to) {
    var text = new StringBuilder(tokens.pieces()[from]);
    var sum = new float[Encoder.DIMENSION];
    for (int at = from; at < to; at++) {
      if (at > from) {
        text.append(tokens.pieces()[at], CONTINUATION.length(), tokens.pieces()[at].length());
      }
      int state = (at + 1) * Encoder.DIMENSION;
      for (int i = 0; i < sum.length; i++) {
        sum[i] += states[state + i];
      }
    }
    int id = (int) tokens.ids()[from];
    int rank = to - from > 1 ? UNKNOWN : Math.max(1, id - FIRST_WORD + 1);
    var span = new Span(tokens.starts()[from], tokens.ends()[to - 1]);
    return new WordVector(span, text.toString(), Encoder.normalize(sum), rank);
  }
}
