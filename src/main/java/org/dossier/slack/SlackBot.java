package org.dossier.slack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dossier.corpus.Database;
import org.dossier.corpus.HourlyCleanup;
import org.jboss.logging.Logger;

/// The bot in Slack: replies to whoever addresses it, from [#start] to [#stop]. What it has taken
/// over and not replied to when it stops, however it stops, it replies to after the next start.
@Singleton
public final class SlackBot {
  private static final Logger LOG = Logger.getLogger(SlackBot.class);
  private static final Duration AT_THE_END = Duration.ofSeconds(5);

  private final SlackConfig config;
  private final Clock clock;
  private final Stop stop = new Stop();
  private final Connection connection;
  private final WebApi api;
  private final Bots bots;
  private final Journal journal;
  private final Errands errands;
  private final Workers workers;
  private final Duty duty;
  private final Receiver receiver;
  private final Optional<SocketMode> socket;

  SlackBot(
      SlackConfig config, Answering answering, Database database, SlackMeters meters, Clock clock) {
    this.config = config;
    this.clock = clock;
    connection = new Connection(clock);
    api = new WebApi(config.apiUrl());
    var calls = new Calls(api, Tokens.configured(config), new Limits(clock), meters, stop, config);
    bots = new Bots(calls);
    journal = new Journal(database, clock, stop);
    errands =
        new Errands(journal, config.keep(), new HourlyCleanup(database, clock, System::nanoTime));
    var encode = new ReplyBlocks(new ArticleLinks(config.publicUrl()));
    var courtesy = new Courtesy(calls, api, config.prompts().orElse(List.of()));
    var deliveries = new Deliveries(errands, calls, bots, encode, config, clock, stop);
    var replying = new Replying(errands, answering, deliveries, encode, courtesy, meters, stop);
    workers = new Workers(config.atOnce(), replying::reply, stop);
    duty = new Duty(errands, workers, database.claims(), stop);
    receiver = new Receiver(errands, duty, answering, courtesy, connection, meters);
    socket = socket();
    meters.watch(workers::waiting, connection);
  }

  private Optional<SocketMode> socket() {
    var events = new Events(config.followThreads());
    return config.transport() == SlackConfig.Transport.SOCKET
        ? config
            .appToken()
            .map(Token::new)
            .map(token -> new SocketMode(api, token, receiver, connection, events, stop))
        : Optional.empty();
  }

  /// Begins to reply; returns at once. Does nothing where Slack is switched off.
  ///
  /// @throws SlackSettingsException if the settings do not do
  public void start() {
    SettingsRules.check(config);
    if (config.transport() == SlackConfig.Transport.OFF) {
      return;
    }
    journal.start();
    duty.start();
    Thread.ofVirtual().name("slack-greeting").start(this::greet);
  }

  /// Ends. Replies under way are waited for a moment, and otherwise taken up at the next start.
  public void stop() {
    stop.now();
    if (config.transport() == SlackConfig.Transport.OFF) {
      return;
    }
    socket.ifPresent(SocketMode::close);
    workers.close(AT_THE_END);
  }

  Connection connection() {
    return connection;
  }

  Receiver receiver() {
    return receiver;
  }

  /// What tells Slack's requests from others'; empty where requests are not how Slack tells us.
  Optional<Signature> signature() {
    return config.transport() == SlackConfig.Transport.HTTP
        ? config.signingSecret().map(secret -> new Signature(secret, clock))
        : Optional.empty();
  }

  private void greet() {
    try {
      var workspace = config.dryRun() ? null : bots.of("").workspace();
      LOG.infof("Slack: %s", workspace == null ? "dry run" : "this is the bot of " + workspace);
      socket.ifPresentOrElse(mode -> mode.run(workspace), () -> connection.connected(workspace));
    } catch (RefusedException e) {
      LOG.errorf("%s. Is DOSSIER_SLACK_BOT_TOKEN the Bot User OAuth Token?", e.getMessage());
      connection.refused(e.getMessage());
    } catch (UnsureException e) {
      LOG.error(e.getMessage());
      connection.lost(e.getMessage());
    } catch (StoppedException e) {
      LOG.debug("stopped before Slack was reached");
    }
  }
}
