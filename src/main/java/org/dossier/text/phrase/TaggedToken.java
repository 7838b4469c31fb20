package org.dossier.text.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WordListFile;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateMention;
import org.dossier.text.name.NameFinder;
import org.jspecify.annotations.Nullable;

/// A word of an English question with its part of speech, tagged by word lists and by its
/// neighbours.
///
/// @param joined true if only white space separates it from the previous word
record TaggedToken(Span span, String lower, Role role, boolean joined) {
  /// The part of speech of a word, or the kind of phrase it represents.
  enum Role {
    NAME,
    DATE,
    WORD,
    DETERMINER,
    INTERROGATIVE,
    PREPOSITION,
    CONJUNCTION,
    POSSESSIVE,
    VERB,
    OTHER;

    boolean isPartOfPhrase() {
      return this == NAME || this == WORD || this == POSSESSIVE || this == DATE;
    }
  }

  private static final Pattern WORD =
      Pattern.compile("['’]s\\b|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*+(?:['’](?!s\\b)\\p{L}++)?+");
  private static final Pattern INTERROGATIVES = Pattern.compile("which|what|whose|how (many|much)");

  private static final WordListFile LISTS = WordListFile.read("phrases.txt");
  private static final Set<String> DETERMINERS = LISTS.words("determiners");
  private static final Set<String> PREPOSITIONS = LISTS.words("prepositions");
  private static final Set<String> NOUNS_TOO = LISTS.words("nouns too");
  private static final Set<String> PREDICATIVE_ADJECTIVES = LISTS.words("predicative adjectives");
  private static final Set<String> RELATIVE_PRONOUNS = Set.of("who", "what", "which", "that");
  private static final Set<String> SUBJECTS = Set.of("i", "you", "we", "they", "he", "she", "it");

  /// The words of `text`, in order. A name or a date of several words is one token.
  static List<TaggedToken> tag(String text) {
    List<Span> names = NameFinder.find(text);
    List<Span> dates = DateFinder.find(text, null).stream().map(DateMention::span).toList();
    List<TaggedToken> words = new ArrayList<>();
    var matcher = WORD.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find(end)) {
      Span span = new Span(matcher.start(), matcher.end());
      Role role;
      Span date = Span.firstOverlapping(dates, span);
      Span name = Span.firstOverlapping(names, span);
      if (date != null && name == null) {
        span = remainder(end, date, span);
        role = Role.DATE;
      } else if (name != null) {
        span = remainder(end, name, span);
        role = Role.NAME;
      } else {
        role = role(text, span);
      }
      boolean joined = !words.isEmpty() && text.substring(end, span.start()).isBlank();
      words.add(new TaggedToken(span, span.of(text).toLowerCase(Locale.ROOT), role, joined));
      end = span.end();
    }
    return VerbTagger.tag(tagInContext(words));
  }

  /// The role of the word alone; [#tagInContext] considers its neighbours.
  private static Role role(String text, Span span) {
    String lower = span.of(text).toLowerCase(Locale.ROOT).replace('’', '\'');
    if (lower.equals("'s")) {
      return Role.POSSESSIVE;
    }
    if (lower.equals("and") || lower.equals("or")) {
      return Role.CONJUNCTION;
    }
    if (INTERROGATIVES.matcher(lower).matches()) {
      return Role.INTERROGATIVE;
    }
    if (lower.equals("many") || lower.equals("much")) {
      return TextNeighborhood.wordBefore(text, span.start()).equals("how")
          ? Role.INTERROGATIVE
          : Role.DETERMINER;
    }
    if (DETERMINERS.contains(lower)) {
      return Role.DETERMINER;
    }
    if (PREPOSITIONS.contains(lower)) {
      return Role.PREPOSITION;
    }
    if (FunctionWords.isFunction(lower)) {
      return Role.OTHER;
    }
    return Verbs.isForm(lower) ? Role.VERB : Role.WORD;
  }

  private static List<TaggedToken> tagInContext(List<TaggedToken> words) {
    List<TaggedToken> tagged = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      TaggedToken word = words.get(i);
      TaggedToken before = i > 0 && word.joined ? tagged.get(i - 1) : null;
      TaggedToken after = i + 1 < words.size() && words.get(i + 1).joined ? words.get(i + 1) : null;
      tagged.add(
          switch (word.role) {
            case VERB -> isNoun(word, before, after) ? word.withRole(Role.WORD) : word;
            case WORD -> word.withRole(roleInContext(word, before, after));
            case NAME,
                DATE,
                DETERMINER,
                INTERROGATIVE,
                PREPOSITION,
                CONJUNCTION,
                POSSESSIVE,
                OTHER ->
                word;
          });
    }
    return tagged;
  }

  TaggedToken withRole(Role other) {
    return new TaggedToken(span, lower, other, joined);
  }

  /// True for an adjective of the list, which has only some of them.
  boolean isAdjective() {
    return PREDICATIVE_ADJECTIVES.contains(lower);
  }

  /// True for "he", "it" and other pronouns that can be a subject.
  boolean isSubjectPronoun() {
    return SUBJECTS.contains(lower);
  }

  /// "the cost", "the cost of"; not "prices increase".
  private static boolean isNoun(
      TaggedToken word, @Nullable TaggedToken before, @Nullable TaggedToken after) {
    boolean afterDeterminer =
        before != null && (before.role == Role.DETERMINER || before.role == Role.POSSESSIVE);
    boolean afterPlural =
        before != null && before.role == Role.WORD && before.lower.matches(".*[^s]s");
    boolean afterSubject = before != null && SUBJECTS.contains(before.lower);
    return afterDeterminer
        || (NOUNS_TOO.contains(word.lower) && !afterPlural && !afterSubject && !isObject(after));
  }

  /// The role of a word in no list: a verb in "do you verify" and in "to bind a service"; not part
  /// of the subject phrase in "are coals hot".
  private static Role roleInContext(
      TaggedToken word, @Nullable TaggedToken before, @Nullable TaggedToken after) {
    if (before == null) {
      return Role.WORD;
    }
    boolean infinitive = before.lower.equals("to") && isObject(after) && !word.lower.endsWith("s");
    boolean relativeClauseVerb =
        RELATIVE_PRONOUNS.contains(before.lower) && word.lower.endsWith("ed");
    if (infinitive || relativeClauseVerb || SUBJECTS.contains(before.lower)) {
      return Role.VERB;
    }
    boolean afterNominal =
        before.role == Role.WORD || before.role == Role.NAME || before.role == Role.OTHER;
    return afterNominal && word.isAdjective() && (after == null || after.role != Role.WORD)
        ? Role.OTHER
        : Role.WORD;
  }

  private static boolean isObject(@Nullable TaggedToken word) {
    return word != null && (word.role == Role.NAME || word.role == Role.DETERMINER);
  }

  /// The part of a name or date, from `word` on, that no previous token covers. A name and a date
  /// may share words, as in "the Regatta 2020 Challenge Cup".
  private static Span remainder(int end, Span found, Span word) {
    return found.start() < end ? new Span(word.start(), found.end()) : found;
  }
}
