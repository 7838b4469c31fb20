package org.dossier.chat.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// The stored form of the filters of a turn: `{}` if it had none.
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredFilters(
    @Nullable String publishedFrom,
    @Nullable String publishedTo,
    @Nullable List<String> publishers,
    @Nullable String asOf) {
  private static final JsonMapper JSON = new JsonMapper();

  static String json(Filters filters) {
    var stored =
        new StoredFilters(
            filters.publishedFrom() == null ? null : filters.publishedFrom().toString(),
            filters.publishedTo() == null ? null : filters.publishedTo().toString(),
            filters.publishers().isEmpty() ? null : filters.publishers().stream().sorted().toList(),
            filters.asOf() == null ? null : filters.asOf().toString());
    try {
      return JSON.writeValueAsString(stored);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("filters cannot be serialized", e);
    }
  }

  /// Parses the result of [#json].
  ///
  /// @throws IllegalStateException if `json` has another form
  static Filters parse(String json) {
    try {
      var stored = JSON.readValue(json, StoredFilters.class);
      return new Filters(
          day(stored.publishedFrom()),
          day(stored.publishedTo()),
          stored.publishers() == null ? Set.of() : Set.copyOf(stored.publishers()),
          day(stored.asOf()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "stored filters cannot be parsed: " + e.getOriginalMessage(), e);
    }
  }

  private static @Nullable LocalDate day(@Nullable String stored) {
    return stored == null ? null : LocalDate.parse(stored);
  }
}
