package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// The JSON schemas of the tools, from the resources of this package.
final class Schemas {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

  private Schemas() {}

  /// @param name the name of the resource, without `.json`
  static JsonNode read(String name) {
    return READ.computeIfAbsent(name, Schemas::load);
  }

  /// The names of the properties of an object.
  static Set<String> properties(JsonNode schema) {
    var names = new TreeSet<String>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode load(String name) {
    try (var stream = Schemas.class.getResourceAsStream(name + ".json")) {
      if (stream == null) {
        throw new FileNotFoundException("not on the class path: " + name);
      }
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
