package org.dossier.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.search.Term;
import org.dossier.search.lucene.IndexSnapshot;
import org.dossier.search.lucene.TermExtractor;
import org.dossier.text.FunctionWords;
import org.jspecify.annotations.Nullable;

/// A question's terms with their rarity in the archive, in one language. Words like *when* and
/// *did* are none of them: in a small archive of reports they are rarer than any name.
///
/// @param weights the inverse document frequency of each term
public record QuestionTerms(Map<String, Double> weights) {

  public static QuestionTerms of(
      String question, @Nullable String language, IndexSnapshot indexSnapshot) {
    var weights = new LinkedHashMap<String, Double>();
    boolean english = TermExtractor.isEnglish(question, language);
    for (var term : TermExtractor.of(question, language)) {
      if (!english || !FunctionWords.isFunction(term.span().of(question))) {
        weights.computeIfAbsent(term.text(), text -> indexSnapshot.idf(text, language));
      }
    }
    return new QuestionTerms(weights);
  }

  /// The terms of a text that is compared with the question's.
  public static Set<String> termsOf(String text, @Nullable String language) {
    return TermExtractor.of(text, language).stream().map(Term::text).collect(Collectors.toSet());
  }

  /// The share of the question's rarity that `terms` carry, 0 to 1; 1 for a question without terms.
  public double coverage(Collection<String> terms) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double carried =
        weights.entrySet().stream()
            .filter(entry -> terms.contains(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return all == 0 ? 1 : carried / all;
  }
}
