package org.dossier.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.dossier.cli.CommandException;
import org.dossier.cli.startup.DataLocation;
import org.eclipse.microprofile.config.Config;

/// A check, before anything starts, that the data folder that a user named holds an archive. A
/// mistyped name would otherwise create an archive, and answer from it.
public final class DataFolderCheck {
  private DataFolderCheck() {}

  /// The required content of a data folder other than the default one.
  public enum Requirement {
    /// Nothing: the command creates the folder.
    NOTHING,
    /// The folder, which may be empty.
    FOLDER,
    /// An archive.
    ARCHIVE
  }

  /// @throws CommandException if the requirement is not met; names the command that creates an
  ///   archive
  public static void check(Requirement requirement, DataLocation location, Config config) {
    if (location.isDefault()
        || config.getOptionalValue("dossier.demo", Boolean.class).orElse(false)
        || config.getOptionalValue("dossier.database.url", String.class).isPresent()) {
      return;
    }
    var folder = location.data();
    switch (requirement) {
      case NOTHING -> {}
      case FOLDER -> {
        if (!Files.exists(folder)) {
          throw new CommandException(
              "the data folder %s does not exist: check the name, or create the archive with ‘%s’"
                  .formatted(folder, location.command("index PATH")));
        }
      }
      case ARCHIVE -> {
        if (!isUsed(folder)) {
          throw new CommandException(
              "there is no archive in %s: check the name, or create one with ‘%s’"
                  .formatted(folder, location.command("index PATH")));
        }
      }
    }
  }

  /// True if the folder belongs to an archive. A folder that lost its database has an index, and
  /// the later start reports the loss.
  private static boolean isUsed(Path folder) {
    return Files.exists(folder.resolve("archive.db")) || Files.exists(folder.resolve("index"));
  }
}
