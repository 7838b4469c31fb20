package org.dossier.answer;

import java.util.LinkedHashMap;
import java.util.Map;

/// What speaks for a sentence as an answer.
///
/// @param words the reader's log-odds that some of its words are the answer; 0 where it was not
///   read
/// @param coverage the share of the question's terms, weighted by rarity, that the sentence
///   carries, or half that of what only its passage and title carry; 0 to 1
/// @param askedFor 1 if it carries a thing of the kind asked for that the question does not name, 0
///   if not, ½ where any kind will do
/// @param evidence the fused score of its passage, 0 to 1
/// @param lead 1 for the first passage of an article, falling towards 0
record SentenceFeatures(
    double words, double coverage, double askedFor, double evidence, double lead) {

  double score(AnswerConfig.SentenceWeights weights) {
    return weights.reader() * words
        + weights.coverage() * coverage
        + weights.answerType() * askedFor
        + weights.evidence() * evidence
        + weights.position() * lead;
  }

  /// By the names under which they are weighted.
  Map<String, Double> toMap() {
    var named = new LinkedHashMap<String, Double>();
    named.put("words", words);
    named.put("coverage", coverage);
    named.put("asked-for", askedFor);
    named.put("evidence", evidence);
    named.put("lead", lead);
    return named;
  }
}
