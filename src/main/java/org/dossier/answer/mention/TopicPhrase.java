package org.dossier.answer.mention;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dossier.text.FunctionWords;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.name.MentionWord;

/// A topic of a few common words: "rooftop beekeeping". A sentence on it has them near each other;
/// far apart, each word is about something else.
///
/// @param words in lower case
record TopicPhrase(List<String> words) {
  private static final int MAX_WORDS = 3;

  /// The maximum distance of a word from the first one, in words, for each word of the phrase.
  private static final int NEAR = 4;

  private static final int SHORTEST_WORD = 3;

  /// "Bridge" and "bridging" have five letters in common, "quiet" and "quit" three.
  private static final int STEM = 4;

  /// The phrase of a topic; empty if it is a single word, longer, or has names or function words.
  static Optional<TopicPhrase> of(String topic) {
    var words = MentionWord.of(topic);
    boolean few = words.size() > 1 && words.size() <= MAX_WORDS;
    boolean common =
        words.stream()
            .noneMatch(word ->
                TextNeighborhood.isCapital(word.span().of(topic))
                    || FunctionWords.isFunction(word.key()));
    return few && common
        ? Optional.of(new TopicPhrase(words.stream().map(MentionWord::key).toList()))
        : Optional.empty();
  }

  /// Returns whether the words are near each other in `text`.
  boolean isIn(String text) {
    var places = places(text);
    return places.stream().noneMatch(List::isEmpty) && areNear(places);
  }

  /// The same for a sentence that has all of the words in some inflection: true as well if one has
  /// another stem there ("men" for "man").
  boolean isInSentence(String sentence) {
    var places = places(sentence);
    return places.stream().anyMatch(List::isEmpty) || areNear(places);
  }

  private boolean areNear(List<List<Integer>> places) {
    return places.getFirst().stream()
        .anyMatch(first ->
            places.stream()
                .allMatch(others ->
                    others.stream()
                        .anyMatch(other -> Math.abs(other - first) <= NEAR * words.size())));
  }

  /// The places of each word among the words of `text`.
  private List<List<Integer>> places(String text) {
    var keys = MentionWord.of(text).stream().map(MentionWord::key).toList();
    return words.stream().map(word -> places(word, keys)).toList();
  }

  private static List<Integer> places(String word, List<String> keys) {
    return IntStream.range(0, keys.size())
        .filter(i -> isFormOf(word, keys.get(i)))
        .boxed()
        .toList();
  }

  private static boolean isFormOf(String word, String other) {
    int shorter = Math.min(word.length(), other.length());
    int same = 0;
    while (same < shorter && word.charAt(same) == other.charAt(same)) {
      same++;
    }
    return same >= SHORTEST_WORD && (same == shorter || (same >= STEM && same == shorter - 1));
  }
}
