package org.dossier.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.dossier.cli.ErrorReporter;
import org.dossier.cli.RunningServer;
import org.dossier.cli.command.Command;
import org.dossier.cli.command.CommandLineParser;
import org.dossier.cli.command.DataFolderCheck;
import org.dossier.cli.startup.DataLocation;
import org.dossier.database.DataFolder;
import org.dossier.evaluation.calibration.CalibrationFile;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// The entry point of the program. It parses the command line, and starts only the parts that the
/// command needs.
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    // The tokenizer library reports usage over the network unless this is set before its first use.
    System.setProperty("OPT_OUT_TRACKING", "true");
    // While the models are loaded, several threads start to log concurrently. SLF4J warns about it,
    // although it loses no line.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    writeUtf8();
    if (arguments.length == 0 || arguments[0].equals("serve")) {
      // Parsing takes a tenth of the start time, and this command is recognizable without it.
      ModelPreloader.load();
    }
    switch (CommandLineParser.read(arguments, System.out, System.err)) {
      case CommandLineParser.Exit exit -> Runtime.getRuntime().halt(exit.exitCode());
      case CommandLineParser.Parsed parsed -> run(parsed.command());
    }
  }

  private static void run(Command command) {
    try {
      command.settings().forEach(System::setProperty);
      var exitCode = server(command).map(command::runOn).orElse(OptionalInt.empty());
      if (exitCode.isPresent()) {
        // Nothing was started that must be closed, and an orderly exit takes time.
        Runtime.getRuntime().halt(exitCode.getAsInt());
      }
      var config = ConfigProvider.getConfig();
      if (command.usesDataFolder()) {
        DataFolderCheck.check(command.dataRequirement(), DataLocation.of(config), config);
      }
      if (command.needsModels()) {
        ModelPreloader.load();
      }
      useCalibration(dataFolder(), config);
      Application.run(command, Main::end);
    } catch (RuntimeException e) {
      end(1, e);
    }
  }

  /// The server that the command line names, or the server that has the data folder.
  private static Optional<RunningServer> server(Command command) {
    var named = command.namedServer();
    if (named.isPresent()) {
      return named.map(address -> new RunningServer(address, null, token()));
    }
    return command.usesDataFolder()
        ? DataFolder.holder(dataFolder()).flatMap(Main::server)
        : Optional.empty();
  }

  private static Optional<RunningServer> server(DataFolder.Holder holder) {
    return Optional.ofNullable(holder.address())
        .map(address -> new RunningServer(address, holder.pid(), token()));
  }

  /// The access token for servers; null if absent. It is stripped, since secret files often end
  /// with a line break.
  private static @Nullable String token() {
    var token = System.getenv("DOSSIER_TOKEN");
    return token == null || token.isBlank() ? null : token.strip();
  }

  private static Path dataFolder() {
    return DataLocation.of(ConfigProvider.getConfig()).data();
  }

  /// Takes the settings of a calibration from the data folder, unless they are set elsewhere: a
  /// calibration replaces defaults only.
  private static void useCalibration(Path dataFolder, Config config) {
    new CalibrationFile(dataFolder)
        .settings()
        .forEach((name, value) -> {
          if (config.getOptionalValue(name, String.class).isEmpty()) {
            System.setProperty(name, value);
          }
        });
  }

  private static void writeUtf8() {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    System.setErr(
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  private static void end(int exitCode, @Nullable Throwable fault) {
    if (fault != null) {
      ErrorReporter.report(fault, System.err);
    }
    System.exit(exitCode);
  }
}
