package org.dossier.answer.extraction;

import java.util.LinkedHashMap;
import java.util.Map;

/// The features of a sentence as an answer.
///
/// @param reader the reader's log-odds that some of its words are the answer; 0 if the reader
///   cannot read its passage, and an assumed value if the sentence was not selected for the reader
/// @param wholeSentence the reader's log-odds that the sentence answers as a whole, as a reason or
///   a manner does; likewise
/// @param coverage the share of the question's terms, weighted by rarity, that the sentence
///   contains; terms that only its passage or title contains count half; 0 to 1
/// @param answerType 1 if it contains a thing of the kind asked for that the question does not
///   name, 0 if not, ½ if the question asks for no particular kind
/// @param evidence the fused score of its passage, 0 to 1
/// @param position 1 for the first passage of an article, falling towards 0
public record SentenceFeatures(
    double reader,
    double wholeSentence,
    double coverage,
    double answerType,
    double evidence,
    double position) {

  public double score(AnswerConfig.SentenceWeights weights) {
    return weights.reader() * reader
        + weights.wholeSentence() * wholeSentence
        + weights.coverage() * coverage
        + weights.answerType() * answerType
        + weights.evidence() * evidence
        + weights.position() * position;
  }

  /// The features by the names of their weights.
  public Map<String, Double> toMap() {
    var named = new LinkedHashMap<String, Double>();
    named.put("reader", reader);
    named.put("whole-sentence", wholeSentence);
    named.put("coverage", coverage);
    named.put("answer-type", answerType);
    named.put("evidence", evidence);
    named.put("position", position);
    return named;
  }
}
