package org.dossier.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.llm.ScriptedModel.Step;

/// Converts a script to Anthropic's events for a request with search results. The text before
/// markers such as `[3][8]` becomes a block, and the markers become its citations. A number of no
/// sentence becomes a citation of a nonexistent search result.
final class AnthropicScript {
  private static final Pattern MARKERS = Pattern.compile("\\s*((?:\\[\\d+])+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern INCOMPLETE_MARKERS =
      Pattern.compile("\\s*(?:\\[\\d+])*(?:\\[\\d*)?$");

  private final List<Place> places = new ArrayList<>();
  private final List<Step> converted = new ArrayList<>();
  private final StringBuilder held = new StringBuilder();
  private int block;

  /// @param searchResults the sentences of each search result
  AnthropicScript(List<List<String>> searchResults) {
    for (int i = 0; i < searchResults.size(); i++) {
      for (int j = 0; j < searchResults.get(i).size(); j++) {
        places.add(new Place(i, j));
      }
    }
  }

  private record Place(int searchResult, int block) {}

  List<Step> convert(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Step.Words(var words) -> {
          held.append(words);
          sendHeld(false);
        }
        case Step.End(var reason) -> {
          sendHeld(true);
          send(AnthropicEvents.endBlock(block) + AnthropicEvents.end(reason));
        }
        default -> {
          sendHeld(true);
          converted.add(step);
        }
      }
    }
    return List.copyOf(converted);
  }

  /// Sends the held text.
  ///
  /// @param all true if no more text follows that may belong to markers at the end
  private void sendHeld(boolean all) {
    var markers = MARKERS.matcher(held);
    int from = 0;
    while (markers.find() && (all || markers.end() < held.length())) {
      send(AnthropicEvents.words(block, held.substring(from, markers.start())));
      NUMBER
          .matcher(markers.group(1))
          .results()
          .forEach(number -> cite(Integer.parseInt(number.group())));
      send(AnthropicEvents.endBlock(block));
      block++;
      send(AnthropicEvents.beginBlock(block));
      from = markers.end();
    }
    held.delete(0, from);
    var perhaps = INCOMPLETE_MARKERS.matcher(held);
    int certain = !all && perhaps.find() ? perhaps.start() : held.length();
    if (certain > 0) {
      send(AnthropicEvents.words(block, held.substring(0, certain)));
    }
    held.delete(0, certain);
  }

  private void cite(int number) {
    var place =
        number <= places.size() ? places.get(number - 1) : new Place(places.size() + number, 0);
    send(AnthropicEvents.citation(block, place.searchResult(), place.block(), place.block() + 1));
  }

  private void send(String bytes) {
    converted.add(new Step.Raw(bytes));
  }
}
