package org.dossier.text.date;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.FunctionWords;
import org.dossier.text.WordListFile;

/// The tense that a word of a sentence indicates, by the lists of `dates.txt` and by the words next
/// to it.
enum VerbTense {
  /// A verb in the past tense: "opened", "was".
  PAST,
  /// An announcement: "will", "begins", "is set to".
  FUTURE,
  /// An announcement of the past, which may have happened since: "would leave".
  PLANNED,
  /// The same by a verb that may have the date itself: "agreed to leave in May".
  AGREED,
  /// A verb that does not decide: "meets", "could not".
  OPEN,
  /// An infinitive, whose governing verb decides: "to leave".
  INFINITIVE,
  /// No verb.
  NONE;

  private static final WordListFile WORDS = WordListFile.read("dates.txt");
  private static final Set<String> WILL = WORDS.words("will");
  private static final Set<String> MODAL = WORDS.words("modal");
  private static final Set<String> WEAK_MODAL = WORDS.words("weak modal");
  private static final Set<String> NO_ANNOUNCEMENT = WORDS.words("no announcement");
  private static final Set<String> HAPPEN = WORDS.words("happen");
  private static final Set<String> EXPECTED = WORDS.words("expected");
  private static final Set<String> SOON = WORDS.words("soon");
  private static final Set<String> SET_TO = WORDS.words("set to");
  private static final Set<String> PLANS_TO = WORDS.words("plans to");
  private static final Set<String> FAILED_TO = WORDS.words("failed to");
  private static final Set<String> TIMETABLE = WORDS.words("timetable");
  private static final Set<String> TIMETABLE_PLURAL = WORDS.words("timetable plural");
  private static final Set<String> TIMETABLE_AFTER_NOUN =
      WORDS.words("timetable plural after a noun");
  private static final Set<String> TIMETABLE_PHRASE = WORDS.words("timetable phrase");
  private static final Set<String> PRESENT = WORDS.words("present");
  private static final Set<String> PRESENT_AFTER_NOUN = WORDS.words("present after a noun");
  private static final Set<String> PAST_FORMS = WORDS.words("past");
  private static final Set<String> PAST_AND_PRESENT = WORDS.words("past and present");
  private static final Set<String> NOT_PAST = WORDS.words("not past");

  private static final WordListFile PHRASES = WordListFile.read("phrases.txt");
  private static final Set<String> PREPOSITIONS = PHRASES.words("prepositions");
  private static final Set<String> BASE_FORMS =
      Stream.concat(
              PHRASES.words("verbs").stream(),
              PHRASES.lines("irregular verbs").stream().map(line -> line.split(" ", 2)[0]))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> BE = Set.of("is", "are", "am");
  private static final Set<String> WAS = Set.of("was", "were", "been", "had");
  private static final Set<String> HAVE = Set.of("have", "has", "having");
  private static final Set<String> DO = Set.of("to", "do", "does", "did", "didn't", "let", "help");
  private static final Set<String> ARTICLES =
      Set.of("a", "an", "the", "his", "its", "their", "my", "your", "our");

  /// The words between an auxiliary and its verb.
  private static final Set<String> ADVERBS =
      Set.of("not", "also", "now", "already", "still", "then", "only", "again", "even", "once");

  /// The tense that word `i` of `words` indicates.
  static VerbTense of(SentenceWords words, int i) {
    String word = words.lower(i);
    if (WILL.contains(word) || word.endsWith("'ll")) {
      return ARTICLES.contains(words.lower(i - 1)) ? NONE : FUTURE;
    }
    if (MODAL.contains(word) || WEAK_MODAL.contains(word)) {
      return ofModal(words, i);
    }
    if (word.equals("to")) {
      return ofInfinitive(words, i);
    }
    if (EXPECTED.contains(word)) {
      return ofExpectation(words, i);
    }
    if (SOON.contains(word)) {
      return Set.of("to", "after", "as").contains(words.lower(i + 1)) ? NONE : FUTURE;
    }
    if (isPastForm(words, i)) {
      return ofPast(words, i);
    }
    return ofPresent(words, i);
  }

  private static VerbTense ofModal(SentenceWords words, int i) {
    // "May 3" is a date.
    if (words.at(i).capital() && i > 0) {
      return NONE;
    }
    String next = words.lower(i + 1);
    boolean must = words.lower(i).equals("must");
    if (NO_ANNOUNCEMENT.contains(next) && !(must && next.equals("not"))) {
      return OPEN;
    }
    if (words.lower(i).equals("would")) {
      return PLANNED;
    }
    return MODAL.contains(words.lower(i)) || HAPPEN.contains(next) ? FUTURE : OPEN;
  }

