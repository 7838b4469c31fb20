package org.dossier.slack.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Converts payloads from Slack, which are JSON or forms, to JSON.
public final class Payload {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private Payload() {}

  /// @throws MalformedPayloadException if the body is not UTF-8, not JSON or not an object
  public static JsonNode json(byte[] body) {
    return json(text(body));
  }

  /// @throws MalformedPayloadException if the body is not JSON or not an object
  public static JsonNode json(String body) {
    try {
      var json = JSON.readTree(body);
      if (!json.isObject()) {
        throw new MalformedPayloadException("not a JSON object", null);
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new MalformedPayloadException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /// The fields of a form, as strings.
  ///
  /// @throws MalformedPayloadException if the body is not UTF-8 or not form-encoded
  public static ObjectNode form(byte[] body) {
    var fields = JsonNodeFactory.instance.objectNode();
    for (var field : text(body).split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(decode(field.substring(0, equals)), decode(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  /// A required string.
  ///
  /// @throws MalformedPayloadException naming the field if it is missing or empty
  public static String required(JsonNode node, String field) {
    var value = node.path(field);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new MalformedPayloadException(field + " is missing", null);
    }
    return value.asText();
  }

  /// An optional string; `null` if missing or empty.
  static @Nullable String optional(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
  }

  private static String decode(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedPayloadException("not form-encoded", e);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedPayloadException("not UTF-8", e);
    }
  }
}
