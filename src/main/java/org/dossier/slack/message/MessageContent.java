package org.dossier.slack.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The blocks of one message in Slack.
///
/// @param blocks never empty, and never more than Slack takes in one message
public record MessageContent(List<Block> blocks) {
  /// Slack takes 50.
  static final int MOST_BLOCKS = 48;

  /// Slack refuses somewhat more than 13,200 characters, of which it does not say how it counts
  /// them; so all are counted, those of the structure too.
  static final int MOST_CHARACTERS = 12_000;

  /// What Slack shows of a long text that stands for blocks.
  private static final int MOST_WORDS = 3_000;

  public MessageContent {
    blocks = List.copyOf(blocks);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a page has blocks");
    }
  }

  /// `blocks` on as few pages as they fit on, in their order. More blocks at the end change nothing
  /// about the pages before the last.
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

  /// This page with further blocks; more than one page where they do not fit.
  public List<MessageContent> with(List<Block> further) {
    var all = new ArrayList<>(blocks);
    all.addAll(further);
    return of(all);
  }

  /// What it says, whole.
  public String words() {
    return blocks.stream()
        .map(Block::words)
        .filter(words -> !words.isBlank())
        .collect(Collectors.joining("\n"));
  }

  /// What stands for it in notifications: its first words, in which nothing acts.
  public String notice() {
    var words = words();
    if (words.length() > MOST_WORDS) {
      words = words.substring(0, words.offsetByCodePoints(0, MOST_WORDS / 2)) + "…";
    }
    return Mrkdwn.escape(words);
  }
}
