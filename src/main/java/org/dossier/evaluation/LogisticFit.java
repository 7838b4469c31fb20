package org.dossier.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fits a logistic model by Newton's method, each class weighing the same, with a small penalty on
/// the squares of the weights. A feature whose weight would have the other sign than the feature is
/// meant to have gets none, and the others are fitted again. The same examples in the same order
/// give the same weights.
final class LogisticFit {
  private static final double PENALTY = 1.0;
  private static final int STEPS = 40;

  private final int[] signs;
  private final boolean[] used;
  private final List<double[]> examples = new ArrayList<>();
  private final List<Boolean> classes = new ArrayList<>();

  /// @param signs for each feature 1 if it is to speak for the positive class, -1 if against it
  LogisticFit(int... signs) {
    this.signs = signs.clone();
    this.used = new boolean[signs.length + 1];
    Arrays.fill(used, true);
  }

  void add(List<Double> values, boolean positive) {
    var example = new double[used.length];
    example[0] = 1;
    for (int i = 0; i < signs.length; i++) {
      example[i + 1] = values.get(i);
    }
    examples.add(example);
    classes.add(positive);
  }

  /// The bias, then one weight a feature.
  ///
  /// @throws IllegalStateException if there are not examples of both classes
  List<Double> weights() {
    long positive = classes.stream().filter(c -> c).count();
    if (positive == 0 || positive == classes.size()) {
      throw new IllegalStateException("it takes examples of both classes to learn from");
    }
    double half = examples.size() / 2.0;
    var ofClass = new double[] {half / (examples.size() - positive), half / positive};
    var weights = fitted(ofClass);
    for (int wrong = mostWrong(weights); wrong > 0; wrong = mostWrong(weights)) {
      used[wrong] = false;
      weights = fitted(ofClass);
    }
    return Arrays.stream(weights).boxed().toList();
  }

  private double[] fitted(double[] ofClass) {
    var weights = new double[used.length];
    for (int step = 0; step < STEPS; step++) {
      var change = step(weights, ofClass);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += change[i];
      }
    }
    return weights;
  }

  /// The weight that lies farthest on the wrong side of zero; 0 where none does.
  private int mostWrong(double[] weights) {
    int most = 0;
    for (int i = 1; i < weights.length; i++) {
      double wrong = -signs[i - 1] * weights[i];
      double before = most == 0 ? 0 : -signs[most - 1] * weights[most];
      most = wrong > before ? i : most;
    }
    return most;
  }

  private double[] step(double[] weights, double[] ofClass) {
    int size = used.length;
    var gradient = new double[size];
    var curvature = new double[size][size];
    for (int n = 0; n < examples.size(); n++) {
      var example = examples.get(n);
      double weight = ofClass[classes.get(n) ? 1 : 0];
      double probability = probability(example, weights);
      double error = (classes.get(n) ? 1 : 0) - probability;
      double slope = probability * (1 - probability) * weight;
      for (int i = 0; i < size; i++) {
        gradient[i] += weight * error * example[i];
        for (int j = 0; j < size; j++) {
          curvature[i][j] += slope * example[i] * example[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      double penalty = i == 0 ? 1e-9 : PENALTY;
      gradient[i] -= penalty * weights[i];
      curvature[i][i] += penalty;
      if (!used[i]) {
        leaveOut(i, curvature, gradient);
      }
    }
    return solved(curvature, gradient);
  }

  private static void leaveOut(int feature, double[][] curvature, double[] gradient) {
    gradient[feature] = 0;
    for (int i = 0; i < gradient.length; i++) {
      curvature[feature][i] = 0;
      curvature[i][feature] = 0;
    }
    curvature[feature][feature] = 1;
  }

  private static double probability(double[] example, double[] weights) {
    double logOdds = 0;
    for (int i = 0; i < weights.length; i++) {
      logOdds += weights[i] * example[i];
    }
    return 1 / (1 + Math.exp(-logOdds));
  }

  /// Solves `matrix` · x = `vector` by elimination; the matrix is positive definite.
  private static double[] solved(double[][] matrix, double[] vector) {
    int size = vector.length;
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = pivot + 1; row < size; row++) {
        double factor = matrix[row][pivot] / matrix[pivot][pivot];
        for (int column = pivot; column < size; column++) {
          matrix[row][column] -= factor * matrix[pivot][column];
        }
        vector[row] -= factor * vector[pivot];
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int column = row + 1; column < size; column++) {
        vector[row] -= matrix[row][column] * vector[column];
      }
      vector[row] /= matrix[row][row];
    }
    return vector;
  }
}
