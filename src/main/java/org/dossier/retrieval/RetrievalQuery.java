package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.dossier.question.ConversationContext;
import org.dossier.question.Question;

/// The query of a question, with and without its conversation context.
///
/// @param text of the question
/// @param vector of the question, of length 1
/// @param contextVector the weighted sum of the vectors of the question and its context, of length
///   1; equal to `vector` without context
/// @param lexicalQueries the question's search text and the utterances with a lexical weight; empty
///   without context
record RetrievalQuery(
    String text,
    float[] vector,
    float[] contextVector,
    List<ConversationContext.WeightedText> lexicalQueries) {
  static RetrievalQuery of(Question question, QueryEmbeddingCache vectors) {
    var text = question.text();
    var vector = vectors.get(text);
    var utterances = question.context().utterances();
    if (utterances.isEmpty()) {
      return new RetrievalQuery(text, vector, vector, List.of());
    }
    var searchText = question.searchText();
    var searchVector = searchText.equals(text) ? vector : vectors.get(searchText);
    var lexicalQueries = new ArrayList<ConversationContext.WeightedText>();
    lexicalQueries.add(new ConversationContext.WeightedText(searchText, 1, 1));
    utterances.stream().filter(one -> one.lexicalWeight() > 0).forEach(lexicalQueries::add);
    return new RetrievalQuery(
        text, vector, weightedSum(searchVector, utterances, vectors), List.copyOf(lexicalQueries));
  }

  boolean hasContext() {
    return !lexicalQueries.isEmpty();
  }

  /// The cosine with a weighted sum of vectors ranks passages like the weighted sum of their
  /// cosines.
  private static float[] weightedSum(
      float[] vector,
      List<ConversationContext.WeightedText> utterances,
      QueryEmbeddingCache vectors) {
    var sum = vector.clone();
    for (var one : utterances) {
      if (one.vectorWeight() > 0) {
        add(vectors.get(one.text()), one.vectorWeight(), sum);
      }
    }
    double squares = 0;
    for (float value : sum) {
      squares += value * value;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) Math.sqrt(squares);
    }
    return sum;
  }

  private static void add(float[] vector, double weight, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (weight * vector[i]);
    }
  }
}
