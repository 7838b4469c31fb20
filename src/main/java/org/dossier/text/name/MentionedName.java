package org.dossier.text.name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.text.Span;

/// Something that texts mention by a phrase or by another name of the same country, place or
/// organization in the table of aliases.
///
/// @param text the name, for people
/// @param phrases the interchangeable phrases, the given one first; empty only for an entity
/// @param shortForms phrases that mention the entity in some texts, and something else in others:
///   "Hill" of Ada Hill; possibly empty
/// @param entityTerms the terms under which an index has the entity; empty if the phrases are
///   counted, not an entity
public record MentionedName(
    String text,
    List<MentionPhrase> phrases,
    List<MentionPhrase> shortForms,
    Set<String> entityTerms) {
  public MentionedName {
    phrases = List.copyOf(phrases);
    shortForms = List.copyOf(shortForms);
    entityTerms = Set.copyOf(entityTerms);
    if (phrases.isEmpty() && entityTerms.isEmpty()) {
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
    return new MentionedName(given.text(), phrases, List.of(), Set.of());
  }

  /// An entity of an index.
  ///
  /// @param text its name, for people
  /// @param fullNames its names; a text with one of them mentions it
  /// @param shortForms names that mention it in some texts
  /// @param terms the terms of the texts that mention it by any name; not empty
  public static MentionedName ofEntity(
      String text, Collection<String> fullNames, Collection<String> shortForms, Set<String> terms) {
    return new MentionedName(text, distinct(fullNames), distinct(shortForms), terms);
  }

  private static List<MentionPhrase> distinct(Collection<String> names) {
    var words = new LinkedHashSet<List<String>>();
    return names.stream()
        .filter(MentionPhrase::isPhrase)
        .map(MentionPhrase::of)
        .filter(phrase -> words.add(phrase.words()))
        .toList();
  }

  /// True if it is an entity of an index.
  public boolean isEntity() {
    return !entityTerms.isEmpty();
  }

  /// The same name, which `further` phrases mention as well.
  public MentionedName withPhrases(List<String> further) {
    var all = new ArrayList<>(phrases);
    further.stream().map(MentionPhrase::of).forEach(all::add);
    return new MentionedName(text, all, shortForms, entityTerms);
  }

  /// The place of the first mention in a text; empty if the text does not mention it.
  ///
  /// @param text the words of the text
  public Optional<Span> first(List<MentionWord> text) {
    return Stream.concat(phrases.stream(), shortForms.stream())
        .flatMap(phrase -> phrase.find(text).stream().limit(1))
        .min(Span::compareTo);
  }

  /// The phrases and the short forms, each once.
  public List<String> names() {
    return Stream.concat(phrases.stream(), shortForms.stream())
        .map(MentionPhrase::text)
        .distinct()
        .toList();
  }
}
