package org.dossier.cli;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/// Parser of server-sent events, limited to the fields that a Dossier server sends: the name of an
/// event and its data, possibly on several lines.
final class SseParser {
  private final Iterator<String> lines;

  SseParser(Stream<String> lines) {
    this.lines = lines.iterator();
  }

  record Event(String name, String data) {}

  /// The next event; empty at the end.
  Optional<Event> next() {
    var name = "message";
    var data = new StringBuilder();
    while (lines.hasNext()) {
      var line = lines.next();
      if (line.isEmpty() && !data.isEmpty()) {
        return Optional.of(new Event(name, data.toString()));
      }
      if (line.startsWith("event:")) {
        name = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
      }
    }
    return data.isEmpty() ? Optional.empty() : Optional.of(new Event(name, data.toString()));
  }
}
