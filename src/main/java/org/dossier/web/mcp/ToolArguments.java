package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dossier.search.Filters;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.FilterParameters;
import org.dossier.web.request.IsoDates;
import org.jspecify.annotations.Nullable;

/// The arguments of a call of a tool.
///
/// @param root an object, or a missing node
record ToolArguments(JsonNode root) {
  static final Set<String> FILTERS = Set.of("publishedFrom", "publishedTo", "publishers", "asOf");

  /// @throws ProblemException if an argument is not among `known`
  void allow(Set<String> known) {
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      throw problem("arguments", "must be an object");
    }
    root.fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            throw problem(name, "is an unknown argument");
          }
        });
  }

  /// @throws ProblemException if the argument is missing, blank or longer than `limit`
  String text(String name, int limit) {
    var value = root.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw problem(name, "must be a text");
    }
    if (value.asText().length() > limit) {
      throw problem(name, "has more than %d characters".formatted(limit)).withLimit(limit);
    }
    return value.asText();
  }

  /// An integer from 1 to `max`; `defaultValue` if it is absent.
  int integer(String name, int defaultValue, int max) {
    var value = root.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return defaultValue;
    }
    if (!value.isInt() || value.asInt() < 1 || value.asInt() > max) {
      throw problem(name, "must be a whole number from 1 to " + max).withLimit(max);
    }
    return value.asInt();
  }

  Filters filters() {
    return new FilterParameters("", ProblemType.INVALID_FIELD)
        .filters(day("publishedFrom"), day("publishedTo"), texts("publishers"), day("asOf"));
  }

  /// The elements of a list, `null` for those that are no text; empty if it is absent.
  List<@Nullable String> texts(String name) {
    var texts = new ArrayList<@Nullable String>();
    for (var element : list(name)) {
      texts.add(element.isTextual() ? element.asText() : null);
    }
    return texts;
  }

  /// A text; `null` if it is absent.
  @Nullable String optionalText(String name) {
    var value = root.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw problem(name, "must be a text");
    }
    return value.asText();
  }

  /// The elements of a list; empty if it is absent.
  List<JsonNode> list(String name) {
    var value = root.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw problem(name, "must be a list");
    }
    return value.valueStream().toList();
  }

  @Nullable LocalDate day(String name) {
    return day(root, name, name);
  }

  /// The day in a field of `object`; `null` if it is absent.
  static @Nullable LocalDate day(JsonNode object, String name, String field) {
    var value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    var day = IsoDates.parse(value.asText());
    if (day == null) {
      throw problem(field, "must be a date such as 2011-11-30");
    }
    return day;
  }

  static ProblemException problem(String name, String reason) {
    return ProblemException.of(ProblemType.INVALID_FIELD, name + ": " + reason).withField(name);
  }
}
