package org.dossier.app;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.dossier.cli.AotRecording;
import org.dossier.cli.AskAction;
import org.dossier.cli.ChatRepl;
import org.dossier.cli.CheckAction;
import org.dossier.cli.EvalAction;
import org.dossier.cli.EvalCheckAction;
import org.dossier.cli.IngestAction;
import org.dossier.cli.LocalBackend;
import org.dossier.cli.LocalMaintenance;
import org.dossier.cli.ModelsAction;
import org.dossier.cli.RestoreAction;
import org.dossier.cli.ServeAction;
import org.dossier.cli.TokenActions;
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
import org.dossier.cli.startup.ArchiveBootstrap;
import org.dossier.cli.startup.DossierConfig;
import org.dossier.cli.terminal.Terminal;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.slack.SlackBot;

/// Runs the command that was typed, with the beans it needs and no others.
final class Application implements QuarkusApplication {
  private final DossierConfig config;
  private final Instance<ArchiveBootstrap> archiveBootstrap;
  private final Instance<SlackBot> slack;
  private final Instance<ServeAction> serveAction;
  private final Instance<IngestAction> ingestAction;
  private final Instance<LocalBackend> backend;
  private final Instance<CheckAction> checkAction;
  private final Instance<EvalAction> evalAction;
  private final Instance<EvalCheckAction> evalCheckAction;
  private final Instance<AotRecording> aotRecording;
  private final Instance<TokenActions> tokens;
  private final Instance<ConfiguredLlm> configuredLlm;
  private final Instance<LocalMaintenance> localMaintenance;
  private final Instance<RestoreAction> restoreAction;

  Application(
      DossierConfig config,
      Instance<ArchiveBootstrap> archiveBootstrap,
      Instance<SlackBot> slack,
      Instance<ServeAction> serveAction,
      Instance<IngestAction> ingestAction,
      Instance<LocalBackend> backend,
      Instance<CheckAction> checkAction,
      Instance<EvalAction> evalAction,
      Instance<EvalCheckAction> evalCheckAction,
      Instance<AotRecording> aotRecording,
      Instance<TokenActions> tokens,
      Instance<ConfiguredLlm> configuredLlm,
      Instance<LocalMaintenance> localMaintenance,
      Instance<RestoreAction> restoreAction) {
    this.config = config;
    this.archiveBootstrap = archiveBootstrap;
    this.slack = slack;
    this.serveAction = serveAction;
    this.ingestAction = ingestAction;
    this.backend = backend;
    this.checkAction = checkAction;
    this.evalAction = evalAction;
    this.evalCheckAction = evalCheckAction;
    this.aotRecording = aotRecording;
    this.tokens = tokens;
    this.configuredLlm = configuredLlm;
    this.localMaintenance = localMaintenance;
    this.restoreAction = restoreAction;
  }

  /// The port opens after this, so that whoever can connect is answered from a whole index; what
  /// takes long is seen on the terminal, not in requests that time out.
  void beforeThePortOpens(@Observes StartupEvent event) {
    // Settings that cannot be worked with are told before anything long begins.
    configuredLlm.get();
    if (config.serving()) {
      archiveBootstrap.get().open();
      slack.get().start();
    }
  }

  @Override
  public int run(String... arguments) {
    return switch (CommandLineParser.read(arguments, System.out, System.err)) {
      case CommandLineParser.Exit exit -> exit.exitCode();
      case CommandLineParser.Parsed typed -> run(typed.command());
    };
  }

  private int run(Command command) {
    return switch (command) {
      case ServeCommand _ -> serveAction.get().serve();
      case IndexCommand index -> ingestAction.get().index(index);
      case AskCommand ask -> asking().ask(ask);
      case ChatCommand chat -> chatting().chat(chat);
      case SearchCommand search -> asking().search(search);
      case CheckAnswerCommand check -> checkAction.get().check(check);
      case EvalCommand eval -> evalAction.get().evaluate(eval);
      case EvalCheckCommand eval -> evalCheckAction.get().evaluate(eval);
      case ModelsCommand _ -> new ModelsAction(configuredLlm.get(), System.out).show();
      case BackupCommand backup -> localMaintenance.get().backUp(backup);
      case CheckArchiveCommand verify -> localMaintenance.get().checkArchive(verify);
      case RestoreCommand restore -> restoreAction.get().restore(restore);
      case ReindexCommand _ -> localMaintenance.get().reindex();
      case TokenCommand token -> tokens.get().run(token, System.out, System.err);
      case AotRecordCommand _ -> aotRecording.get().record();
    };
  }

  private ChatRepl chatting() {
    archiveBootstrap.get().openWithVectors();
    return new ChatRepl(backend.get(), Terminal.current(), System.in, System.out);
  }

  private AskAction asking() {
    archiveBootstrap.get().openWithVectors();
    return new AskAction(backend.get(), Terminal.current(), System.out);
  }
}
