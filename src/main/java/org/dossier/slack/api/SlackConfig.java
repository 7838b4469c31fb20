package org.dossier.slack.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the archive is reached from Slack. Tokens and the signing secret belong in the environment:
/// command lines and files are read by others.
@ConfigMapping(prefix = "dossier.slack")
public interface SlackConfig {
  /// How Slack tells what happens.
  enum Transport {
    /// Not at all.
    OFF,
    /// By requests to `/slack/…`, which need a public address.
    HTTP,
    /// Over a connection that we open (Socket Mode).
    SOCKET
  }

  /// How an answer that takes its time is shown while it is made.
  enum ReplyMode {
    /// As it comes, by Slack's streaming; by edits where a workspace refuses that.
    STREAM,
    /// As it comes, by edits of one message.
    EDIT,
    /// Only once it is whole.
    WHOLE
  }

  /// How Slack tells what happens: `off`, `http` (requests to `/slack/…`) or `socket` (Socket
  /// Mode).
  @WithDefault("off")
  Transport transport();

  /// What Slack signs its requests with; transport `http` needs it.
  Optional<String> signingSecret();

  /// `xoxb-…`: what the bot calls Slack with.
  Optional<String> botToken();

  /// `xapp-…`: what opens the connection of transport `socket`.
  Optional<String> appToken();

  /// Where Slack's methods are called.
  @WithDefault("https://slack.com/api/")
  URI apiUrl();

  /// The address under which the people in Slack reach this server's pages; without it, citations
  /// have no links.
  Optional<URI> publicUrl();

  /// Whether a thread in which the bot was addressed goes on without mentioning it.
  @WithDefault("true")
  boolean followThreads();

  /// How a slow answer is shown while it is made: `stream` (by edits where a workspace refuses
  /// streams), `edit`, or `whole` (not before it is whole).
  @WithDefault("stream")
  ReplyMode showing();

  /// An answer that is whole before this is posted in one piece.
  @WithDefault("PT1.5S")
  Duration showAfter();

  /// The least time between two additions to a stream.
  @WithDefault("PT1S")
  Duration streamEvery();

  /// The least time between two edits of a message.
  @WithDefault("PT3S")
  Duration editEvery();

  /// How many messages are worked on at once; those of one thread one after another.
  @WithDefault("4")
  int atOnce();

  /// How long a reply is tried to be delivered while Slack cannot be reached.
  @WithDefault("PT1H")
  Duration patience();

  /// How long a thread is followed after its last message, and how long it is known what was
  /// replied to.
  @WithDefault("P30D")
  Duration keep();

  /// How many bytes a request from Slack may have.
  @WithDefault("1000000")
  int bodyLimit();

  /// Up to four questions that are suggested to whoever opens a conversation, separated by commas
  /// (`\,` is a comma within one).
  Optional<List<String>> prompts();

  /// Whether everything is done but the sending, which goes to the log instead.
  @WithDefault("false")
  boolean dryRun();
}
