package org.dossier.answer.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A text with its citation markers removed.
final class CitationMarkerParser {
  /// Matches only from the beginning of a run of white space: tried at each position of a long run,
  /// it would take quadratic time.
  private static final String SPACE_BEFORE = "(?<!\\s)\\s*+";

  private static final String NUMBERS = "\\d{1,4}+(?:\\s*+[,;–-]\\s*+\\d{1,4}+)*+";
  // [1], [1, 2], [1-3], [^1], 【1】 and 【1†source】, the forms that LLMs were trained on. A link
  // attached to a marker is removed with it.
  private static final Pattern MARKER =
      Pattern.compile(
          SPACE_BEFORE
              + "(?:\\[\\s*+\\^?+\\s*+("
              + NUMBERS
              + ")\\s*+]|【\\s*+("
              + NUMBERS
              + ")\\s*+(?:†[^】\\n]{0,60})?】)(?:\\([^)\\s]*+\\))?");
  private static final Pattern INCOMPLETE =
      Pattern.compile(
          SPACE_BEFORE
              + "(?:\\[\\s*\\^?[\\d\\s,;–-]*|【[\\d\\s,;–-]*(?:†[^】\\n]{0,60})?|[\\[【][^\\]】\\n]{0,200}+[]】](?:\\([^)\\s]{0,300}+)?)$");
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*[–-]\\s*(\\d+)");
  private static final int MAX_RANGE = 10;

  private final String words;
  private final int[] origins;
  private final List<Marker> markers;

  private CitationMarkerParser(String words, int[] origins, List<Marker> markers) {
    this.words = words;
    this.origins = origins;
    this.markers = markers;
  }

  /// The text without markers.
  String words() {
    return words;
  }

  /// The index in the original text of the character at `index` of the words.
  int origin(int index) {
    return origins[index];
  }

  /// @param at the index in the words before which it occurs
  /// @param numbers the numbers that it cites
  record Marker(int at, List<Integer> numbers) {}

  static CitationMarkerParser of(String text) {
    var words = new StringBuilder();
    var origins = new int[text.length() + 1];
    var markers = new ArrayList<Marker>();
    var found = MARKER.matcher(text);
    int copied = 0;
    while (found.find()) {
      copied = copy(text, copied, found.start(), words, origins);
      markers.add(new Marker(words.length(), numbers(found)));
      if (joins(words, text, found.end())) {
        origins[words.length()] = found.start();
        words.append(' ');
      }
      copied = found.end();
    }
    copy(text, copied, text.length(), words, origins);
    return new CitationMarkerParser(
        words.toString(), Arrays.copyOf(origins, words.length()), markers);
  }

  /// The start of a marker that may be incomplete; the length of `text` if absent.
  static int incompleteStart(String text) {
    var half = INCOMPLETE.matcher(text);
    return half.find() ? half.start() : text.length();
  }

  /// The numbers of all markers after `start` and up to `end`, each once.
  List<Integer> between(int start, int end) {
    var numbers = new LinkedHashSet<Integer>();
    markers.stream()
        .filter(marker -> marker.at > start && marker.at <= end)
        .forEach(marker -> numbers.addAll(marker.numbers));
    return List.copyOf(numbers);
  }

  private static int copy(String text, int from, int to, StringBuilder words, int[] origins) {
    for (int i = from; i < to; i++) {
      origins[words.length()] = i;
      words.append(text.charAt(i));
    }
    return to;
  }

  /// True if the words on both sides of a marker would otherwise merge into one.
  private static boolean joins(StringBuilder words, String text, int end) {
    return !words.isEmpty() && end < text.length() && Character.isLetterOrDigit(text.charAt(end));
  }

  private static List<Integer> numbers(MatchResult found) {
    var written = found.group(1) != null ? found.group(1) : found.group(2);
    var numbers = new ArrayList<Integer>();
    for (var part : written.split("[,;]", -1)) {
      var range = RANGE.matcher(part);
      if (range.find()) {
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        for (int n = first; n <= last && n < first + MAX_RANGE; n++) {
          numbers.add(n);
        }
      } else {
        numbers.add(Integer.parseInt(part.strip()));
      }
    }
    return numbers;
  }
}