  private static VerbTense ofInfinitive(SentenceWords words, int to) {
    String governor = words.lower(to - 1);
    String verb = words.lower(to + 1);
    boolean listed = SET_TO.contains(governor) || PLANS_TO.contains(governor);
    boolean base = BASE_FORMS.contains(verb) || verb.equals("be") || isPrefixed(verb);
    boolean object = FunctionWords.isFunction(verb) || words.at(to + 1).capital();
    if (!base && (!listed || object || !Character.isLetter(first(verb)))) {
      return NONE;
    }
    if (BE.contains(governor)) {
      return FUTURE;
    }
    if (WAS.contains(governor) && !governor.equals("had")) {
      return OPEN;
    }
    if (FAILED_TO.contains(governor)) {
      return PAST;
    }
    if (governor.equals("planned") && !isBe(auxiliary(words, to - 1))) {
      return AGREED;
    }
    if (SET_TO.contains(governor)) {
      return WAS.contains(auxiliary(words, to - 1)) ? OPEN : FUTURE;
    }
    if (PLANS_TO.contains(governor)) {
      if (ARTICLES.contains(words.lower(to - 2))) {
        return OPEN;
      }
      return governor.endsWith("ed") ? AGREED : FUTURE;
    }
    return INFINITIVE;
  }

  private static boolean isBe(String word) {
    return BE.contains(word) || WAS.contains(word);
  }

  private static char first(String word) {
    return word.isEmpty() ? ' ' : word.charAt(0);
  }

  private static boolean isPrefixed(String verb) {
    return verb.startsWith("re") && BASE_FORMS.contains(verb.substring(2));
  }

  private static VerbTense ofExpectation(SentenceWords words, int i) {
    // "Due to the fog" is a reason.
    if (words.lower(i).equals("due") && words.lower(i + 1).equals("to")) {
      return NONE;
    }
    return WAS.contains(auxiliary(words, i)) ? OPEN : FUTURE;
  }

  private static boolean isPastForm(SentenceWords words, int i) {
    String word = words.lower(i);
    boolean regular = word.endsWith("ed") && word.length() > 3 && !NOT_PAST.contains(word);
    // "Announced in May, the plan …"
    boolean first = i == 0 && PREPOSITIONS.contains(words.lower(1));
    return (regular && (!words.at(i).capital() || first))
        || PAST_FORMS.contains(word)
        || PAST_AND_PRESENT.contains(word);
  }

  private static VerbTense ofPast(SentenceWords words, int i) {
    if (ARTICLES.contains(words.lower(i - 1))) {
      return NONE;
    }
    int before = auxiliaryIndex(words, i);
    String auxiliary = words.lower(before);
    boolean passive = auxiliary.equals("be") || auxiliary.equals("being");
    boolean infinitive = PAST_AND_PRESENT.contains(words.lower(i)) && isAuxiliary(auxiliary);
    if (passive || infinitive) {
      return NONE;
    }
    if (BE.contains(auxiliary)) {
      return OPEN;
    }
    String modal = auxiliary(words, before);
    boolean unreal = HAVE.contains(auxiliary) && (WILL.contains(modal) || MODAL.contains(modal));
    return unreal ? OPEN : PAST;
  }

  private static VerbTense ofPresent(SentenceWords words, int i) {
    String word = words.lower(i);
    String before = words.lower(i - 1);
    if (isAuxiliary(auxiliary(words, i)) || !mayPrecedeVerb(before)) {
      return NONE;
    }
    if (TIMETABLE_PHRASE.contains(word + " " + words.lower(i + 1))
        || TIMETABLE.contains(word)
        || TIMETABLE_PLURAL.contains(word)
        || (TIMETABLE_AFTER_NOUN.contains(word) && isPlural(before))) {
      return FUTURE;
    }
    return PRESENT.contains(word) || (PRESENT_AFTER_NOUN.contains(word) && isPlural(before))
        ? OPEN
        : NONE;
  }

  private static boolean isAuxiliary(String word) {
    return WILL.contains(word)
        || word.endsWith("'ll")
        || MODAL.contains(word)
        || WEAK_MODAL.contains(word)
        || DO.contains(word);
  }

  /// False after a word that makes the next one a noun: "the returns", "held votes".
  private static boolean mayPrecedeVerb(String before) {
    return !before.isEmpty()
        && !ARTICLES.contains(before)
        && !PREPOSITIONS.contains(before)
        && !Character.isDigit(first(before));
  }

  private static boolean isPlural(String before) {
    return before.length() > 3 && before.endsWith("s") && !FunctionWords.isFunction(before);
  }

  /// The word before word `i`, apart from adverbs.
  private static String auxiliary(SentenceWords words, int i) {
    return words.lower(auxiliaryIndex(words, i));
  }

  private static int auxiliaryIndex(SentenceWords words, int i) {
    int at = i - 1;
    while (at > i - 3 && (ADVERBS.contains(words.lower(at)) || words.lower(at).endsWith("ly"))) {
      at--;
    }
    return at;
  }
}
