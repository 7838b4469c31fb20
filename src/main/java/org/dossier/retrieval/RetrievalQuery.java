package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.dossier.question.ConversationContext;
import org.dossier.question.Question;

/// What is looked for: a question by itself, and leaning towards what was said before it.
///
/// @param text of the question
/// @param vector of the question, of length 1
/// @param inContext the vector of what is searched for and those of what was said before, joined by
///   their weights, of length 1; the question's own where nothing was said
/// @param words what of the question is searched for, and what was said before, as far as its words
///   count
record RetrievalQuery(
    String text, float[] vector, float[] contextVector, List<ConversationContext.WeightedText> lexicalQueries) {
  static RetrievalQuery of(Question question, QueryEmbeddingCache vectors) {
    var text = question.text();
    var vector = vectors.get(text);
    var weightedText = question.context().utterances();
    if (weightedText.isEmpty()) {
      return new RetrievalQuery(text, vector, vector, List.of());
    }
    var core = question.searchText();
    var searched = core.equals(text) ? vector : vectors.get(core);
    var words = new ArrayList<ConversationContext.WeightedText>();
    words.add(new ConversationContext.WeightedText(core, 1, 1));
    weightedText.stream().filter(one -> one.lexicalWeight() > 0).forEach(words::add);
    return new RetrievalQuery(
        text, vector, weightedSum(searched, weightedText, vectors), List.copyOf(words));
  }

  boolean hasContext() {
    return !lexicalQueries.isEmpty();
  }

  /// The cosine with a weighted sum of vectors orders passages as the weighted sum of the cosines.
  private static float[] weightedSum(
      float[] vector,
      List<ConversationContext.WeightedText> weightedText,
      QueryEmbeddingCache vectors) {
    var sum = vector.clone();
    for (var one : weightedText) {
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
