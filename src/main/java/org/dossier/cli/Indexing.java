package org.dossier.cli;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.dossier.corpus.Archive;
import org.dossier.intake.Intake;

/// Takes articles in, and computes their vectors.
@Singleton
final class Indexing {
  private final Archive archive;
  private final Intake intake;
  private final Instance<Vectors> vectors;
  private final Screen screen;
  private final Interruption interruption;

  Indexing(
      Archive archive,
      Intake intake,
      Instance<Vectors> vectors,
      Screen screen,
      Interruption interruption) {
    this.archive = archive;
    this.intake = intake;
    this.vectors = vectors;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// Takes in what the command names.
  ///
  /// @return the exit code: 0 where the archive has taken something, 1 where it took nothing
  int index(IndexCommand command) {
    var exitCode = new AtomicInteger(Interruption.EXIT_CODE);
    interruption.during(
        () -> exitCode.set(run(command)),
        () -> screen.err().println("Interrupted: the same command goes on where it stopped."));
    return exitCode.get();
  }

  private int run(IndexCommand command) {
    var report = intake.run(command.paths, screen.progress(), interruption::requested);
    report.lines().forEach(System.out::println);
    if (!command.withoutVectors && !interruption.requested()) {
      vectors.get().complete();
    }
    if (interruption.requested()) {
      return Interruption.EXIT_CODE;
    }
    System.out.println("The archive has " + Contents.of(archive.summary()) + ".");
    return report.articles() > 0 ? 0 : 1;
  }
}
