package org.dossier.text.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.DefinedAcronyms;
import org.dossier.text.name.NameFinder;
import org.jspecify.annotations.Nullable;

/// Recognizes the persons, places and organizations of an English article by rules: by capitals,
/// titles, roles, the words of names of organizations and places, appositions, and the table of
/// aliases. The short forms of a name are of the same entity: "Sergei Lavrov" and "Lavrov", "Atomic
/// Energy Agency (AEA)" and "AEA". A name whose kind the article does not show is left out.
public final class EntityFinder {
  private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\p{N}'’.@/-])\\p{Ll}{2,}");

  private final String text;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final DefinedAcronyms acronyms;

  private EntityFinder(String text) {
    this.text = text;
    this.acronyms = DefinedAcronyms.in(List.of(text));
  }

  /// The entities of an article, in the order of their first mentions.
  ///
  /// @param title `null` if unknown
  public static List<ArticleEntity> find(@Nullable String title, String text) {
    return new EntityFinder(title == null ? text : title + "\n\n" + text).find();
  }

  private List<ArticleEntity> find() {
    for (var run : NameJoiner.join(text, NameFinder.find(text))) {
      for (var mention : NameSplitter.split(text, run)) {
        if (isUsable(mention)) {
          candidates.computeIfAbsent(mention.key(), _ -> new Candidate()).add(mention, text);
        }
      }
    }
    var persons = new PersonGroups();
    var small = smallWords();
    candidates.values().forEach(candidate -> candidate.decide(acronyms, small));
    candidates.values().stream().filter(Candidate::isPerson).forEach(persons::add);
    return entities(persons);
  }

  private Set<String> smallWords() {
    var small = new HashSet<String>();
    var matcher = SMALL_WORD.matcher(text);
    while (matcher.find()) {
      small.add(matcher.group());
    }
    return small;
  }

  private static boolean isUsable(NameMention mention) {
    return mention.words().stream()
            .anyMatch(word -> word.codePoints().anyMatch(Character::isLetter))
        && mention.key().length() > 1;
  }

  private List<ArticleEntity> entities(PersonGroups persons) {
    var entities = new LinkedHashMap<String, Found>();
    for (var candidate : candidates.values()) {
      var found = resolve(candidate, persons);
      if (found != null) {
        entities
            .computeIfAbsent(found.kind + " " + found.name, _ -> found)
            .forms
            .addAll(candidate.forms());
      }
    }
    return entities.values().stream()
        .map(found -> new ArticleEntity(found.kind, found.name, List.copyOf(found.forms)))
        .toList();
  }

  private @Nullable Found resolve(Candidate candidate, PersonGroups persons) {
    var person = persons.find(candidate);
    if (person != null) {
      return new Found(EntityKind.PERSON, person);
    }
    var known = candidate.known();
    if (known != null) {
      var kind = ArticleEntity.kind(known.category());
      return kind.isEmpty() ? null : new Found(kind.get(), known.name());
    }
    var longForm = longForm(candidate);
    if (longForm != null) {
      return new Found(EntityKind.ORGANIZATION, longForm);
    }
    var kind = candidate.kind();
    return kind == null || kind == EntityKind.PERSON ? null : new Found(kind, candidate.text());
  }

  /// The written long form of an acronym that the article defines, if it is an organization.
  private @Nullable String longForm(Candidate candidate) {
    if (!candidate.isAcronym()) {
      return null;
    }
    for (var form : acronyms.longForms(candidate.text())) {
      var defined = candidates.get(form);
      if (defined != null && defined.kind() == EntityKind.ORGANIZATION) {
        return defined.text();
      }
    }
    return null;
  }

  private static final class Found {
    private final EntityKind kind;
    private final String name;
    private final Set<String> forms = new LinkedHashSet<>();

    Found(EntityKind kind, String name) {
      this.kind = kind;
      this.name = name;
    }
  }

  /// The full names of persons, and the parts by which the article names them later.
  private static final class PersonGroups {
    private final Map<String, List<Candidate>> byPart = new HashMap<>();

    void add(Candidate person) {
      if (!person.isWord()) {
        person
            .ends()
            .forEach(part -> byPart.computeIfAbsent(part, _ -> new ArrayList<>()).add(person));
      }
    }

    /// The fullest name of the person that `candidate` names; `null` if it names none.
    @Nullable String find(Candidate candidate) {
      if (!candidate.isWord()) {
        return candidate.isPerson() ? fullest(candidate) : null;
      }
      var holders = byPart.getOrDefault(candidate.key(), List.of());
      if (holders.isEmpty()) {
        return candidate.isPerson() ? candidate.text() : null;
      }
      return holders.stream().map(this::fullest).distinct().count() == 1
          ? fullest(holders.getFirst())
          : null;
    }

    private String fullest(Candidate person) {
      return byPart.getOrDefault(person.family(), List.of()).stream()
          .filter(other -> other != person && other.contains(person))
          .findFirst()
          .orElse(person)
          .text();
    }
  }

  /// The entity of the table of aliases with this name, or with the name that follows a country:
  /// "US Federal Reserve"; `null` if it has none or several.
  static Aliases.@Nullable Entity known(String name) {
    var entities = Aliases.withName(name);
    if (entities.isEmpty()) {
      int space = name.indexOf(' ');
      return space > 0 && Aliases.isCountry(name.substring(0, space))
          ? organization(name.substring(space + 1))
          : null;
    }
    return entities.size() == 1 ? entities.iterator().next() : null;
  }

  private static Aliases.@Nullable Entity organization(String name) {
    var entities = Aliases.withName(name);
    return entities.size() == 1
            && entities.iterator().next().category() == Aliases.Entity.Category.ORGANIZATION
        ? entities.iterator().next()
        : null;
  }
}
