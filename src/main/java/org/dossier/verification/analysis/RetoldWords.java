package org.dossier.verification.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words of a statement that retell its sources: a cited word has their stem, a meaning in
/// common or a related form, or the context has introduced the thing that they name. Not
/// thread-safe.
public final class RetoldWords {
  /// Parts of verbs, which have other meanings by themselves: "plunked down".
  private static final Set<String> PARTICLES =
      Set.of("up", "down", "out", "off", "over", "under", "in", "on", "by", "through");

  private static final Set<String> DEFINITE =
      Set.of("the", "this", "that", "these", "those", "its", "their", "his", "her");

  private final AnalyzedText statement;
  private final List<Word> cited = new ArrayList<>();
  private final Set<String> stems = new HashSet<>();
  private final Set<String> context = new HashSet<>();

  private final Polarity here;
  private final Polarity there;
  private final Map<Word, Boolean> known = new HashMap<>();

  public RetoldWords(
      AnalyzedText statement, List<AnalyzedText> texts, List<AnalyzedText> contexts) {
    this.statement = statement;
    texts.forEach(text -> cited.addAll(text.words()));
    cited.forEach(word -> stems.add(word.stem()));
    contexts.forEach(text -> context.addAll(text.stems()));
    here = Polarity.of(statement.words());
    there = Polarity.of(cited);
  }

  public boolean contains(Word word) {
    return known.computeIfAbsent(word, this::retells);
  }

  /// True if the context of the sources has the word.
  public boolean isInContext(Word word) {
    return context.contains(word.stem());
  }

  private boolean retells(Word word) {
    return isInSources(word)
        || Synonyms.canRetell(word.stem(), cited)
        || Synonyms.isPartOfKnownPhrase(statement.words(), word, cited)
        || turnsOpposite(word)
        || (isDefinite(word)
            && context.stream()
                .anyMatch(stem ->
                    stem.equals(word.stem())
                        || (isHead(word) && WordRelations.canRetell(word.stem(), stem))));
  }

  /// The opposite of a cited word that says the same: "not strong" for "weak", "larger" for
  /// "smaller" with the sides exchanged, "Kovac lost to Weaver" for "Weaver beat Kovac".
  private boolean turnsOpposite(Word word) {
    var converse = WordLists.CONVERSE.getOrDefault(word.stem(), Set.of());
    return WordLists.OPPOSITES.getOrDefault(word.stem(), Set.of()).stream()
        .filter(stems::contains)
        .anyMatch(opposite ->
            here.isNegated(word.stem()) != there.isNegated(opposite)
                || converse.contains(opposite)
                || Comparison.saysTheSame(statement.words(), word.stem(), cited, opposite));
  }

  /// False for a part of a verb, and for the auxiliary "have", which says no noun.
  private static boolean canSay(Word other, Word word) {
    return !PARTICLES.contains(other.lower())
        && (word.isPast() || !WordLists.AUXILIARIES.contains(other.lower()));
  }

  private boolean isInSources(Word word) {
    return forms(word).stream().anyMatch(stems::contains)
        || cited.stream()
            .anyMatch(other ->
                (canSay(other, word) && WordRelations.canRetell(word.stem(), other.stem()))
                    || LightStemmer.areForms(word.lower(), other.lower())
                    || (other.capital() && NameVariants.areSame(word.lower(), other.lower())));
  }

  /// "The library": a thing that the context has introduced.
  private boolean isDefinite(Word word) {
    int at = statement.words().indexOf(word);
    return at > 0 && !word.isPast() && DEFINITE.contains(statement.words().get(at - 1).lower());
  }

  /// False for the "old" of "the old bridge".
  private boolean isHead(Word word) {
    int next = statement.words().indexOf(word) + 1;
    return next == statement.words().size()
        || statement.words().get(next).clause() != word.clause()
        || statement.words().get(next).isPast()
        || !statement.words().get(next).isContentWord();
  }

  /// The stem with and without a negating prefix, which is left to the rule for polarity.
  private static Set<String> forms(Word word) {
    var forms = new HashSet<>(Set.of(word.stem()));
    for (var prefix : WordLists.NEGATING_PREFIXES) {
      forms.add(prefix + word.stem());
      if (word.stem().startsWith(prefix)) {
        forms.add(LightStemmer.of(word.lower().substring(prefix.length())));
      }
    }
    return forms;
  }
}
