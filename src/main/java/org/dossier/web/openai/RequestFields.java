package org.dossier.web.openai;

import static org.dossier.web.openai.MessagesReader.problem;

import com.fasterxml.jackson.databind.JsonNode;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.request.JsonBody;
import org.dossier.web.request.RequestJson;
import org.jspecify.annotations.Nullable;

/// The fields of a request that this server reads. Others, such as the temperature, are ignored: no
/// model of this server has them.
///
/// @param root an object
record RequestFields(JsonNode root) {
  /// @throws ProblemException if the body is missing or not an object
  static RequestFields of(@Nullable JsonBody body) {
    var root = RequestJson.required(body).root();
    if (!root.isObject()) {
      throw problem("body", "must be a JSON object");
    }
    return new RequestFields(root);
  }

  ModelName model() {
    var model = root.path("model");
    if (!model.isTextual()) {
      throw problem("model", "must be a string");
    }
    return ModelName.of(model.asText());
  }

  /// The value of a switch; false if it is absent.
  boolean isOn(String field) {
    return isOn(root, field, field);
  }

  /// Whether a stream ends with the usage of tokens.
  boolean includesUsage() {
    return isOn(root.path("stream_options"), "include_usage", "stream_options.include_usage");
  }

  private static boolean isOn(JsonNode object, String name, String field) {
    var value = object.path(name);
    if (!value.isBoolean() && !value.isNull() && !value.isMissingNode()) {
      throw problem(field, "must be true or false");
    }
    return value.asBoolean();
  }

  /// @throws ProblemException if a field demands what this server cannot do: `field` must have that
  ///   value or be absent
  void require(String field, Object only) {
    var value = root.path(field);
    if (!value.isMissingNode() && !value.isNull() && !value.asText().equals(only.toString())) {
      throw problem(field, "is not supported; the only value is " + only);
    }
  }

  /// @throws ProblemException if the field has a value
  void requireAbsent(String field, String reason) {
    if (root.hasNonNull(field)) {
      throw problem(field, "is not supported: " + reason);
    }
  }

  /// @throws ProblemException if the reply must have a certain form: replies of this server are
  ///   text
  void requireText(String field, JsonNode format) {
    var type = format.path("type").asText("text");
    if (!type.equals("text")) {
      throw problem(field, "is not supported; the only value is text");
    }
  }
}
