package org.dossier.answer;

/// What speaks for a sentence as an answer.
///
/// @param closeness the cosine of the question and the sentence
/// @param coverage the share of the question's terms, weighted by rarity, that the sentence
///   carries, or half that of what only its passage and title carry; 0 to 1
/// @param names the share of the question's names that the sentence carries, half for those that
///   its passage or title does; 1 where the question has none
/// @param askedFor 1 if it carries a thing of the kind asked for that the question does not name, 0
///   if not, ½ where any kind will do
/// @param evidence the fused score of its passage, 0 to 1
/// @param lead 1 for the first passage of an article, falling towards 0
record SentenceFeatures(
    double closeness,
    double coverage,
    double names,
    double askedFor,
    double evidence,
    double lead) {

  double score(AnswerConfig.SentenceWeights weights) {
    return weights.closeness() * closeness
        + weights.coverage() * coverage
        + weights.names() * names
        + weights.askedFor() * askedFor
        + weights.evidence() * evidence
        + weights.lead() * lead;
  }

  SentenceFeatures withCloseness(double cosine) {
    return new SentenceFeatures(cosine, coverage, names, askedFor, evidence, lead);
  }
}
