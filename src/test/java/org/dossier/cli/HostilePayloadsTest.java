package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.dossier.HostilePayloads;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.web.json.ReplyJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every hostile payload in every field of a reply: the text cannot control the terminal.
class HostilePayloadsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Terminal TERMINAL = new Terminal(true, false, 60);
  private static final String CONTROLS = "[\\p{Cc}\u202a-\u202e\u2066-\u2069]";

  static Stream<String> attacks() {
    return HostilePayloads.all().stream();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void answerIsSanitized(String attack) {
    var reply = reply("answered", attack).put("answer", attack + " [1]");
    reply
        .putArray("citations")
        .addObject()
        .put("number", 1)
        .put("quote", attack)
        .set("article", article(attack));
    reply.putObject("answeredBy").put("kind", "model").put("model", attack);

    assertShown(new ReplyText(TERMINAL).format(decode(reply)));
    assertThat(TerminalSanitizer.json(reply.toString()).replace("\n", ""))
        .doesNotContainPattern(CONTROLS);
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void abstentionIsSanitized(String attack) {
    var reply = reply("abstained", attack);
    var abstention = reply.putObject("abstention").put("reason", "x").put("explanation", attack);
    abstention.putArray("nearest").add(article(attack));

    assertShown(new ReplyText(TERMINAL).format(decode(reply)));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void errorMessageIsSanitized(String attack) {
    assertShown(TerminalSanitizer.line(attack));
    assertThat(TerminalSanitizer.line(attack)).doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void questionBackIsSanitized(String attack) {
    var reply = reply("clarify", attack).put("answer", attack);
    reply.putObject("answeredBy").put("kind", "extractive");
    reply.putArray("citations");
    reply.putObject("clarification").put("text", attack).putArray("choices").add(attack);

    assertShown(new ReplyText(TERMINAL).format(decode(reply)));
  }

  /// A reply with a note and a suggested question.
  private static ObjectNode reply(String status, String attack) {
    var reply = JSON.createObjectNode().put("status", status);
    var note = reply.putArray("notes").addObject().put("type", "spelling").put("text", attack);
    note.putArray("values").add(attack);
    reply.putArray("followUps").add(attack);
    return reply;
  }

  private static ReplyJson decode(ObjectNode reply) {
    return JsonCodec.decode(reply.toString(), ReplyJson.class);
  }

  private static ObjectNode article(String attack) {
    return JSON.createObjectNode()
        .put("id", attack)
        .put("title", attack)
        .put("publisher", attack)
        .put("url", attack);
  }

  private static void assertShown(String text) {
    assertThat(text.replace("\n", "")).doesNotContainPattern(CONTROLS);
  }
}
