package org.dossier.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.text.name.Alias;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.DefinedAcronyms;
import org.dossier.text.name.FoldedWord;
import org.dossier.text.name.Initials;
import org.jspecify.annotations.Nullable;

/// Finds names in a set of texts regardless of their spelling: accents, case and one letter of a
/// longer word may differ ("Sergei", "Sergey"), and genitive and plural endings are ignored. An
/// alias of [Aliases], or an acronym of a name's initials, matches like the name itself.
public final class NameMatcher {
  private static final int MIN_FUZZY_LENGTH = 6;
  private static final int PREFIX_LENGTH = 4;

  /// Shorter words of a name are not one word in another spelling.
  private static final int MIN_JOINED_LENGTH = 8;

  private static final Pattern UMLAUT = Pattern.compile("([aou])e|(a)a");

  /// An acronym in small letters is a word if it is shorter: "us", "who", "aid".
  private static final int MIN_SMALL_ACRONYM_LENGTH = 4;

  private final List<FoldedWord> text = new ArrayList<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> capitalized = new HashSet<>();
  private final Set<String> acronyms = new HashSet<>();
  private final DefinedAcronyms definedAcronyms;

  /// The words of the texts between spaces, to search for several words; `null` before its use.
  private @Nullable String joined;

  /// Two adjacent words of the texts as one; `null` before their use.
  private @Nullable Set<String> pairs;

  /// The initials of the names in the texts; `null` before their use.
  private @Nullable Set<String> initials;

  private NameMatcher(List<String> texts, DefinedAcronyms definedAcronyms) {
    this.definedAcronyms = definedAcronyms;
    texts.forEach(one -> FoldedWord.of(one).forEach(this::add));
  }

  /// A matcher for the words of `texts`.
  public static NameMatcher of(List<String> texts) {
    return of(texts, DefinedAcronyms.NONE);
  }

  /// A matcher for the words of `texts`.
  ///
  /// @param definedAcronyms acronyms that these or other texts define
  public static NameMatcher of(List<String> texts, DefinedAcronyms definedAcronyms) {
    return new NameMatcher(texts, definedAcronyms);
  }

  private void add(FoldedWord word) {
    text.add(word);
    words.add(word.text());
    if (word.capital()) {
      capitalized.add(word.text());
    }
    if (word.acronym()) {
      acronyms.add(word.text());
    }
    if (word.dotted()) {
      // "J.K. Thorne" is "J. K. Thorne".
      word.text().chars().forEach(letter -> words.add(Character.toString(letter)));
    }
  }

  /// Returns whether the texts contain every word of `name`, in any order, or an alias of it. Words
  /// such as a title or a first name may be missing if the last word and half of all words are
  /// present.
  public boolean matches(String name) {
    var nameWords = FoldedWord.of(name);
    return nameWords.isEmpty()
        || containsWordsOf(nameWords)
        || containsSeat(nameWords)
        || containsAcronymOf(name, nameWords);
  }

  private boolean containsWordsOf(List<FoldedWord> name) {
    int found = 0;
    boolean last = false;
    int at = 0;
    while (at < name.size()) {
      int end = aliasEnd(name, at);
      if (end > at) {
        last = containsAlias(name.subList(at, end));
        found += last ? end - at : 0;
        at = end;
      } else {
        var word = name.get(at++);
        if (at < name.size() && isWrittenAsOne(word, name.get(at))) {
          last = true;
          found += 2;
          at++;
          continue;
        }
        boolean contained = containsWord(word);
        last = contained && (word.text().length() >= PREFIX_LENGTH || word.acronym());
        found += contained ? 1 : 0;
      }
    }
    return found == name.size() || (last && 2 * found >= name.size());
  }

  /// The end of the longest phrase from `from` that names a country, or an entity that the texts
  /// mention; `from` if no phrase does. The words of "UN Security Council" may occur apart, those
  /// of "South Korea" may not.
  private int aliasEnd(List<FoldedWord> name, int from) {
    for (int end = Math.min(name.size(), from + Aliases.MAX_WORDS); end > from; end--) {
      var phrase = name.subList(from, end);
      var entities = Aliases.named(phrase);
      if (entities.stream().anyMatch(Aliases.Entity::country)
          || (!entities.isEmpty() && containsAlias(phrase))) {
        return end;
      }
    }
    return from;
  }

  /// True if the texts contain the phrase or another name or demonym of what it names.
  private boolean containsAlias(List<FoldedWord> phrase) {
    return containsPhrase(phrase)
        || Aliases.named(phrase).stream()
            .flatMap(entity -> Stream.concat(entity.names().stream(), entity.demonyms().stream()))
            .anyMatch(this::contains);
  }

  private boolean containsPhrase(List<FoldedWord> phrase) {
    if (phrase.size() > 1) {
      return containsPhrase(Alias.folded(phrase));
    }
    var word = phrase.getFirst();
    // "Niger" is similar to "Nigeria", but another country.
    return containsExactly(word)
        || words.stream()
            .anyMatch(other -> isVariant(word.text(), other) && !Aliases.isSingleWord(other));
  }

