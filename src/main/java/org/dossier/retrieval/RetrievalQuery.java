package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dossier.question.AliasExpansion;
import org.dossier.question.ConversationContext;
import org.dossier.question.Question;
import org.dossier.question.TimeWords;

/// The query of a question, with and without its conversation context.
///
/// @param text the words of the question that are searched for, without those that only refer to
///   the day of asking
/// @param vector of the question, of length 1
/// @param contextVector the weighted sum of the vectors of the question and its context, of length
///   1; equal to `vector` without context
/// @param lexicalQueries the question's search text, the utterances with a lexical weight, and
///   other names for what the question names; empty without utterances and other names
record RetrievalQuery(
    String text,
    float[] vector,
    float[] contextVector,
    List<ConversationContext.WeightedText> lexicalQueries) {
  /// The weight of other names for what the question names.
  private static final double ALIAS_WEIGHT = 0.4;

  /// @param spellings other spellings that the archive has for names of the question
  static RetrievalQuery of(Question question, List<String> spellings, QueryEmbeddingCache vectors) {
    var text = TimeWords.cut(question.text());
    var vector = vectors.get(question.text());
    var utterances = question.context().utterances();
    var names = new ArrayList<>(spellings);
    names.addAll(AliasExpansion.expandedQuery(question.searchText()));
    var aliases = String.join(" ", names);
    if (utterances.isEmpty() && aliases.isEmpty()) {
      return new RetrievalQuery(text, vector, vector, List.of());
    }
    var searchText = utterances.isEmpty() ? text : TimeWords.cut(question.searchText());
    var lexicalQueries = new ArrayList<ConversationContext.WeightedText>();
    lexicalQueries.add(new ConversationContext.WeightedText(searchText, 1, 1));
    utterances.stream().filter(one -> one.lexicalWeight() > 0).forEach(lexicalQueries::add);
    if (!aliases.isEmpty()) {
      lexicalQueries.add(new ConversationContext.WeightedText(aliases, ALIAS_WEIGHT, 0));
    }
    if (utterances.isEmpty()) {
      return new RetrievalQuery(text, vector, vector, List.copyOf(lexicalQueries));
    }
    var searchVector =
        question.searchText().equals(question.text()) ? vector : vectors.get(question.searchText());
    return new RetrievalQuery(
        text, vector, weightedSum(searchVector, utterances, vectors), List.copyOf(lexicalQueries));
  }

  /// True if the context has a vector of its own.
  boolean hasContextVector() {
    return !Arrays.equals(contextVector, vector);
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
