package org.dossier.text.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.dossier.text.Span;

/// Something that texts mention by a phrase or by another name of the same country, place or
/// organization in the table of aliases.
///
/// @param phrases the interchangeable phrases, the given one first; not empty
public record MentionedName(List<MentionPhrase> phrases) {
  public MentionedName {
    phrases = List.copyOf(phrases);
    if (phrases.isEmpty()) {
      throw new IllegalArgumentException("no phrase");
    }
  }

  /// The phrase, and the aliases of what it names. A phrase that is the name of several entities
  /// has no aliases. A leading "the" is left out.
  public static MentionedName of(String phrase) {
    var bare = phrase.strip().replaceFirst("(?i)^the\\s+(?=\\S)", "");
    var given = MentionPhrase.of(MentionPhrase.isPhrase(bare) ? bare : phrase);
    var distinct = new LinkedHashSet<List<String>>();
    distinct.add(given.words());
    var phrases = new ArrayList<>(List.of(given));
    var entities = Aliases.withName(given.text());
    if (entities.size() == 1) {
      entities.iterator().next().names().stream()
          .map(alias -> MentionPhrase.of(alias.text()))
          .filter(alias -> distinct.add(alias.words()))
          .forEach(phrases::add);
    }
    return new MentionedName(phrases);
  }

  /// The same name, which `further` phrases mention as well.
  public MentionedName withPhrases(List<String> further) {
    var all = new ArrayList<>(phrases);
    further.stream().map(MentionPhrase::of).forEach(all::add);
    return new MentionedName(all);
  }

  /// The place of the first mention in a text; empty if the text does not mention it.
  ///
  /// @param text the words of the text
  public Optional<Span> first(List<MentionWord> text) {
    return phrases.stream()
        .flatMap(phrase -> phrase.find(text).stream().limit(1))
        .min(Span::compareTo);
  }

  /// The phrase as given.
  public String text() {
    return phrases.getFirst().text();
  }
}
