package org.dossier.inference;

import java.util.Optional;
import org.dossier.text.Span;

/// The prediction of the [ReaderModel] for one passage and one question. All scores are log-odds of
/// a kind: positive scores speak for, negative ones against, and they compare across passages of
/// one question. Offsets are UTF-16 units of the passage's own text.
///
/// Immutable.
public final class SpanPrediction {
  /// The outputs per token; those of the first token are for the whole passage.
  static final int OUTPUTS = 4;

  private static final int START = 0;
  private static final int END = 1;
  private static final int SENTENCE = 2;
  private static final int ANSWERS = 3;

  /// The maximum number of tokens of an answer.
  private static final int MAX_TOKENS = 30;

  private final Vocabulary.Tokens tokens;
  private final int offset;
  private final float[] scores;

  /// @param tokens the tokens of the passage that were read
  /// @param offset the number of tokens before them
  /// @param scores [#OUTPUTS] numbers for each token that was read
  SpanPrediction(Vocabulary.Tokens tokens, int offset, float[] scores) {
    this.tokens = tokens;
    this.offset = offset;
    this.scores = scores;
  }

  /// A span of the passage that may be the answer.
  ///
  /// @param span its place in the passage
  /// @param score the log-odds of this span against no answer in the passage
  public record AnswerSpan(Span span, double score) {}

  /// The log-odds that the passage answers the question.
  public double answerScore() {
    return whole(ANSWERS);
  }

  /// The log-odds that the sentence at `span` answers: the mean over its tokens against "none of
  /// them". A sentence too far down the passage to be read is unlikely.
  public double sentenceScore(Span span) {
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

  /// The score of a sentence that was not read.
  private static final double UNREAD = -10;

  /// The best answer within `span`: a run of at most 30 tokens with the highest sum of start and
  /// end scores. Empty if no token of it was read.
  public Optional<AnswerSpan> bestAnswer(Span span) {
    AnswerSpan best = null;
    for (int first = 0; first < tokens.size(); first++) {
      if (tokens.starts()[first] < span.start()) {
        continue;
      }
      int beyond = Math.min(tokens.size(), first + MAX_TOKENS);
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
