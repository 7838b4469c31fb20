package org.dossier.text.name;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Span;

/// A phrase that a text mentions if it contains its words next to each other, in this order.
/// Capitals, accents, punctuation and the "'s" of a genitive make no difference; other inflections
/// are other words. An abbreviation of two or three capitals is only mentioned in capitals: "US" is
/// not "us".
///
/// @param text the phrase as written
/// @param words its words, each by its key or, for such an abbreviation, by its capitals; not empty
public record MentionPhrase(String text, List<String> words) {
  public MentionPhrase {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no word: “%s”".formatted(text));
    }
  }

  public static MentionPhrase of(String phrase) {
    var words = MentionWord.of(phrase);
    boolean shouted = words.size() > 1 && phrase.chars().noneMatch(Character::isLowerCase);
    return new MentionPhrase(
        phrase,
        words.stream()
            .map(word -> word.capitals().isEmpty() || shouted ? word.key() : word.capitals())
            .toList());
  }

  /// Returns whether `phrase` has a word.
  public static boolean isPhrase(String phrase) {
    return !MentionWord.of(phrase).isEmpty();
  }

  /// The places of the phrase in a text, in order, without overlap.
  ///
  /// @param text the words of the text
  public List<Span> find(List<MentionWord> text) {
    var places = new ArrayList<Span>();
    int at = 0;
    while (at + words.size() <= text.size()) {
      if (isAt(text, at)) {
        int end = at + words.size();
        places.add(new Span(text.get(at).span().start(), text.get(end - 1).span().end()));
        at = end;
      } else {
        at++;
      }
    }
    return places;
  }

  private boolean isAt(List<MentionWord> text, int at) {
    for (int i = 0; i < words.size(); i++) {
      var word = text.get(at + i);
      if (!words.get(i).equals(word.key()) && !words.get(i).equals(word.capitals())) {
        return false;
      }
    }
    return true;
  }
}
