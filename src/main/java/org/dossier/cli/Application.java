package org.dossier.cli;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.dossier.model.ConfiguredLlm;
import org.dossier.slack.SlackBot;

/// Runs the command that was typed, with the beans it needs and no others.
final class Application implements QuarkusApplication {
  private final DossierConfig config;
  private final Instance<Opening> opening;
  private final Instance<SlackBot> slack;
  private final Instance<Serving> serving;
  private final Instance<Indexing> indexing;
  private final Instance<ThisProcess> backend;
  private final Instance<Checking> checking;
  private final Instance<Evaluating> evaluating;
  private final Instance<EvaluatingChecks> evaluatingChecks;
  private final Instance<Training> training;
  private final Instance<KeepingTokens> tokens;
  private final Instance<ConfiguredLlm> configuredLlm;
  private final Instance<Keeping> keeping;
  private final Instance<Restoring> restoring;

  Application(
      DossierConfig config,
      Instance<Opening> opening,
      Instance<SlackBot> slack,
      Instance<Serving> serving,
      Instance<Indexing> indexing,
      Instance<ThisProcess> backend,
      Instance<Checking> checking,
      Instance<Evaluating> evaluating,
      Instance<EvaluatingChecks> evaluatingChecks,
      Instance<Training> training,
      Instance<KeepingTokens> tokens,
      Instance<ConfiguredLlm> configuredLlm,
      Instance<Keeping> keeping,
      Instance<Restoring> restoring) {
    this.config = config;
    this.opening = opening;
    this.slack = slack;
    this.serving = serving;
    this.indexing = indexing;
    this.backend = backend;
    this.checking = checking;
    this.evaluating = evaluating;
    this.evaluatingChecks = evaluatingChecks;
    this.training = training;
    this.tokens = tokens;
    this.configuredLlm = configuredLlm;
    this.keeping = keeping;
    this.restoring = restoring;
  }

  /// The port opens after this, so that whoever can connect is answered from a whole index; what
  /// takes long is seen on the terminal, not in requests that time out.
  void beforeThePortOpens(@Observes StartupEvent event) {
    // Settings that cannot be worked with are told before anything long begins.
    configuredLlm.get();
    if (config.serving()) {
      opening.get().open();
      slack.get().start();
    }
  }

  @Override
  public int run(String... arguments) {
    return switch (Typed.read(arguments, System.out, System.err)) {
      case Typed.Over over -> over.exitCode();
      case Typed.Run typed -> run(typed.command());
    };
  }

  private int run(Command command) {
    return switch (command) {
      case ServeCommand _ -> serving.get().serve();
      case IndexCommand index -> indexing.get().index(index);
      case AskCommand ask -> asking().ask(ask);
      case ChatCommand chat -> chatting().chat(chat);
      case SearchCommand search -> asking().search(search);
      case CheckCommand check -> checking.get().check(check);
      case EvalCommand eval -> evaluating.get().evaluate(eval);
      case EvalCheckCommand eval -> evaluatingChecks.get().evaluate(eval);
      case ModelsCommand _ -> new ShowingModels(configuredLlm.get(), System.out).show();
      case BackupCommand backup -> keeping.get().backUp(backup);
      case VerifyCommand verify -> keeping.get().verify(verify);
      case RestoreCommand restore -> restoring.get().restore(restore);
      case RebuildCommand _ -> keeping.get().rebuild();
      case TokenCommand token -> tokens.get().run(token, System.out, System.err);
      case TrainCommand _ -> training.get().train();
    };
  }

  private Chatting chatting() {
    opening.get().openWithVectors();
    return new Chatting(backend.get(), Terminal.current(), System.in, System.out);
  }

  private Asking asking() {
    opening.get().openWithVectors();
    return new Asking(backend.get(), Terminal.current(), System.out);
  }
}
