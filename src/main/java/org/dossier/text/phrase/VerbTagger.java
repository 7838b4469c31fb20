package org.dossier.text.phrase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.text.name.Aliases;
import org.dossier.text.phrase.TaggedToken.Role;
import org.jspecify.annotations.Nullable;

/// Tags verbs that are in no list by their place in the sentence: after an auxiliary and a subject
/// ("did the council ratify the plan"), and past forms at the end of a phrase ("was the ferry
/// scrapped").
///
/// An auxiliary such as "did" demands a verb, so that the best candidate of its clause is one.
/// Which word is best, is a heuristic: it makes mistakes with subjects of many words.
final class VerbTagger {
  /// Auxiliaries with a base form after them.
  private static final Set<String> WITH_BASE_FORM =
      Set.of(
          "do",
          "does",
          "did",
          "don't",
          "doesn't",
          "didn't",
          "will",
          "won't",
          "would",
          "wouldn't",
          "can",
          "can't",
          "could",
          "couldn't",
          "should",
          "shouldn't",
          "may",
          "might",
          "must",
          "shall");

  private static final Set<String> DO = Set.of("do", "does", "did", "don't", "doesn't", "didn't");

  private static final Pattern NOT_BASE_FORM =
      Pattern.compile(".*(?:[^su]s|(?<!e)ed|ing|ly|\\d.*)|.{1,2}");

  /// Endings of nouns that are hardly ever verbs. A verb of the list may have one: "mention".
  private static final Pattern NOUN =
      Pattern.compile(".*(?:[ts]ion|ment|ness|ity|ship|ism|hood|ance|ence)");

  private static final Pattern ADJECTIVE =
      Pattern.compile(".*(?:al|ic|ous|ful|less|able|ible|ary|ern|ive)");

  private static final Pattern PAST_FORM = Pattern.compile("\\p{L}{3,}(?<!e)ed");
  private static final Set<String> NOT_PAST_FORMS =
      Set.of("hundred", "hatred", "watershed", "seabed", "sacred", "naked");

  private final List<TaggedToken> words;

  private VerbTagger(List<TaggedToken> words) {
    this.words = words;
  }

  static List<TaggedToken> tag(List<TaggedToken> words) {
    var tagger = new VerbTagger(new ArrayList<>(words));
    tagger.tagPastForms();
    tagger.tagAfterAuxiliaries();
    return tagger.words;
  }

