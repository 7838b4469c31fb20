package org.dossier.slack.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The Slack bot. Tokens and the signing secret belong in the environment: other users can read
/// command lines and files.
@ConfigMapping(prefix = "dossier.slack")
public interface SlackConfig {
  /// How Slack delivers events.
  enum Transport {
    /// The bot is off.
    OFF,
    /// Requests to `/slack/…`, which need a public address.
    HTTP,
    /// A connection that this server opens (Socket Mode).
    SOCKET
  }

  /// How a slow answer is shown while it is generated.
  enum ReplyMode {
    /// As a Slack stream; by edits if a workspace rejects streams.
    STREAM,
    /// By edits of one message.
    EDIT,
    /// Only once it is complete.
    FINAL
  }

  /// How Slack delivers events: `off`, `http` (requests to `/slack/…`) or `socket` (Socket Mode).
  @WithDefault("off")
  Transport transport();

  /// The secret that Slack signs its requests with; transport `http` needs it.
  Optional<String> signingSecret();

  /// `xoxb-…`: the token that the bot calls Slack with.
  Optional<String> botToken();

  /// `xapp-…`: the token that opens the connection of transport `socket`.
  Optional<String> appToken();

  /// The address of Slack's Web API.
  @WithDefault("https://slack.com/api/")
  URI apiUrl();

  /// Whether messages in a thread in which the bot was mentioned are answered without a further
  /// mention.
  @WithDefault("true")
  boolean followThreads();

  /// How a slow answer is shown while it is generated: `stream` (by edits if a workspace rejects
  /// streams), `edit`, or `final` (only once it is complete).
  @WithDefault("stream")
  ReplyMode replyMode();

  /// An answer that is complete before this delay is posted as one message.
  @WithDefault("1500ms")
  Duration streamDelay();

  /// The minimum time between two additions to a stream.
  @WithDefault("1s")
  Duration streamInterval();

  /// The minimum time between two edits of a message.
  @WithDefault("3s")
  Duration editInterval();

  /// The maximum number of messages answered concurrently; those of one thread are answered in
  /// order.
  @WithDefault("4")
  int maxConcurrentReplies();

  /// How long the delivery of a reply is retried while Slack cannot be reached.
  @WithDefault("1h")
  Duration deliveryTimeout();

  /// How long a thread is followed after its last message, and how long replies are remembered so
  /// that no message is answered twice.
  @WithDefault("30d")
  Duration retention();

  /// The maximum size of a request from Slack, in bytes.
  @WithDefault("1000000")
  int bodyLimit();

  /// Up to four questions suggested to a user who opens a conversation, separated by commas (`\,`
  /// is a comma within one).
  Optional<List<String>> suggestedPrompts();

  /// Whether replies are written to the log instead of being sent.
  @WithDefault("false")
  boolean dryRun();
}
