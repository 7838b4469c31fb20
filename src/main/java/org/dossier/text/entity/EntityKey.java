package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.FoldedWord;
import org.dossier.text.name.Initials;

/// The name of an entity in an article, in the form in which indexes store it.
///
/// @param kind the kind of the entity
/// @param group the names with the same group may be of one entity: for a person, the sound of the
///   family name; for an organization, its acronym; for a place, its name
/// @param name the words of the name in lower case and folded, separated by spaces
/// @param written the name as the article writes it
public record EntityKey(EntityKind kind, String group, String name, String written) {
  /// The maximum number of characters of a name.
  public static final int MAX_LENGTH = 200;

  private static final String SEPARATOR = "\u001f";
  private static final int FIELDS = 4;

  public static EntityKey of(EntityKind kind, String written) {
    var words = new ArrayList<>(List.of(written.split(" ")));
    var known = kind == EntityKind.PERSON ? Optional.<String>empty() : country(words);
    known.ifPresent(country -> words.set(0, country));
    var name = String.join(" ", words.stream().map(EntityWords::key).toList());
    return new EntityKey(kind, group(kind, name, written), name, written);
  }

  /// "U.S. Senate" and "US Senate" have one name.
  private static Optional<String> country(List<String> words) {
    if (words.size() == 1 || !Aliases.isCountry(words.getFirst())) {
      return Optional.empty();
    }
    return Aliases.withName(words.getFirst()).stream().findFirst().map(Aliases.Entity::name);
  }

  private static String group(EntityKind kind, String name, String written) {
    return switch (kind) {
      case PERSON -> NameParts.parse(name).familySound();
      case PLACE -> name;
      case ORGANIZATION -> acronym(name, written);
    };
  }

  private static String acronym(String name, String written) {
    if (name.indexOf(' ') < 0) {
      return name;
    }
    var initials = Initials.of(FoldedWord.of(written));
    return initials.stream()
        .max((a, b) -> a.length() == b.length() ? b.compareTo(a) : a.length() - b.length())
        .orElse(name);
  }

  /// The stored form. Those of one kind and group begin with [#prefix].
  public String term() {
    return String.join(SEPARATOR, kind.name(), group, name, written);
  }

  /// The beginning of the stored forms of a kind.
  public static String prefix(EntityKind kind) {
    return kind.name() + SEPARATOR;
  }

  /// The beginning of the stored forms of a kind and group.
  public static String prefix(EntityKind kind, String group) {
    return prefix(kind) + group + SEPARATOR;
  }

  public String prefix() {
    return prefix(kind, group);
  }

  /// @param term a stored form
  public static EntityKey parse(String term) {
    var fields = term.split(SEPARATOR, FIELDS);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("no key of an entity: " + term);
    }
    return new EntityKey(
        EntityKind.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1], fields[2], fields[3]);
  }
}
