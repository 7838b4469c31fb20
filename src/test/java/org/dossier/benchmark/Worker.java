package org.dossier.benchmark;

/// Does what it is told, one command after another, and answers each in numbers.
///
/// | command | does | answers |
/// |---|---|---|
/// | `warm-up` | embeds a little | nothing |
/// | `take-in ROUND ROUNDS` | takes that part of the articles in | passages, seconds |
/// | `recall K` | asks all questions of the material | how many found their answer within K passages |
/// | `fill SIZE` | takes synthetic passages in | nothing |
/// | `ask N` | asks N synthetic questions, then N by their vectors | 2 N latencies in nanoseconds |
/// | `nearest I` | searches by the I-th question's vector | the numbers of the passages |
/// | `memory` | collects garbage | bytes: resident, and of the heap in use |
interface Worker extends AutoCloseable {
  double[] run(String command);

  /// Closes the contestant; what it keeps is on disk then.
  @Override
  void close();
}
