package org.dossier.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The passages most similar to a question, among all that are added.
final class Nearest {
  private final float[] question;
  private final PriorityQueue<Near> farthestFirst =
      new PriorityQueue<>(
          Comparator.comparingDouble(Near::cosine)
              .thenComparing(Near::number, Comparator.reverseOrder()));

  Nearest(float[] question) {
    this.question = question;
  }

  void add(int number, float[] vector) {
    double cosine = 0;
    for (int i = 0; i < vector.length; i++) {
      cosine += question[i] * vector[i];
    }
    farthestFirst.add(new Near(number, cosine));
    if (farthestFirst.size() > Contestant.PASSAGES) {
      farthestFirst.remove();
    }
  }

  Collection<Integer> numbers() {
    return farthestFirst.stream().map(Near::number).toList();
  }

  private record Near(int number, double cosine) {}
}
