package org.dossier.cli.startup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// The place of the archive, and commands for this archive that a user can paste into a shell.
///
/// @param data the data folder
/// @param home the folder of the program
public record DataLocation(Path data, Path home) {
  private static final Pattern PLAIN = Pattern.compile("[\\w./+:@%,-]+");

  public DataLocation {
    data = data.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
  }

  /// The location that the settings select. It is available before the framework starts, unlike
  /// [DossierConfig].
  public static DataLocation of(Config config) {
    var home = config.getOptionalValue("dossier.home", Path.class).orElse(Path.of("."));
    return new DataLocation(
        config.getOptionalValue("dossier.data", Path.class).orElseGet(() -> defaultFolder(home)),
        home);
  }

  public static DataLocation of(DossierConfig config) {
    return new DataLocation(config.data(), config.home());
  }

  private static Path defaultFolder(Path home) {
    return home.resolve("data");
  }

  /// True if this is the folder that commands use without `--data`.
  public boolean isDefault() {
    return data.equals(defaultFolder(home));
  }

  /// A command line for this archive, such as `./dossier index PATH --data town`.
  ///
  /// @param arguments the command and its arguments, as typed in a shell
  public String command(String arguments) {
    if (isDefault()) {
      return program() + " " + arguments;
    }
    var folder = workingFolder();
    boolean below = folder.equals(home) && data.startsWith(home) && !data.equals(home);
    return "%s %s --data %s"
        .formatted(program(), arguments, quoted(below ? folder.relativize(data) : data));
  }

  /// The launcher, by its full path if the working folder is not that of the program.
  public String program() {
    var launcher = home.resolve("dossier");
    return workingFolder().equals(home) || !Files.isExecutable(launcher)
        ? "./dossier"
        : quoted(launcher);
  }

  private static Path workingFolder() {
    return Path.of("").toAbsolutePath();
  }

  /// The path as one word of a POSIX shell.
  private static String quoted(Path path) {
    var text = path.toString();
    return PLAIN.matcher(text).matches() && !text.startsWith("-")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