  /// "Moscow" for "Russia", and the other way round.
  private boolean containsSeat(List<FoldedWord> name) {
    return Aliases.named(name).stream()
            .flatMap(entity -> entity.seats().stream())
            .anyMatch(this::contains)
        || Aliases.governedFrom(name).stream()
            .flatMap(entity -> Stream.concat(entity.names().stream(), entity.demonyms().stream()))
            .anyMatch(this::contains);
  }

  private boolean contains(Alias alias) {
    if (alias.isWord()) {
      var word = alias.folded();
      return acronyms.contains(word)
          || (!alias.needsCapitals() && capitalized.contains(word))
          || (alias.isCommonNoun() && words.contains(word));
    }
    return joined().contains(" " + alias.folded() + " ");
  }

  /// "SNSC" for "Supreme National Security Council", and the other way round.
  private boolean containsAcronymOf(String name, List<FoldedWord> nameWords) {
    if (nameWords.size() == 1) {
      var word = nameWords.getFirst();
      return word.acronym()
          && (initials().contains(word.text())
              || definedAcronyms.longForms(word.text()).stream().anyMatch(this::containsPhrase));
    }
    return Initials.of(nameWords).stream().anyMatch(acronyms::contains)
        || definedAcronyms.acronyms(name).stream()
            .anyMatch(acronym -> acronyms.contains(acronym.toLowerCase(Locale.ROOT)));
  }

  private boolean containsPhrase(String folded) {
    return joined().contains(" " + folded + " ");
  }

  private String joined() {
    if (joined == null) {
      var all = new StringBuilder(" ");
      text.forEach(word -> all.append(word.text()).append(' '));
      joined = all.toString();
    }
    return joined;
  }

  private Set<String> initials() {
    if (initials == null) {
      initials = Initials.inText(text);
    }
    return initials;
  }

  private boolean containsWord(FoldedWord word) {
    return containsExactly(word)
        || (!isShortAcronym(word)
            && (words.stream().anyMatch(other -> isVariant(word.text(), other))
                || (word.text().length() >= MIN_JOINED_LENGTH && pairs().contains(word.text()))));
  }

  /// "Ahmadi-Nejad" for "Ahmadinejad".
  private boolean isWrittenAsOne(FoldedWord first, FoldedWord second) {
    var one = first.text() + second.text();
    return one.length() >= MIN_JOINED_LENGTH
        && words.contains(one)
        && !(containsExactly(first) && containsExactly(second));
  }

  private Set<String> pairs() {
    if (pairs == null) {
      pairs = new HashSet<>();
      for (int i = 1; i < text.size(); i++) {
        if (text.get(i).follows()) {
          pairs.add(text.get(i - 1).text() + text.get(i).text());
        }
      }
    }
    return pairs;
  }

  private boolean containsExactly(FoldedWord word) {
    return isShortAcronym(word)
        ? acronyms.contains(word.text()) || (word.dotted() && containsLetters(word.text()))
        : words.contains(word.text());
  }

  private static boolean isShortAcronym(FoldedWord word) {
    return word.acronym() && word.text().length() < MIN_SMALL_ACRONYM_LENGTH;
  }

  /// "J.K." for "J. K.".
  private boolean containsLetters(String initials) {
    return initials.chars().allMatch(letter -> words.contains(Character.toString(letter)));
  }

  private static boolean isVariant(String word, String other) {
    if (word.length() < MIN_FUZZY_LENGTH) {
      return word.length() >= PREFIX_LENGTH
          && (other.equals(word + "s") || other.equals(word + "n"));
    }
    return isSimilar(word, other) || differInUmlauts(word, other);
  }

  private static boolean differInUmlauts(String word, String other) {
    int more = Math.abs(word.length() - other.length());
    return (more == 1 || more == 2)
        && word.charAt(0) == other.charAt(0)
        && withoutUmlauts(word).equals(withoutUmlauts(other));
  }

  /// The word without the second letter by which an umlaut is written: "mueller" and "muller" are
  /// "Müller", "aarhus" and "arhus" are "Århus".
  private static String withoutUmlauts(String word) {
    return UMLAUT.matcher(word).replaceAll("$1$2");
  }

  /// Returns whether the words differ in one letter, or one is the other with up to three more
  /// letters.
  private static boolean isSimilar(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3 || !a.regionMatches(0, b, 0, PREFIX_LENGTH)) {
      return false;
    }
    return a.startsWith(b) || b.startsWith(a) || differInOneLetter(a, b);
  }

  private static boolean differInOneLetter(String a, String b) {
    int samePrefix = 0;
    int shorter = Math.min(a.length(), b.length());
    while (samePrefix < shorter && a.charAt(samePrefix) == b.charAt(samePrefix)) {
      samePrefix++;
    }
    int sameSuffix = 0;
    while (sameSuffix < shorter - samePrefix
        && a.charAt(a.length() - 1 - sameSuffix) == b.charAt(b.length() - 1 - sameSuffix)) {
      sameSuffix++;
    }
    return Math.max(a.length(), b.length()) - samePrefix - sameSuffix <= 1;
  }
}