  private void tagPastForms() {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (word.role() == Role.WORD
          && PAST_FORM.matcher(word.lower()).matches()
          && !NOT_PAST_FORMS.contains(word.lower())
          && followsSubject(i)
          && endsPhrase(i)) {
        words.set(i, word.withRole(Role.VERB));
      }
    }
  }

  private boolean followsSubject(int i) {
    var before = before(i);
    return before != null
        && switch (before.role()) {
          case NAME, WORD, OTHER -> true;
          case DATE, DETERMINER, INTERROGATIVE, PREPOSITION, CONJUNCTION, POSSESSIVE, VERB -> false;
        };
  }

  private boolean endsPhrase(int i) {
    var after = after(i);
    return after == null
        || switch (after.role()) {
          case NAME, DATE, DETERMINER, PREPOSITION, OTHER -> true;
          case WORD, INTERROGATIVE, CONJUNCTION, POSSESSIVE, VERB -> false;
        };
  }

  private void tagAfterAuxiliaries() {
    for (int i = 0; i < words.size(); i++) {
      if (isInvertedAuxiliary(i)) {
        candidates(i + 1).stream()
            .max(Comparator.comparingInt(Candidate::score).thenComparingInt(c -> -c.index()))
            .map(Candidate::index)
            .ifPresent(this::tagVerb);
      } else if (isAuxiliary(i) && !DO.contains(words.get(i).lower()) && hasVerbAfter(i)) {
        tagVerb(i + 1);
      }
    }
  }

  private void tagVerb(int i) {
    words.set(i, words.get(i).withRole(Role.VERB));
  }

  /// True for "the council will abandon the plan" and "which councils will abandon it".
  private boolean hasVerbAfter(int auxiliary) {
    int verb = auxiliary + 1;
    return verb < words.size()
        && words.get(verb).joined()
        && isPossible(words.get(verb))
        && words.get(verb).role() == Role.WORD;
  }

  private boolean isAuxiliary(int i) {
    var word = words.get(i);
    return word.role() == Role.OTHER && WITH_BASE_FORM.contains(word.lower().replace('’', '\''));
  }

  /// True for an auxiliary before its subject: "why did the council …", not "the council did …".
  private boolean isInvertedAuxiliary(int i) {
    if (!isAuxiliary(i)) {
      return false;
    }
    var before = before(i);
    boolean afterSubject =
        before != null
            && (before.role() == Role.NAME
                || before.role() == Role.VERB
                || before.isSubjectPronoun()
                || (before.role() == Role.WORD && !isAskedFor(i - 1)));
    return !afterSubject && !isAskedForSubject(i);
  }

  /// True for "which councils will abandon the plan": the phrase asked for is the subject.
  private boolean isAskedForSubject(int auxiliary) {
    var before = before(auxiliary);
    boolean mayBeSubject =
        before != null
            && (before.role() == Role.WORD || before.lower().equals("who"))
            && !DO.contains(words.get(auxiliary).lower());
    var after = after(auxiliary + 1);
    return mayBeSubject
        && after != null
        && (after.role() == Role.DETERMINER || after.role() == Role.NAME);
  }

  /// True if the phrase that ends at word `last` begins with "which" or "how many".
  private boolean isAskedFor(int last) {
    int first = last;
    while (first > 0 && words.get(first).joined() && words.get(first).role() == Role.WORD) {
      first--;
    }
    return words.get(first).role() == Role.INTERROGATIVE;
  }

  /// A word that may be the verb.
  private record Candidate(int index, int score) {}

  /// The candidates of the clause whose subject begins at word `first`.
  private List<Candidate> candidates(int first) {
    int end = first;
    while (end < words.size() && words.get(end).joined() && !isInvertedAuxiliary(end)) {
      end++;
    }
    int afterSubject =
        IntStream.range(first, end)
            .filter(i -> words.get(i).role() == Role.PREPOSITION)
            .findFirst()
            .orElse(end);
    return IntStream.range(first + 1, end)
        .mapToObj(i -> candidate(i, i < afterSubject))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Candidate> candidate(int i, boolean inFirstPhrase) {
    var word = words.get(i);
    if (!isPossible(word)) {
      return Optional.empty();
    }
    boolean listed = Verbs.isBase(word.lower());
    var before = scoreBefore(i);
    var after = scoreAfter(i);
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                i, before.get() + after.get() + (listed ? 3 : 0) + (inFirstPhrase ? 1 : 0)));
  }

  private static boolean isPossible(TaggedToken word) {
    return (word.role() == Role.WORD || word.role() == Role.VERB)
        && !NOT_BASE_FORM.matcher(word.lower()).matches()
        && (Verbs.isBase(word.lower()) || !NOUN.matcher(word.lower()).matches());
  }

  /// How well the word before suits a verb; empty if it excludes one.
  private Optional<Integer> scoreBefore(int i) {
    var before = words.get(i - 1);
    return switch (before.role()) {
      case NAME -> Optional.of(Aliases.isDemonym(before.lower()) ? 0 : 2);
      case DATE -> Optional.of(1);
      case OTHER -> Optional.of(2);
      case WORD -> {
        boolean adjective = before.isAdjective();
        yield adjective
            ? Optional.empty()
            : Optional.of(ADJECTIVE.matcher(before.lower()).matches() ? -1 : 0);
      }
      case DETERMINER, INTERROGATIVE, PREPOSITION, CONJUNCTION, POSSESSIVE, VERB ->
          Optional.empty();
    };
  }

  /// How well the word after suits a verb; empty if it excludes one.
  private Optional<Integer> scoreAfter(int i) {
    @Nullable TaggedToken after = after(i);
    if (after == null) {
      return Optional.of(0);
    }
    return switch (after.role()) {
      case NAME, DETERMINER -> Optional.of(1);
      case DATE, OTHER -> Optional.of(0);
      case CONJUNCTION -> Optional.of(-1);
      case PREPOSITION -> after.lower().equals("of") ? Optional.empty() : Optional.of(0);
      case WORD -> {
        boolean object = after.lower().matches(".*[^s]s") || NOUN.matcher(after.lower()).matches();
        yield object ? Optional.of(-1) : Optional.empty();
      }
      case INTERROGATIVE, POSSESSIVE, VERB -> Optional.empty();
    };
  }

  private @Nullable TaggedToken before(int i) {
    return i > 0 && i < words.size() && words.get(i).joined() ? words.get(i - 1) : null;
  }

  private @Nullable TaggedToken after(int i) {
    return i + 1 < words.size() && words.get(i + 1).joined() ? words.get(i + 1) : null;
  }
}
