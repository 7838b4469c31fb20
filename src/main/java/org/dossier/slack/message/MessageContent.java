package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The blocks of one Slack message.
///
/// @param blocks never empty, at most [#MOST_BLOCKS]
public record MessageContent(List<Block> blocks) {
  /// Slack's limit is 50.
  static final int MOST_BLOCKS = 48;

  /// Slack rejects messages with somewhat more than 13,200 characters and does not document how it
  /// counts them. Therefore all characters of the JSON are counted.
  static final int MOST_CHARACTERS = 12_000;

  /// The length of the fallback text that Slack displays.
  private static final int MOST_WORDS = 3_000;

  public MessageContent {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a message must have blocks");
    }
  }

  /// Distributes `blocks` over as few messages as possible, in order. Appending blocks changes only
  /// the last message, and may add further ones.
  public static List<MessageContent> of(List<Block> blocks) {
    var messageContents = new ArrayList<MessageContent>();
    var page = new ArrayList<Block>();
    int size = 0;
    for (var block : blocks) {
      if (!page.isEmpty()
          && (page.size() == MOST_BLOCKS || size + block.size() > MOST_CHARACTERS)) {
        messageContents.add(new MessageContent(page));
        page.clear();
        size = 0;
      }
      page.add(block);
      size += block.size();
    }
    if (!page.isEmpty()) {
      messageContents.add(new MessageContent(page));
    }
    return messageContents;
  }

  /// This message with further blocks; several messages if they do not fit.
  public List<MessageContent> with(List<Block> further) {
    var all = new ArrayList<>(blocks);
    all.addAll(further);
    return of(all);
  }

  /// The complete text.
  public String words() {
    return blocks.stream()
        .map(Block::words)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /// The fallback text for notifications: the beginning of the text, escaped.
  public String notice() {
    var words = words();
    if (words.length() > MOST_WORDS) {
      words = words.substring(0, words.offsetByCodePoints(0, MOST_WORDS / 2)) + "…";
    }
    return Mrkdwn.escape(words);
  }
}
