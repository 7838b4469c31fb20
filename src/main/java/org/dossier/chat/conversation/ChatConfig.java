package org.dossier.chat.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How much may be said, and for how long it is kept.
@ConfigMapping(prefix = "dossier.chat")
public interface ChatConfig {
  /// How many characters a message may have.
  @WithDefault("2000")
  int messageLimit();

  /// How many turns a conversation may have.
  @WithDefault("200")
  int turnsLimit();

  /// How many conversations are kept; beyond it, the one goes that was not used for longest.
  @WithDefault("10000")
  int conversationsLimit();

  /// How long a conversation is kept after its last turn.
  @WithDefault("P30D")
  Duration keep();

  /// Which questions are suggested to begin with.
  Examples examples();

  /// They are as sure as those to ask next; made and tried when somebody first asks for them.
  interface Examples {
    /// Questions to begin with, separated by commas (one within a question is written `\,`);
    /// without any, some are made from the newest articles.
    Optional<List<String>> questions();

    /// How many are made at most; 0 makes none.
    @WithDefault("3")
    int most();

    /// How many are tried at most.
    @WithDefault("24")
    int tries();

    /// When trying ends, whatever was found.
    @WithDefault("PT8S")
    Duration patience();
  }

  /// Which questions are suggested to be asked next.
  FollowUps followUps();

  /// They are made and tried when somebody asks for them.
  interface FollowUps {
    /// How many questions to ask next are suggested at most; 0 suggests none.
    @WithDefault("3")
    int most();

    /// How many are tried at most.
    @WithDefault("24")
    int tries();

    /// When trying ends, whatever was found.
    @WithDefault("PT4S")
    Duration patience();

    /// How sure of its answer to a suggested question the archive must be, 0 to 1.
    @WithDefault("0.5")
    double confidence();

    /// How many sentences away from the cited ones questions are made from.
    @WithDefault("12")
    int reach();
  }

  /// What earlier turns count when evidence for a follow-up is looked for.
  Earlier earlier();

  /// Weights beside the message's own words and meaning, which count 1. Chosen on one half of
  /// follow-up questions and measured on the other; see docs/conversations.md.
  interface Earlier {
    /// How many turns are looked through for what a message points at.
    @WithDefault("6")
    int read();

    /// How many of the last questions lean the search towards what was spoken of; 0 for none.
    @WithDefault("2")
    int turns();

    /// What the words of the last question count beside the message's own.
    @WithDefault("0.3")
    double words();

    /// What the meaning of the last question counts.
    @WithDefault("0.4")
    double meaning();

    /// What the meaning of the last answer counts.
    @WithDefault("0.5")
    double answer();

    /// What each question counts of what the one after it does.
    @WithDefault("0.5")
    double fading();

    /// What all of it counts of that where the message seems to stand alone.
    @WithDefault("0.3")
    double aside();
  }
}
