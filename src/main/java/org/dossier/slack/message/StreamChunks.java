package org.dossier.slack.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/// What a stream is made of. Slack streams Markdown too, but in Markdown the words of an article
/// could act; in blocks they cannot.
public final class StreamChunks {
  private StreamChunks() {}

  public static ArrayNode blocks(List<Block> blocks) {
    var chunks = JsonNodeFactory.instance.arrayNode();
    chunks.addObject().put("type", "blocks").set("blocks", Block.array(blocks));
    return chunks;
  }
}
