package org.dossier.slack.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A block of a message in Slack's Block Kit. Text is only in `rich_text` and `plain_text`
/// elements, which Slack displays verbatim.
///
/// @param json the block; must not be modified
/// @param text the text of the block, for clients that do not show blocks
public record Block(ObjectNode json, String text) {
  /// The maximum number of characters in one block; Slack's limit for most texts is 3,000.
  static final int MAX_CHARACTERS = 2_500;

  private static final int MIN_CHARACTERS = 50;

  /// The maximum length of one block as JSON.
  private static final int MAX_JSON_LENGTH = 6_000;

  private static final int MAX_LABEL_LENGTH = 75;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /// The length of the block as JSON.
  int size() {
    return json.toString().length();
  }

  /// A paragraph, split into blocks if it is long.
  public static List<Block> paragraph(List<TextRun> textRuns) {
    return richText("rich_text_section", textRuns);
  }

  /// A quotation, split into blocks if it is long.
  static List<Block> quote(List<TextRun> textRuns) {
    return richText("rich_text_quote", textRuns);
  }

  private static List<Block> richText(String kind, List<TextRun> textRuns) {
    return richText(kind, textRuns, MAX_CHARACTERS);
  }

  /// Splits again if the JSON is too long: quotation marks and links need more characters than they
  /// display.
  private static List<Block> richText(String kind, List<TextRun> textRuns, int max) {
    var blocks = new ArrayList<Block>();
    for (var part : TextRunSplitter.split(textRuns, max)) {
      var block = rich(kind, part);
      if (block.size() > MAX_JSON_LENGTH && max > MIN_CHARACTERS) {
        blocks.addAll(richText(kind, part, max / 2));
      } else {
        blocks.add(block);
      }
    }
    return List.copyOf(blocks);
  }

  private static Block rich(String kind, List<TextRun> textRuns) {
    var section = ofType(kind);
    var elements = section.putArray("elements");
    textRuns.forEach(textRun -> elements.add(element(textRun)));
    return rich(section, String.join("", textRuns.stream().map(TextRun::text).toList()));
  }

  private static Block rich(ObjectNode section, String text) {
    var block = ofType("rich_text");
    block.putArray("elements").add(section);
    return new Block(block, text);
  }

  /// The user and the question, posted above the reply to a command or button press, which other
  /// users do not see.
  public static List<Block> questionBlocks(String user, String question) {
    var section = ofType("rich_text_section");
    var elements = section.putArray("elements");
    elements.add(ofType("user").put("user_id", user));
    elements.add(element(TextRun.plain(" asks:")));
    var blocks = new ArrayList<Block>();
    blocks.add(rich(section, "A user asks:"));
    blocks.addAll(quote(List.of(TextRun.plain(question))));
    return List.copyOf(blocks);
  }

  static Block divider() {
    return new Block(ofType("divider"), "");
  }

  /// A remark in small print.
  static Block remark(String text) {
    var block = ofType("context");
    block.putArray("elements").add(plainText(text));
    return new Block(block, text);
  }

  /// A remark of any length in small print, split into blocks if it is long.
  static List<Block> remarks(String text) {
    return TextRunSplitter.split(List.of(TextRun.plain(text)), MAX_CHARACTERS).stream()
        .map(part -> remark(part.getFirst().text()))
        .toList();
  }

  /// Two feedback buttons. A press sends back `up ` or `down ` and `value`.
  static Block feedback(String action, long value) {
    var buttons = ofType("feedback_buttons").put("action_id", action);
    buttons.set("positive_button", button("Useful", "up " + value));
    buttons.set("negative_button", button("Not useful", "down " + value));
    var block = ofType("context_actions");
    block.putArray("elements").add(buttons);
    return new Block(block, "");
  }

  private static ObjectNode button(String text, String value) {
    var button = JSON.objectNode();
    button.set("text", plainText(text));
    return button.put("value", value);
  }

  /// A suggested question with a button that asks it.
  static Block suggestion(String action, String question) {
    var button = ofType("button").put("action_id", action).put("value", question);
    button.set("text", plainText("Ask"));
    button.put("accessibility_label", shorten("Ask: " + question));
    var block = ofType("section");
    block.set("text", plainText(question));
    block.set("accessory", button);
    return new Block(block, question);
  }

  /// `text` in at most [#MAX_LABEL_LENGTH] UTF-16 code units.
  private static String shorten(String text) {
    if (text.length() <= MAX_LABEL_LENGTH) {
      return text;
    }
    int end = MAX_LABEL_LENGTH - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  private static ObjectNode plainText(String text) {
    return ofType("plain_text").put("text", TextRun.plain(text).text()).put("emoji", false);
  }

  private static ObjectNode element(TextRun textRun) {
    var element = ofType(textRun.link() == null ? "text" : "link");
    if (textRun.link() != null) {
      element.put("url", textRun.link());
    }
    element.put("text", textRun.text());
    if (textRun.style() != TextRun.Style.PLAIN) {
      element.putObject("style").put(textRun.style().name().toLowerCase(Locale.ROOT), true);
    }
    return element;
  }

  private static ObjectNode ofType(String type) {
    return JSON.objectNode().put("type", type);
  }

  /// Blocks as a JSON array.
  public static ArrayNode array(List<Block> blocks) {
    var array = JSON.arrayNode();
    blocks.forEach(block -> array.add((JsonNode) block.json()));
    return array;
  }
}
