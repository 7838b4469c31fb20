package org.dossier.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.llm.ScriptedModel.Step;

/// A script as Anthropic speaks it that was given search results: what stands before markers such
/// as `[3][8]` is a block of its own, and the markers are its citations. A number that no sentence
/// has becomes a citation of a search result that there is not.
final class CitedSpeech {
  private static final Pattern MARKERS = Pattern.compile("\\s*((?:\\[\\d+])+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PERHAPS_MARKERS = Pattern.compile("\\s*(?:\\[\\d+])*(?:\\[\\d*)?$");

  private final List<Place> places = new ArrayList<>();
  private final List<Step> spoken = new ArrayList<>();
  private final StringBuilder held = new StringBuilder();
  private int block;

  /// @param searchResults the sentences of each
  CitedSpeech(List<List<String>> searchResults) {
    for (int i = 0; i < searchResults.size(); i++) {
      for (int j = 0; j < searchResults.get(i).size(); j++) {
        places.add(new Place(i, j));
      }
    }
  }

  private record Place(int searchResult, int block) {}

  List<Step> of(List<Step> steps) {
    for (var step : steps) {
      switch (step) {
        case Step.Words(var words) -> {
          held.append(words);
          speak(false);
        }
        case Step.End(var reason) -> {
          speak(true);
          send(AnthropicEvents.endBlock(block) + AnthropicEvents.end(reason));
        }
        default -> {
          speak(true);
          spoken.add(step);
        }
      }
    }
    return List.copyOf(spoken);
  }

  /// @param all whether nothing more can belong to markers at the end of what is held
  private void speak(boolean all) {
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
    var perhaps = PERHAPS_MARKERS.matcher(held);
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
    spoken.add(new Step.Raw(bytes));
  }
}
