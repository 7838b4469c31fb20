package org.dossier.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.NameVariants;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for titles. A "deputy minister" and a "former minister" are no ministers: such a word
/// may be neither added to a role nor omitted.
final class TitleRule implements Rule {
  /// The number of words before a role in which such a word is looked for: "deputy prime minister".
  private static final int WINDOW = 3;

  /// The distance in words from a role at which a name still may be its holder's.
  private static final int HOLDER_WINDOW = 5;

  /// "He used to be a minister": a former minister.
  private static final Set<String> FORMERLY = Set.of("used", "formerly", "once", "previously");

  private static final Pattern TITLE_FOLLOWS = Pattern.compile(",| (?:is|was|as|became)\\b");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var titled = titled(analyzedSources.words());
    for (int at : roles(statement.words(), titled)) {
      var role = statement.words().get(at);
      var own = modifiers(statement.words(), at);
      var former = new HashSet<>(own);
      if (statement.words().stream().anyMatch(word -> FORMERLY.contains(word.lower()))) {
        former.add("former");
      }
      var others =
          analyzedSources.texts().stream()
              .flatMap(text -> modifiersOf(role.stem(), text.words()).stream())
              .toList();
      if (!others.isEmpty()
          && others.stream().noneMatch(other -> agrees(own, other) || agrees(former, other))) {
        return Optional.of(
            new Violation(
                Reason.TITLE, "the sources have another title with “%s”".formatted(role.lower())));
      }
    }
    return findOtherHolder(statement, analyzedSources);
  }

  /// "President Quill", if the sources name Quill and a President Berg.
  private static Optional<Violation> findOtherHolder(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var texts = new ArrayList<>(analyzedSources.texts());
    texts.addAll(analyzedSources.contexts());
    for (int at : roles(statement.words())) {
      var role = statement.words().get(at);
      var name = holder(statement.words(), at);
      if (name.isEmpty()) {
        continue;
      }
      boolean other = texts.stream().anyMatch(text -> hasOtherHolder(text, role, name.get()));
      if (other && texts.stream().noneMatch(text -> areNear(text, role, name.get()))) {
        return Optional.of(
            new Violation(
                Reason.TITLE,
                "in the sources “%s” is the title of another".formatted(role.lower())));
      }
    }
    return Optional.empty();
  }

  /// The name directly after a role.
  private static Optional<Word> holder(List<Word> words, int at) {
    return at + 1 < words.size()
            && words.get(at).capital()
            && words.get(at + 1).capital()
            && words.get(at + 1).clause() == words.get(at).clause()
            && !WordLists.ROLE_STEMS.contains(words.get(at + 1).stem())
        ? Optional.of(words.get(at + 1))
        : Optional.empty();
  }

  private static boolean hasOtherHolder(AnalyzedText text, Word role, Word name) {
    return roles(text.words()).stream()
        .filter(at -> text.words().get(at).stem().equals(role.stem()))
        .flatMap(at -> holder(text.words(), at).stream())
        .anyMatch(other -> !NameVariants.areSame(other.lower(), name.lower()));
  }

  /// "President Quill", "Presidents Berg and Quill", "Quill, the president", "Quill was president".
  private static boolean areNear(AnalyzedText text, Word role, Word name) {
    var words = text.words();
    for (int at : roles(words)) {
      if (words.get(at).stem().equals(role.stem())) {
        var after = words.subList(at + 1, Math.min(words.size(), at + 1 + HOLDER_WINDOW));
        var before = words.subList(Math.max(0, at - HOLDER_WINDOW), at);
        if (after.stream()
                .takeWhile(word -> word.capital() || word.lower().equals("and"))
                .anyMatch(word -> NameVariants.areSame(word.lower(), name.lower()))
            || before.stream()
                .filter(word -> isFollowedByTitle(text, word))
                .anyMatch(word -> NameVariants.areSame(word.lower(), name.lower()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isFollowedByTitle(AnalyzedText text, Word name) {
    return TITLE_FOLLOWS.matcher(text.plain().substring(name.span().end())).lookingAt();
  }

  private static List<Integer> roles(List<Word> words) {
    return roles(words, WordLists.ROLE_STEMS);
  }

  private static List<Integer> roles(List<Word> words, Set<String> stems) {
    return IntStream.range(0, words.size())
        .filter(at -> stems.contains(words.get(at).stem()))
        .boxed()
        .toList();
  }

  /// The roles, and the nouns directly after a word that changes a role: "a former teacher".
  private static Set<String> titled(List<Word> cited) {
    var stems = new HashSet<>(WordLists.ROLE_STEMS);
    for (int at = 1; at < cited.size(); at++) {
      if (WordLists.TITLE_CHANGES.contains(cited.get(at - 1).lower()) && !cited.get(at).capital()) {
        stems.add(cited.get(at).stem());
      }
    }
    return stems;
  }

  private static List<Set<String>> modifiersOf(String role, List<Word> words) {
    return roles(words, Set.of(role)).stream().map(at -> modifiers(words, at)).toList();
  }

  /// True if `own` adds nothing to `other`, and omits nothing that changes the role.
  private static boolean agrees(Set<String> own, Set<String> other) {
    return other.containsAll(own)
        && other.stream()
            .allMatch(word -> own.contains(word) || !WordLists.TITLE_CHANGES.contains(word));
  }

  private static Set<String> modifiers(List<Word> words, int at) {
    var modifiers = new HashSet<String>();
    int clause = words.get(at).clause();
    for (int i = Math.max(0, at - WINDOW); i < Math.min(words.size(), at + 2); i++) {
      var word = words.get(i);
      if (i < at && WordLists.ROLE_STEMS.contains(word.stem()) && !isModifier(word)) {
        modifiers.clear();
      }
      if (i != at && word.clause() == clause && isModifier(word)) {
        modifiers.add(word.lower());
      }
    }
    return modifiers;
  }

  private static boolean isModifier(Word word) {
    return WordLists.TITLE_CHANGES.contains(word.lower())
        || WordLists.TITLE_ADDITIONS.contains(word.lower());
  }
}
