package org.dossier.question;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.search.IndexSnapshot;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;

/// The words of a topic that an archive does not contain in any inflection: sentences without them
/// may be near the topic, but are not about it. English only.
public final class UnknownWords {
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}'’-])[\\p{L}\\p{M}]{4,}+(?![\\p{L}\\p{N}'’-])");

  /// Forms of verbs and adverbs, which a text expresses in other words.
  private static final Pattern VERB_FORM = Pattern.compile(".*(?:ing|ed|ly)");

  private static final int LONG = 7;
  private static final int SAME_LETTERS = 4;

  private UnknownWords() {}

  /// The words in their order; empty also if the topic has more words than a question.
  public static List<String> in(String topic, IndexSnapshot indexSnapshot) {
    if (topic.length() > KindRules.MAX_LENGTH) {
      return List.of();
    }
    var names = NameFinder.find(topic);
    return WORD.matcher(topic)
        .results()
        .filter(word -> names.stream().noneMatch(new Span(word.start(), word.end())::overlaps))
        .map(MatchResult::group)
        .filter(word -> isThing(word) && !isKnown(word, indexSnapshot))
        .distinct()
        .toList();
  }

  /// Also if the archive spells it a little differently: "programme", "program".
  private static boolean isKnown(String word, IndexSnapshot indexSnapshot) {
    return indexSnapshot.isKnown(word)
        || indexSnapshot.similarWords(word, word.length() < LONG ? 1 : 2, null).stream()
            .anyMatch(similar -> similar.text().regionMatches(true, 0, word, 0, SAME_LETTERS));
  }

  private static boolean isThing(String word) {
    return !FunctionWords.isFunction(word)
        && !KindRules.isFrame(word)
        && !KindRules.isAspect(word)
        && !VERB_FORM.matcher(word).matches();
  }
}
