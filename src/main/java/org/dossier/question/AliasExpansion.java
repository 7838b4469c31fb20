package org.dossier.question;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dossier.text.FunctionWords;
import org.dossier.text.name.Alias;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.FoldedWord;
import org.dossier.text.name.Initials;
import org.dossier.text.name.NameFinder;

/// Expands the query of a question by other names of what it names: a search for "US" also finds
/// "United States" and "American".
public final class AliasExpansion {
  /// Bounds the work of a search.
  private static final int MAX_PHRASES = 12;

  private final List<FoldedWord> question;

  /// The phrases of each name, the usual ones first.
  private final List<List<String>> phrases = new ArrayList<>();

  private AliasExpansion(String question) {
    this.question = FoldedWord.of(question);
  }

  /// The aliases and demonyms of the names in `question`, and the acronyms that the initials of
  /// longer names form. They are not in the question, and at most 12; empty if no name has any.
  /// Capitals are not among the aliases of a country: "Moscow" and "Russia" are different words.
  public static List<String> expandedQuery(String question) {
    var expansion = new AliasExpansion(question);
    if (question.chars().skip(1).anyMatch(Character::isUpperCase)) {
      for (var span : NameFinder.find(question)) {
        expansion.addName(FoldedWord.of(span.of(question)));
      }
    } else {
      expansion.addPhrases(withoutAmbiguousWords(FoldedWord.of(question)));
    }
    return expansion.interleaved();
  }

  /// The first phrase of each name, then the second of each, and so on.
  private List<String> interleaved() {
    var distinct = new LinkedHashSet<String>();
    int longest = phrases.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) {
      for (var ofName : phrases) {
        if (i < ofName.size()) {
          distinct.add(ofName.get(i));
        }
      }
    }
    return distinct.stream().limit(MAX_PHRASES).toList();
  }

  private void addName(List<FoldedWord> name) {
    if (!addPhrases(name)) {
      phrases.add(
          Initials.of(name).stream()
              .map(initials -> initials.toUpperCase(Locale.ROOT))
              .sorted()
              .toList());
    }
  }

  /// Adds the aliases of the longest phrases in `words` that name something.
  ///
  /// @return whether the whole of `words` is such a phrase
  private boolean addPhrases(List<FoldedWord> words) {
    boolean whole = false;
    int at = 0;
    while (at < words.size()) {
      int end = Math.min(words.size(), at + Aliases.MAX_WORDS);
      while (end > at && Aliases.named(words.subList(at, end)).isEmpty()) {
        end--;
      }
      Aliases.named(words.subList(at, end)).forEach(this::add);
      whole = at == 0 && end == words.size();
      at = Math.max(end, at + 1);
    }
    return whole;
  }

  private void add(Aliases.Entity entity) {
    var added = new ArrayList<Alias>();
    Stream.concat(entity.names().stream(), entity.demonyms().stream())
        .filter(alias -> !isInQuestion(alias))
        .forEach(alias -> {
          if (added.stream().noneMatch(one -> isCovered(alias, one))) {
            added.add(alias);
          }
        });
    phrases.add(added.stream().map(Alias::text).toList());
  }

  private boolean isInQuestion(Alias alias) {
    var words = alias.words();
    for (int at = 0; at + words.size() <= question.size(); at++) {
      if (areSame(words, question.subList(at, at + words.size()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean areSame(List<FoldedWord> alias, List<FoldedWord> words) {
    for (int i = 0; i < alias.size(); i++) {
      if (!alias.get(i).text().equals(words.get(i).text())
          || alias.get(i).dotted() != words.get(i).dotted()) {
        return false;
      }
    }
    return true;
  }

  /// True if a search for `other` finds `alias` too: it is its plural, or contains its words.
  private static boolean isCovered(Alias alias, Alias other) {
    return alias.folded().equals(other.folded() + "s")
        || (alias.words().size() > other.words().size()
            && !other.isWord()
            && alias.folded().contains(other.folded()));
  }

  /// The words of a question without capitals, for which an abbreviation is recognized in small
  /// letters if it is not a function word: "uk", but not "us".
  private static List<FoldedWord> withoutAmbiguousWords(List<FoldedWord> words) {
    return words.stream()
        .filter(word -> !FunctionWords.isFunction(word.text()))
        .map(AliasExpansion::asAcronym)
        .toList();
  }

  private static FoldedWord asAcronym(FoldedWord word) {
    var acronym = new FoldedWord(word.text(), true, true, word.dotted(), word.follows());
    return Aliases.named(List.of(acronym)).stream().anyMatch(Aliases.Entity::country)
        ? acronym
        : word;
  }
}
