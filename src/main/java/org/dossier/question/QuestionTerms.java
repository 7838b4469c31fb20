package org.dossier.question;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.TermAnalyzer;
import org.dossier.text.FunctionWords;
import org.dossier.text.LanguageDetector;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;
import org.jspecify.annotations.Nullable;

/// The terms of a question, analyzed for one language, with their rarity in the archive. Function
/// words such as *when* and *did* are left out: in a small archive of reports they are rarer than
/// any name. So are words that say what to do with a topic, such as *summarize*, and those that
/// refer to the day of asking, such as *this week*.
///
/// @param weights the inverse document frequency of each term
public record QuestionTerms(Map<String, Double> weights) {
  /// The weight of the words of a name before its last one, relative to their rarity.
  private static final double FIRST_NAME = 0.25;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  public static QuestionTerms of(
      String question,
      @Nullable String language,
      TermAnalyzer analyzer,
      IndexSnapshot indexSnapshot) {
    var weights = new LinkedHashMap<String, Double>();
    boolean isEnglish = LanguageDetector.isEnglish(question, language);
    var names = NameFinder.find(question);
    var timeWords = isEnglish ? TimeWords.find(question) : List.<Span>of();
    for (var term : analyzer.terms(question, language)) {
      var word = term.span().of(question);
      boolean hasNoContent =
          isEnglish
              && (FunctionWords.isFunction(word)
                  || KindRules.isFrame(word)
                  || timeWords.stream().anyMatch(time -> time.contains(term.span())));
      if (!hasNoContent) {
        double share = isBeforeLastWord(term.span(), names) ? FIRST_NAME : 1;
        weights.computeIfAbsent(term.text(), text -> share * indexSnapshot.idf(text, language));
      }
    }
    return new QuestionTerms(weights);
  }

  /// True if `topic` has a word that is no function word and does not only say what to do: false
  /// for "the articles".
  static boolean hasContent(String topic) {
    return WORD.matcher(topic)
        .results()
        .map(MatchResult::group)
        .anyMatch(word -> !FunctionWords.isFunction(word) && !KindRules.isFrame(word));
  }

  /// True for a word of a name that is not its last one: articles repeat only the last.
  private static boolean isBeforeLastWord(Span word, List<Span> names) {
    return names.stream().anyMatch(name -> name.contains(word) && word.end() < name.end());
  }

  /// The share of the question's terms, weighted by rarity, that `terms` contain: 0 to 1; 1 for a
  /// question without terms.
  public double coverage(Collection<String> terms) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    double covered =
        weights.entrySet().stream()
            .filter(entry -> terms.contains(entry.getKey()))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return all == 0 ? 1 : covered / all;
  }
}
