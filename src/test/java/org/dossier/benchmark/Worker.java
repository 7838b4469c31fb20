package org.dossier.benchmark;

/// A worker that runs one command after another, and answers each with numbers.
///
/// | command | does | answers |
/// |---|---|---|
/// | `warm-up` | embeds a few texts | nothing |
/// | `ingest ROUND ROUNDS` | ingests that part of the articles | passages, seconds |
/// | `recall K` | asks all questions of the material | number that found their answer within K passages |
/// | `fill SIZE` | ingests synthetic passages | nothing |
/// | `ask N` | asks N synthetic questions, then N by their vectors | 2 N latencies in nanoseconds |
/// | `nearest I` | searches by the I-th question's vector | the numbers of the passages |
/// | `memory` | collects garbage | bytes: resident, and of the heap in use |
interface Worker extends AutoCloseable {
  double[] run(String command);

  /// Closes the contestant; its stored data is then on disk.
  @Override
  void close();
}
