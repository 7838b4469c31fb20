package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.List;

/// What is looked for: a question by itself, and leaning towards what was said before it.
///
/// @param text of the question
/// @param vector of the question, of length 1
/// @param inContext the vector of what is searched for and those of what was said before, joined by
///   their weights, of length 1; the question's own where nothing was said
/// @param words what of the question is searched for, and what was said before, as far as its words
///   count
record Wanted(String text, float[] vector, float[] inContext, List<Context.Said> words) {
  static Wanted of(Question question, QuestionVectors vectors) {
    var text = question.text();
    var vector = vectors.of(text);
    var said = question.context().said();
    if (said.isEmpty()) {
      return new Wanted(text, vector, vector, List.of());
    }
    var core = question.searched();
    var searched = core.equals(text) ? vector : vectors.of(core);
    var words = new ArrayList<Context.Said>();
    words.add(new Context.Said(core, 1, 1));
    said.stream().filter(one -> one.words() > 0).forEach(words::add);
    return new Wanted(text, vector, leaning(searched, said, vectors), List.copyOf(words));
  }

  boolean hasContext() {
    return !words.isEmpty();
  }

  /// The cosine with a weighted sum of vectors orders passages as the weighted sum of the cosines.
  private static float[] leaning(float[] vector, List<Context.Said> said, QuestionVectors vectors) {
    var sum = vector.clone();
    for (var one : said) {
      if (one.meaning() > 0) {
        add(vectors.of(one.text()), one.meaning(), sum);
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
