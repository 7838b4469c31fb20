package org.dossier.web.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.chat.PastTurn;
import org.dossier.chat.StatelessChat;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.search.Filters;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// Reads the messages of a request: the last one is asked, and those before it are its
/// conversation. Messages of the system and of tools are ignored, because articles alone decide on
/// an answer.
final class MessagesReader {
  private static final Set<String> IGNORED_ROLES =
      Set.of("system", "developer", "tool", "function");

  private static final Set<String> TEXT_TYPES = Set.of("text", "input_text", "output_text");

  /// Parts of an assistant's message that have no text.
  private static final Set<String> IGNORED_TYPES = Set.of("refusal", "reasoning");

  private final StatelessChat chat;
  private final String field;
  private final List<PastTurn> past = new ArrayList<>();
  private String message = "";
  private String lastRole = "";
  private String lastField = "";

  private MessagesReader(StatelessChat chat, String field) {
    this.chat = chat;
    this.field = field;
  }

  /// @param messages the value of `field`
  /// @throws ProblemException if it is not a list of messages of which the last one is a valid
  ///   question
  static StatelessChat.Ask read(
      JsonNode messages, String field, boolean extractive, StatelessChat chat) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw problem(field, "must be a list of at least one message");
    }
    var reader = new MessagesReader(chat, field);
    for (int i = 0; i < messages.size(); i++) {
      reader.add(messages.get(i), i);
    }
    return reader.finish(extractive);
  }

  private void add(JsonNode item, int index) {
    var place = "%s[%d]".formatted(field, index);
    if (!item.isObject()) {
      throw problem(place, "must be an object");
    }
    // Items of other types, such as calls of tools, are no messages.
    if (!item.path("type").asText("message").equals("message")) {
      return;
    }
    var role = item.path("role").asText("");
    switch (role) {
      case "user" -> addQuestion(text(item.path("content"), place + ".content"));
      case "assistant" -> addReply(text(item.path("content"), place + ".content"));
      default -> {
        if (!IGNORED_ROLES.contains(role)) {
          throw problem(
              place + ".role", "must be system, developer, user, assistant, tool or function");
        }
        return;
      }
    }
    lastRole = role;
    lastField = place + ".content";
  }

  private void addQuestion(String text) {
    if (lastRole.equals("user")) {
      addTurn(List.of());
    }
    message = text;
  }

  private void addReply(String text) {
    if (lastRole.equals("user")) {
      addTurn(ContentReader.statements(text));
    }
  }

  /// An earlier message that breaks a rule was not answered.
  private void addTurn(List<String> statements) {
    try {
      chat.check(field, message);
      past.add(new PastTurn(message, statements));
    } catch (InvalidMessageException e) {
      // Left out.
    }
  }

  private StatelessChat.Ask finish(boolean extractive) {
    if (!lastRole.equals("user")) {
      throw problem(field, "the last message must be of the role user");
    }
    chat.check(lastField, message);
    return new StatelessChat.Ask(past, message, Filters.NONE, extractive);
  }

  /// The text of a string or of a list of parts.
  private static String text(JsonNode content, String place) {
    if (content.isTextual()) {
      return content.asText();
    }
    if (content.isNull() || content.isMissingNode()) {
      return "";
    }
    if (!content.isArray()) {
      throw problem(place, "must be a string or a list of parts");
    }
    var text = new StringBuilder();
    for (int i = 0; i < content.size(); i++) {
      var part = content.get(i);
      var type = part.path("type").asText("");
      if (IGNORED_TYPES.contains(type)) {
        continue;
      }
      if (!TEXT_TYPES.contains(type) || !part.path("text").isTextual()) {
        throw problem("%s[%d]".formatted(place, i), "must be a text; this server reads text only");
      }
      text.append(text.isEmpty() ? "" : "\n").append(part.path("text").asText());
    }
    return text.toString();
  }

  static ProblemException problem(String field, String reason) {
    return ProblemException.of(ProblemType.INVALID_FIELD, field + ": " + reason).withField(field);
  }
}
