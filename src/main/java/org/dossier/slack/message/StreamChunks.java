package org.dossier.slack.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// The chunks of a Slack stream. Slack also supports Markdown in streams, but text of an article
/// could be interpreted as Markdown; in blocks it cannot.
public final class StreamChunks {
  private StreamChunks() {}

  public static ArrayNode blocks(List<Block> blocks) {
    var chunks = JsonNodeFactory.instance.arrayNode();
    chunks.addObject().put("type", "blocks").set("blocks", Block.array(blocks));
    return chunks;
  }
}
