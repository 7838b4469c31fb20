package org.dossier.slack;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dossier.database.Database;
import org.dossier.database.HourlyCleanup;
import org.dossier.link.PublicUrl;
import org.dossier.slack.api.BotIdentities;
import org.dossier.slack.api.ConnectionStatus;
import org.dossier.slack.api.RateLimits;
import org.dossier.slack.api.ShutdownException;
import org.dossier.slack.api.ShutdownSignal;
import org.dossier.slack.api.SlackApiException;
import org.dossier.slack.api.SlackClient;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.api.SlackConfigValidator;
import org.dossier.slack.api.SlackHttpClient;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.api.Token;
import org.dossier.slack.api.UnknownOutcomeException;
import org.dossier.slack.api.WorkspaceTokens;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.Signature;
import org.dossier.slack.message.ArticleLinks;
import org.dossier.slack.message.ReplyBlocks;
import org.dossier.slack.queue.BatchingWriter;
import org.dossier.slack.queue.OrderedWorkerPool;
import org.dossier.slack.queue.ReplyDispatcher;
import org.dossier.slack.queue.ReplyQueue;
import org.dossier.slack.reply.AssistantFeatures;
import org.dossier.slack.reply.QuestionPort;
import org.dossier.slack.reply.ReplyHandler;
import org.dossier.slack.reply.ReplyPublisherFactory;
import org.jboss.logging.Logger;

/// The Slack bot. Between [#start] and [#stop] it replies to messages that are addressed to it.
/// Messages that it has accepted but not answered before the process ends, for any reason, are
/// answered after the next start.
@Singleton
public final class SlackBot {
  private static final Logger LOG = Logger.getLogger(SlackBot.class);
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

  private final SlackConfig config;
  private final Clock clock;
  private final ShutdownSignal shutdownSignal = new ShutdownSignal();
  private final ConnectionStatus connectionStatus;
  private final SlackHttpClient api;
  private final BotIdentities botIdentities;
  private final BatchingWriter batchingWriter;
  private final ReplyQueue replyQueue;
  private final OrderedWorkerPool orderedWorkerPool;
  private final ReplyDispatcher replyDispatcher;
  private final EventHandler eventHandler;
  private final Optional<SocketMode> socket;

  SlackBot(
      SlackConfig config,
      QuestionPort questionPort,
      Database database,
      SlackMeters meters,
      PublicUrl publicUrl,
      Clock clock) {
    this.config = config;
    this.clock = clock;
    connectionStatus = new ConnectionStatus(clock);
    api = new SlackHttpClient(config.apiUrl());
    var slackClient =
        new SlackClient(
            api,
            WorkspaceTokens.fromConfig(config),
            new RateLimits(clock),
            meters,
            shutdownSignal,
            config);
    botIdentities = new BotIdentities(slackClient);
    batchingWriter = new BatchingWriter(database, clock, shutdownSignal);
    replyQueue =
        new ReplyQueue(
            batchingWriter,
            config.retention(),
            new HourlyCleanup(database, clock, System::nanoTime));
    var replyBlocks = new ReplyBlocks(new ArticleLinks(publicUrl.base()));
    var assistantFeatures =
        new AssistantFeatures(slackClient, api, config.suggestedPrompts().orElse(List.of()));
    var replyPublisherFactory =
        new ReplyPublisherFactory(
            replyQueue, slackClient, botIdentities, replyBlocks, config, clock, shutdownSignal);
    var replyHandler =
        new ReplyHandler(
            replyQueue,
            questionPort,
            replyPublisherFactory,
            replyBlocks,
            assistantFeatures,
            meters,
            shutdownSignal);
    orderedWorkerPool =
        new OrderedWorkerPool(config.maxConcurrentReplies(), replyHandler::reply, shutdownSignal);
    replyDispatcher =
        new ReplyDispatcher(replyQueue, orderedWorkerPool, database.clusterLocks(), shutdownSignal);
    eventHandler =
        new EventHandler(
            replyQueue, replyDispatcher, questionPort, assistantFeatures, connectionStatus, meters);
    socket = socket();
    meters.registerGauges(orderedWorkerPool::pendingCount, connectionStatus);
  }

  private Optional<SocketMode> socket() {
    var eventParser = new EventParser(config.followThreads());
    return config.transport() == SlackConfig.Transport.SOCKET
        ? config
            .appToken()
            .map(Token::new)
            .map(token ->
                new SocketMode(
                    api, token, eventHandler, connectionStatus, eventParser, shutdownSignal))
        : Optional.empty();
  }

  /// Starts the bot in the background. Does nothing if Slack is disabled.
  ///
  /// @throws SlackSettingsException if the settings are invalid
  public void start() {
    SlackConfigValidator.check(config);
    if (config.transport() == SlackConfig.Transport.OFF) {
      return;
    }
    batchingWriter.start();
    replyDispatcher.start();
    Thread.ofVirtual().name("slack-connect").start(this::connect);
  }

  /// Stops the bot. Waits for replies in progress, but only briefly; the rest are resumed at the
  /// next start.
  public void stop() {
    shutdownSignal.trigger();
    if (config.transport() == SlackConfig.Transport.OFF) {
      return;
    }
    socket.ifPresent(SocketMode::close);
    orderedWorkerPool.close(SHUTDOWN_TIMEOUT);
  }

  ConnectionStatus connectionStatus() {
    return connectionStatus;
  }

  EventHandler eventHandler() {
    return eventHandler;
  }

  /// The verifier of request signatures; empty unless the transport is `http`.
  Optional<Signature> signature() {
    return config.transport() == SlackConfig.Transport.HTTP
        ? config.signingSecret().map(secret -> new Signature(secret, clock))
        : Optional.empty();
  }

  private void connect() {
    try {
      var workspace = config.dryRun() ? null : botIdentities.get("").workspace();
      LOG.infof("Slack bot: %s", workspace == null ? "dry run" : "workspace " + workspace);
      socket.ifPresentOrElse(
          socketMode -> socketMode.run(workspace), () -> connectionStatus.onConnected(workspace));
    } catch (SlackApiException e) {
      LOG.errorf(
          "%s. Check that DOSSIER_SLACK_BOT_TOKEN is the Bot User OAuth Token.", e.getMessage());
      connectionStatus.onRejected(e.getMessage());
    } catch (UnknownOutcomeException e) {
      LOG.error(e.getMessage());
      connectionStatus.onLost(e.getMessage());
    } catch (ShutdownException e) {
      LOG.debug("Stopped before the connection to Slack was established");
    }
  }
}
