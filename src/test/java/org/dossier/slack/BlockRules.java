package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/// Slack's documented limits on the content of a message.
public final class BlockRules {
  private static final int MOST_BLOCKS = 50;
  private static final int MOST_IN_ALL = 13_200;
  private static final Set<String> BLOCKS =
      Set.of("rich_text", "section", "context", "context_actions", "divider");

  private BlockRules() {}

  /// Slack's error code for the rule that `blocks` violate; empty if they are valid.
  public static Optional<String> violatedRule(JsonNode blocks) {
    if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
      return Optional.of("invalid_blocks");
    }
    for (var block : blocks) {
      if (!isGood(block)) {
        return Optional.of("invalid_blocks");
      }
    }
    return blocks.toString().length() > MOST_IN_ALL
        ? Optional.of("msg_blocks_too_long")
        : Optional.empty();
  }

  private static boolean isGood(JsonNode block) {
    return BLOCKS.contains(block.path("type").asText())
        && switch (block.path("type").asText()) {
          case "section" -> isText(block.path("text"), 3_000) && isButton(block.path("accessory"));
          case "context" ->
              block.path("elements").size() <= 10 && allTexts(block.path("elements"), 3_000);
          case "context_actions" -> isFeedback(block.path("elements"));
          case "rich_text" -> isRich(block.path("elements"));
          default -> true;
        };
  }

  private static boolean isRich(JsonNode elements) {
    for (var element : elements) {
      for (var run : element.path("elements")) {
        boolean isUser = run.path("type").asText().equals("user");
        if (!isUser && run.path("text").asText().isEmpty()) {
          return false;
        }
        if (run.path("url").asText().length() > 3_000) {
          return false;
        }
      }
      if (element.path("elements").isEmpty()) {
        return false;
      }
    }
    return !elements.isEmpty();
  }

  private static boolean isFeedback(JsonNode elements) {
    var buttons = elements.path(0);
    return elements.size() == 1
        && isText(buttons.path("positive_button").path("text"), 75)
        && isText(buttons.path("negative_button").path("text"), 75)
        && buttons.path("positive_button").path("value").asText().length() <= 2_000;
  }

  private static boolean isButton(JsonNode button) {
    return isText(button.path("text"), 75)
        && button.path("value").asText().length() <= 2_000
        && button.path("action_id").asText().length() <= 255
        && button.path("accessibility_label").asText().length() <= 75;
  }

  private static boolean allTexts(JsonNode texts, int most) {
    for (var text : texts) {
      if (!isText(text, most)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(JsonNode text, int most) {
    int length = text.path("text").asText().length();
    return text.path("type").asText().equals("plain_text") && length > 0 && length <= most;
  }
}
