package org.dossier.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.inference.CosineSimilarity;
import org.dossier.search.Hit;
import org.dossier.search.IndexedPassage;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// A passage as it was read from an index, with what its scores are computed from. For one thread.
final class StoredPassage {
  private static final String VERSION = "version";
  private static final String SENTENCES = "sentences";
  private static final String EXACT_VECTOR = "vector";

  private final JsonNode source;
  private final String language;
  private final List<Span> sentences;
  private @Nullable Map<String, Integer> frequencies;
  private float @Nullable [] vector;

  /// @param source the `_source` of its document
  StoredPassage(JsonNode source) {
    this.source = source;
    this.language = source.path(EngineFields.LANGUAGE).asText();
    this.sentences = sentences(source.path(EngineFields.DATA).path(SENTENCES));
  }

  /// The data that is stored to be read again. Distances between the boundaries of sentences are
  /// shorter than offsets.
  static Map<String, Object> data(String version, List<Span> sentences, float @Nullable [] vector) {
    var boundaries = new ArrayList<Integer>();
    int last = 0;
    for (var sentence : sentences) {
      boundaries.add(sentence.start() - last);
      boundaries.add(sentence.length());
      last = sentence.end();
    }
    var data = new LinkedHashMap<String, Object>();
    data.put(VERSION, version);
    data.put(SENTENCES, boundaries);
    if (vector != null) {
      var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(vector);
      data.put(EXACT_VECTOR, Base64.getEncoder().encodeToString(bytes.array()));
    }
    return data;
  }

  private static List<Span> sentences(JsonNode boundaries) {
    var sentences = new ArrayList<Span>();
    int last = 0;
    for (int i = 0; i + 1 < boundaries.size(); i += 2) {
      int start = last + boundaries.get(i).asInt();
      last = start + boundaries.get(i + 1).asInt();
      sentences.add(new Span(start, last));
    }
    return sentences;
  }

  String language() {
    return language;
  }

  private String version() {
    return source.path(EngineFields.DATA).path(VERSION).asText();
  }

  private int ordinal() {
    return source.path(EngineFields.ORDINAL).asInt();
  }

  Hit hit(float score) {
    var day = source.path(EngineFields.PUBLISHED);
    return new Hit(
        source.path(EngineFields.ARTICLE).asText(),
        version(),
        day.isNumber() ? LocalDate.ofEpochDay(day.asLong()) : null,
        ordinal(),
        new Span(sentences.getFirst().start(), sentences.getLast().end()),
        sentences,
        score);
  }

  IndexedPassage indexed() {
    boolean hasVector = source.path(EngineFields.DATA).has(EXACT_VECTOR);
    return new IndexedPassage(version(), ordinal(), sentences, hasVector);
  }

  /// The number of terms of the passage, its title and its context.
  int length() {
    return source.path(EngineFields.LENGTH).asInt();
  }

  /// How often the passage, its title and its context contain a term.
  int frequency(String term) {
    var counted = frequencies;
    if (counted == null) {
      counted = new HashMap<>();
      for (var field : EngineFields.scored(language)) {
        for (var each : source.path(field).asText().split(" ", -1)) {
          counted.merge(each, 1, Integer::sum);
        }
      }
      frequencies = counted;
    }
    return counted.getOrDefault(term, 0);
  }

  /// The cosine with `question`; NaN without a vector.
  float cosine(float[] question) {
    var encoded = source.path(EngineFields.DATA).path(EXACT_VECTOR);
    if (!encoded.isTextual()) {
      return Float.NaN;
    }
    var exact = vector;
    if (exact == null) {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded.asText()));
      exact = new float[bytes.remaining() / Float.BYTES];
      bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(exact);
      vector = exact;
    }
    return CosineSimilarity.of(question, exact);
  }
}
