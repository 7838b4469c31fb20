package org.dossier.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Word;
import org.dossier.verification.analysis.WordLists;

/// The rule for titles. A "deputy minister" and a "former minister" are no ministers: such a word
/// may be neither added to a role nor omitted.
final class TitleRule implements Rule {
  /// The number of words before a role in which such a word is looked for: "deputy prime minister".
  private static final int WINDOW = 3;

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    for (int at : roles(statement.words())) {
      var role = statement.words().get(at);
      var own = modifiers(statement.words(), at);
      var others =
          analyzedSources.texts().stream()
              .flatMap(text -> modifiersOf(role.stem(), text.words()).stream())
              .toList();
      if (!others.isEmpty() && others.stream().noneMatch(other -> agrees(own, other))) {
        return Optional.of(
            new Violation(
                Reason.TITLE, "the sources have another title with “%s”".formatted(role.lower())));
      }
    }
    return Optional.empty();
  }

  private static List<Integer> roles(List<Word> words) {
    return IntStream.range(0, words.size())
        .filter(at -> WordLists.ROLE_STEMS.contains(words.get(at).stem()))
        .boxed()
        .toList();
  }

  private static List<Set<String>> modifiersOf(String role, List<Word> words) {
    return roles(words).stream()
        .filter(at -> words.get(at).stem().equals(role))
        .map(at -> modifiers(words, at))
        .toList();
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
