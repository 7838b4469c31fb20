package org.dossier.cli;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dossier.corpus.Archive;
import org.dossier.corpus.DataFolder;
import org.dossier.corpus.OwnerOnlyFiles;
import org.dossier.intake.Intake;
import org.dossier.intake.Report;

/// The articles that come with the program, in `corpus/`: an archive that never held anything is
/// filled with them. A filling that was cut off goes on at the next start; articles that somebody
/// deleted do not come back.
@Singleton
final class ShippedArticles {
  private final DossierConfig config;
  private final DataFolder folder;
  private final Archive archive;
  private final Intake intake;
  private final Screen screen;
  private final Interruption interruption;

  ShippedArticles(
      DossierConfig config,
      DataFolder folder,
      Archive archive,
      Intake intake,
      Screen screen,
      Interruption interruption) {
    this.config = config;
    this.folder = folder;
    this.archive = archive;
    this.intake = intake;
    this.screen = screen;
    this.interruption = interruption;
  }

  /// Takes them in where that is due.
  ///
  /// @return what came of it; empty where the archive has its articles
  Optional<Report> takeInIfDue() {
    var underWay = folder.filling();
    boolean due = archive.sequence() == 0 || Files.exists(underWay);
    if (!due || !Files.isDirectory(config.corpus())) {
      return Optional.empty();
    }
    return Optional.of(takeIn(underWay));
  }

  private Report takeIn(Path underWay) {
    try {
      OwnerOnlyFiles.createMissing(underWay);
      var report = intake.run(List.of(config.corpus()), screen.progress(), interruption::requested);
      if (!report.interrupted()) {
        Files.delete(underWay);
      }
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
