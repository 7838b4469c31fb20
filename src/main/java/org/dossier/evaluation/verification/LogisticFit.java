package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dossier.inference.Logistic;

/// A logistic regression fitted by Newton's method, with a small L2 penalty. Deterministic for the
/// same examples in the same order.
final class LogisticFit {
  private static final double PENALTY = 1.0;
  private static final int STEPS = 40;

  private final int features;
  private final List<double[]> examples = new ArrayList<>();
  private final List<Boolean> classes = new ArrayList<>();

  LogisticFit(int features) {
    this.features = features;
  }

  void add(List<Double> values, boolean positive) {
    var example = new double[features + 1];
    example[0] = 1;
    for (int i = 0; i < features; i++) {
      example[i + 1] = values.get(i);
    }
    examples.add(example);
    classes.add(positive);
  }

  /// The bias, then one weight per feature.
  ///
  /// @throws IllegalStateException unless there are examples of both classes
  List<Double> weights() {
    long positive = classes.stream().filter(c -> c).count();
    if (positive == 0 || positive == classes.size()) {
      throw new IllegalStateException("examples of both classes are required");
    }
    var weights = new double[features + 1];
    for (int step = 0; step < STEPS; step++) {
      var change = step(weights);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += change[i];
      }
    }
    return Arrays.stream(weights).boxed().toList();
  }

  private double[] step(double[] weights) {
    int size = features + 1;
    var gradient = new double[size];
    var curvature = new double[size][size];
    for (int n = 0; n < examples.size(); n++) {
      var example = examples.get(n);
      double probability = probability(example, weights);
      double error = (classes.get(n) ? 1 : 0) - probability;
      double slope = probability * (1 - probability);
      for (int i = 0; i < size; i++) {
        gradient[i] += error * example[i];
        for (int j = 0; j < size; j++) {
          curvature[i][j] += slope * example[i] * example[j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      double penalty = i == 0 ? 1e-9 : PENALTY;
      gradient[i] -= penalty * weights[i];
      curvature[i][i] += penalty;
    }
    return solve(curvature, gradient);
  }

  private static double probability(double[] example, double[] weights) {
    double logOdds = 0;
    for (int i = 0; i < weights.length; i++) {
      logOdds += weights[i] * example[i];
    }
    return Logistic.probability(logOdds);
  }

  /// Solves `matrix` · x = `vector` by elimination; the matrix is positive definite.
  private static double[] solve(double[][] matrix, double[] vector) {
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
