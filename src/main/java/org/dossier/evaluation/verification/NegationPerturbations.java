package org.dossier.evaluation.verification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;

/// A generator of sentences with the opposite meaning: a negation added or removed, or a word
/// replaced by its antonym.
final class NegationPerturbations {
  private static final Pattern NEGATED =
      Pattern.compile(
          "\\b(is|are|was|were|will|would|can|could|has|have|had|should|may|must) not ");
  private static final Pattern SHORT =
      Pattern.compile("\\b(is|are|was|were|would|could|has|have|had|should)n['’]t ");
  private static final Pattern AUXILIARY =
      Pattern.compile(
          "(?<=[\\p{L},] )(is|are|was|were|will|would|can|could|has|have|had|should|may|must) (?!not\\b|no\\b|only\\b)(?=\\p{Ll})");
  private static final List<String> OPPOSITES =
      WordListFile.read(NegationPerturbations.class, "alterations.txt").lines("opposites");

  private NegationPerturbations() {}

  static Optional<String> negation(CitedSentence sentence) {
    var text = sentence.text();
    for (var negated : List.of(NEGATED, SHORT)) {
      var match = negated.matcher(text);
      if (match.find()) {
        return Optional.of(match.replaceFirst("$1 "));
      }
    }
    var auxiliary = AUXILIARY.matcher(text);
    return auxiliary.find() ? Optional.of(auxiliary.replaceFirst("$1 not ")) : Optional.empty();
  }

  static Optional<String> opposite(CitedSentence sentence, Random random) {
    var pairs = new ArrayList<>(OPPOSITES);
    Collections.shuffle(pairs, random);
    for (var pair : pairs) {
      var sides = pair.split(" : ", -1);
      var word =
          Pattern.compile("(?<![-\\p{L}])" + sides[0] + "(?![-\\p{L}])").matcher(sentence.text());
      if (word.find()) {
        return Optional.of(FactPerturbations.replace(sentence.text(), word, sides[1]));
      }
    }
    return Optional.empty();
  }
}
