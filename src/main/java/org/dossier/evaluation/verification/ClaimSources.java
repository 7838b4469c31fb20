package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dossier.verification.Source;

/// The sources against which a labelled claim is verified.
enum ClaimSources {
  /// The sentences that annotators marked; if they marked none, those of the text with the most
  /// words of the claim.
  MARKED("the marked sentences") {
    @Override
    Collection<Integer> indexes(LabelledClaim labelledClaim) {
      return labelledClaim.marked().isEmpty()
          ? nearest(labelledClaim, WITHOUT_MARKS)
          : labelledClaim.marked();
    }
  },
  /// The whole text: those of its sentences with the most words of the claim.
  TEXT("the whole text") {
    @Override
    Collection<Integer> indexes(LabelledClaim labelledClaim) {
      return nearest(labelledClaim, OF_A_TEXT);
    }
  };

  private static final int WITHOUT_MARKS = 4;
  private static final int OF_A_TEXT = 8;
  private static final int BEGINNING = 5;
  private static final double ALREADY_TOLD = 0.4;

  private final String label;

  ClaimSources(String words) {
    this.label = words;
  }

  abstract Collection<Integer> indexes(LabelledClaim labelledClaim);

  String label() {
    return label;
  }

  List<Source> load(LabelledClaim labelledClaim) {
    var sources = new ArrayList<Source>();
    for (int place : indexes(labelledClaim)) {
      var sentence = labelledClaim.sentences().get(place);
      if (!sentence.isBlank()) {
        sources.add(new Source(sentence, context(labelledClaim, place), labelledClaim.published()));
      }
    }
    return sources;
  }

  /// The title, or the first sentence if the text has none, and the neighbours of the sentence.
  private static String context(LabelledClaim labelledClaim, int place) {
    var sentences = labelledClaim.sentences();
    var context = new LinkedHashSet<String>();
    context.add(labelledClaim.title().isEmpty() ? sentences.getFirst() : labelledClaim.title());
    context.addAll(
        sentences.subList(Math.max(0, place - 1), Math.min(sentences.size(), place + 2)));
    context.remove(sentences.get(place));
    return String.join("\n", context);
  }

  /// Selects sentences greedily: each time the one with the most and rarest words of the claim that
  /// no selected sentence contains yet.
  private static Collection<Integer> nearest(LabelledClaim labelledClaim, int max) {
    var sentences = labelledClaim.sentences().stream().map(ClaimSources::label).toList();
    var worth = worth(label(labelledClaim.text()), sentences);
    var chosen = new TreeSet<Integer>();
    while (chosen.size() < max) {
      int best = -1;
      double bestWorth = 0;
      for (int i = 0; i < sentences.size(); i++) {
        double own =
            sentences.get(i).stream().mapToDouble(word -> worth.getOrDefault(word, 0.0)).sum();
        double density = own / Math.pow(8 + sentences.get(i).size(), 0.3);
        if (density > bestWorth && !chosen.contains(i)) {
          best = i;
          bestWorth = density;
        }
      }
      if (best < 0) {
        break;
      }
      chosen.add(best);
      sentences.get(best).forEach(word -> worth.computeIfPresent(word, (_, w) -> w * ALREADY_TOLD));
    }
    return chosen.isEmpty() ? List.of(0) : chosen;
  }

  private static Map<String, Double> worth(Set<String> claim, List<Set<String>> sentences) {
    var worth = new HashMap<String, Double>();
    for (var word : claim) {
      long in = sentences.stream().filter(sentence -> sentence.contains(word)).count();
      if (in > 0) {
        worth.put(word, Math.log(1 + (double) sentences.size() / in));
      }
    }
    return worth;
  }

  /// Prefixes of longer words, and numbers.
  private static Set<String> label(String text) {
    var words = new HashSet<String>();
    for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 3 || (!word.isEmpty() && Character.isDigit(word.charAt(0)))) {
        words.add(word.length() > BEGINNING ? word.substring(0, BEGINNING) : word);
      }
    }
    return words;
  }
}
