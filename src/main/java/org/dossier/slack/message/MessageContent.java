package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The blocks of one Slack message.
///
/// @param blocks never empty, at most [#MAX_BLOCKS]
public record MessageContent(List<Block> blocks) {
  /// Slack's limit is 50.
  static final int MAX_BLOCKS = 48;

  /// Slack rejects messages with somewhat more than 13,200 characters and does not document how it
  /// counts them. Therefore all characters of the JSON are counted.
  static final int MAX_CHARACTERS = 12_000;

  /// The length of the fallback text that Slack displays.
  private static final int MAX_FALLBACK_LENGTH = 3_000;

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
    var current = new ArrayList<Block>();
    int size = 0;
    for (var block : blocks) {
      if (!current.isEmpty()
          && (current.size() == MAX_BLOCKS || size + block.size() > MAX_CHARACTERS)) {
        messageContents.add(new MessageContent(current));
        current.clear();
        size = 0;
      }
      current.add(block);
      size += block.size();
    }
    if (!current.isEmpty()) {
      messageContents.add(new MessageContent(current));
    }
    return messageContents;
  }

  /// This message with further blocks; several messages if they do not fit.
  public List<MessageContent> with(List<Block> more) {
    var all = new ArrayList<>(blocks);
    all.addAll(more);
    return of(all);
  }

  /// The complete text.
  public String text() {
    return blocks.stream()
        .map(Block::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /// The fallback text for notifications: the beginning of the text, escaped.
  public String fallbackText() {
    var text = text();
    if (text.length() > MAX_FALLBACK_LENGTH) {
      text = text.substring(0, text.offsetByCodePoints(0, MAX_FALLBACK_LENGTH / 2)) + "…";
    }
    return Mrkdwn.escape(text);
  }
}
