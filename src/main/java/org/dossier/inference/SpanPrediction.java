package org.dossier.inference;

import java.util.Optional;
import org.dossier.text.Span;

/// What the [ReaderModel] made of one passage under one question. All scores are log-odds of a
/// kind: above 0 speaks for, below 0 against, and they compare across passages of one question.
/// Offsets are UTF-16 units of the passage's own words.
///
/// Immutable.
public final class SpanPrediction {
  /// What the network says of each token, and of the first for the whole passage.
  static final int OUTPUTS = 4;

  private static final int START = 0;
  private static final int END = 1;
  private static final int SENTENCE = 2;
  private static final int ANSWERS = 3;

  /// The longest run of tokens that is taken for an answer.
  private static final int LONGEST = 30;

  private final Vocabulary.Tokens tokens;
  private final int offset;
  private final float[] scores;

  /// @param tokens of the passage, those that were read
  /// @param offset how many tokens stood before them
  /// @param scores for each token that was read, [#OUTPUTS] numbers
  SpanPrediction(Vocabulary.Tokens tokens, int offset, float[] scores) {
    this.tokens = tokens;
    this.offset = offset;
    this.scores = scores;
  }

  /// Some words of the passage that may be the answer.
  ///
  /// @param span where they stand
  /// @param score how much they are rather than nothing in the passage
  public record AnswerSpan(Span span, double score) {}

  /// Whether the passage answers the question.
  public double answers() {
    return whole(ANSWERS);
  }

  /// Whether the sentence at `span` answers: the mean of what was said of its tokens against "none
  /// of them". What was not read, being too far down the passage, is unlikely.
  public double sentence(Span span) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.starts()[i] >= span.start() && tokens.ends()[i] <= span.end()) {
        sum += logit(i, SENTENCE);
        count++;
      }
    }
    return count == 0 ? UNREAD : sum / count - whole(SENTENCE);
  }

  /// What a sentence scores that was not read.
  private static final double UNREAD = -10;

  /// The words within `span` that answer best: a run of at most 30 tokens, from the start that is
  /// likeliest together with its end. Empty if nothing of it was read.
  public Optional<AnswerSpan> words(Span span) {
    AnswerSpan best = null;
    for (int first = 0; first < tokens.size(); first++) {
      if (tokens.starts()[first] < span.start()) {
        continue;
      }
      int beyond = Math.min(tokens.size(), first + LONGEST);
      for (int last = first; last < beyond && tokens.ends()[last] <= span.end(); last++) {
        double score = logit(first, START) + logit(last, END) - whole(START) - whole(END);
        if (best == null || score > best.score()) {
          best = new AnswerSpan(new Span(tokens.starts()[first], tokens.ends()[last]), score);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private double whole(int output) {
    return scores[output];
  }

  private double logit(int token, int output) {
    return scores[(offset + token) * OUTPUTS + output];
  }
}
