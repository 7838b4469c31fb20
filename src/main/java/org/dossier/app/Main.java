package org.dossier.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.dossier.cli.AskAction;
import org.dossier.cli.ChatRepl;
import org.dossier.cli.CommandException;
import org.dossier.cli.ErrorReporter;
import org.dossier.cli.HttpBackend;
import org.dossier.cli.RemoteMaintenance;
import org.dossier.cli.ServerClient;
import org.dossier.cli.command.AotRecordCommand;
import org.dossier.cli.command.AskCommand;
import org.dossier.cli.command.BackupCommand;
import org.dossier.cli.command.ChatCommand;
import org.dossier.cli.command.CheckAnswerCommand;
import org.dossier.cli.command.CheckArchiveCommand;
import org.dossier.cli.command.Command;
import org.dossier.cli.command.CommandLineParser;
import org.dossier.cli.command.EvalCheckCommand;
import org.dossier.cli.command.EvalCommand;
import org.dossier.cli.command.IndexCommand;
import org.dossier.cli.command.ModelsCommand;
import org.dossier.cli.command.ReindexCommand;
import org.dossier.cli.command.RestoreCommand;
import org.dossier.cli.command.SearchCommand;
import org.dossier.cli.command.ServeCommand;
import org.dossier.cli.command.TokenCommand;
import org.dossier.cli.terminal.Terminal;
import org.dossier.database.DataFolder;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// Where the program starts: reads the command line, and boots no more than the command needs.
@QuarkusMain
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    // The tokenizer's library calls out to the network unless this is set before its first use.
    System.setProperty("OPT_OUT_TRACKING", "true");
    // Two threads begin to log at once when the model is loaded meanwhile; no line of theirs is
    // missed.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    writeUtf8();
    if (arguments.length == 0 || arguments[0].equals("serve")) {
      // It takes a tenth of a start to understand a command line, and this one is plain enough.
      ModelPreloader.load();
    }
    switch (CommandLineParser.read(arguments, System.out, System.err)) {
      case CommandLineParser.Exit exit -> Runtime.getRuntime().halt(exit.exitCode());
      case CommandLineParser.Parsed typed -> run(typed.command(), arguments);
    }
  }

  private static void run(Command command, String... arguments) {
    try {
      command.settings().forEach(System::setProperty);
      var exitCode = byRunningServer(command);
      if (exitCode.isPresent()) {
        // Nothing was started that would have to be closed, and exiting in form takes time.
        Runtime.getRuntime().halt(exitCode.getAsInt());
      }
      if (command.needsModels()) {
        ModelPreloader.load();
      }
      Quarkus.run(Application.class, Main::end, arguments);
    } catch (RuntimeException e) {
      end(1, e);
    }
  }

  /// Leaves the command to a server that has the data folder, or refuses it for that server's sake.
  ///
  /// @return the exit code; empty where no server has it
  private static OptionalInt byRunningServer(Command command) {
    if (command instanceof BackupCommand backup && backup.server != null) {
      return OptionalInt.of(remoteMaintenance(backup.server).backUp(backup));
    }
    if (!command.needsArchive()) {
      return OptionalInt.empty();
    }
    var holder = DataFolder.holder(dataFolder());
    var address = holder.map(DataFolder.Holder::address);
    if (address.isEmpty()) {
      return OptionalInt.empty();
    }
    var server = new HttpBackend(address.get(), token());
    var askAction = new AskAction(server, Terminal.current(), System.out);
    return switch (command) {
      case AskCommand ask when ask.model.isGiven() -> throw otherModel(holder.get());
      case ChatCommand chat when chat.model.isGiven() -> throw otherModel(holder.get());
      case AskCommand ask -> OptionalInt.of(askAction.ask(ask));
      case ChatCommand chat ->
          OptionalInt.of(
              new ChatRepl(server, Terminal.current(), System.in, System.out).chat(chat));
      case SearchCommand search -> OptionalInt.of(askAction.search(search));
      case ModelsCommand _ -> OptionalInt.empty();
      case BackupCommand backup -> OptionalInt.of(remoteMaintenance(address.get()).backUp(backup));
      case CheckArchiveCommand _ -> OptionalInt.of(remoteMaintenance(address.get()).checkArchive());
      case ReindexCommand _ -> OptionalInt.of(remoteMaintenance(address.get()).reindex());
      case RestoreCommand _ ->
          throw new CommandException(
              "a server works on this data folder: stop it first (process %d)"
                  .formatted(holder.get().pid()));
      case IndexCommand _ when isOnServer() -> OptionalInt.empty();
      case IndexCommand _ ->
          throw new CommandException(
              "a server works on this data folder: put articles into it with PUT %s/api/articles/ID, or stop it first (process %d)"
                  .formatted(address.get(), holder.get().pid()));
      case CheckAnswerCommand _, TokenCommand _ -> OptionalInt.empty();
      case ServeCommand _, EvalCommand _, EvalCheckCommand _, AotRecordCommand _ ->
          throw new CommandException(
              "this data folder is served already, on %s (process %d)"
                  .formatted(address.get(), holder.get().pid()));
    };
  }

  private static RemoteMaintenance remoteMaintenance(URI address) {
    return new RemoteMaintenance(new ServerClient(address, token()), System.out, System.err);
  }

  /// Shown to a server that wants one. Files of secrets often end with a line break.
  private static @Nullable String token() {
    var token = System.getenv("DOSSIER_TOKEN");
    return token == null || token.isBlank() ? null : token.strip();
  }

  /// Whether the archive's database is a server, on which several processes may work.
  private static boolean isOnServer() {
    return ConfigProvider.getConfig()
        .getOptionalValue("dossier.database.url", String.class)
        .isPresent();
  }

  private static CommandException otherModel(DataFolder.Holder holder) {
    return new CommandException(
        "a server works on this data folder, on %s, and answers with the model it was started with: stop it (process %d), or do without --model"
            .formatted(holder.address(), holder.pid()));
  }

  /// The same as [DossierConfig#data()], whose defaults are not there before the start.
  private static Path dataFolder() {
    var config = ConfigProvider.getConfig();
    return config
        .getOptionalValue("dossier.data", Path.class)
        .orElseGet(() ->
            config
                .getOptionalValue("dossier.home", Path.class)
                .orElse(Path.of("."))
                .resolve("data"));
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
