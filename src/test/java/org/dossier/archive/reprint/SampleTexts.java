package org.dossier.archive.reprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random texts and edits of texts, the same for the same seed. Words have the frequencies of a
/// language: the most frequent ones occur in every text.
public final class SampleTexts {
  private static final String[] SYLLABLES = {
    "bar", "den", "fol", "gar", "hus", "kel", "lim", "mor", "nes", "pol", "rad", "sen", "tor", "vik"
  };
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final int VOCABULARY = 6_000;

  private final Random random;

  public SampleTexts(long seed) {
    this.random = new Random(seed);
  }

  /// A text of sentences with about `words` words, at least one sentence.
  public String text(int words) {
    return sentences(Math.max(1, words / 12)).stream().collect(Collectors.joining(" "));
  }

  List<String> sentences(int count) {
    return IntStream.range(0, count).mapToObj(_ -> sentence()).toList();
  }

  private String sentence() {
    var words = IntStream.range(0, 12).mapToObj(_ -> word()).collect(Collectors.joining(" "));
    return "The " + words + ".";
  }

  private String word() {
    int rank = (int) (VOCABULARY * Math.pow(random.nextDouble(), 3));
    var word = new StringBuilder();
    for (int rest = rank + 14; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }

  /// `text` with this share of its words exchanged, left out or followed by a new one.
  public String edited(String text, double share) {
    var words = new ArrayList<String>();
    for (var word : SPACE.splitAsStream(text).toList()) {
      double way = random.nextDouble() < share ? random.nextDouble() : 1;
      if (way >= 0.8) {
        words.add(word);
      }
      if (way < 0.6 || (way >= 0.8 && way < 1)) {
        words.add(word());
      }
    }
    return String.join(" ", words);
  }
}
