package org.dossier.text.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.DefinedAcronyms;
import org.jspecify.annotations.Nullable;

/// The mentions of one name in an article, and the kind that they indicate. For one thread.
final class Candidate {
  static final Pattern ACRONYM = Pattern.compile("\\p{Lu}[\\p{Lu}&.]*\\p{Lu}\\.?s?");

  private final Map<String, Integer> forms = new LinkedHashMap<>();
  private static final int MIN_SHOUTED = 3;

  /// The points of the word that says what an organization or a place is.
  private static final double HEAD = 6;

  private static final double WEAK_HEAD = 2.5;

  private final KindEvidence evidence = new KindEvidence();
  private @Nullable NameMention first;
  private Aliases.@Nullable Entity known;
  private @Nullable EntityKind kind;
  private boolean titled;

  void add(NameMention mention, String text) {
    if (first == null) {
      first = mention;
      known = EntityFinder.known(mention.text());
    }
    titled |= mention.titled();
    forms.merge(mention.text(), 1, Integer::sum);
    new NameContext(text, mention).addTo(evidence);
  }

  private NameMention first() {
    if (first == null) {
      throw new IllegalStateException("no mention");
    }
    return first;
  }

  /// Decides on the kind by the words of the name and its contexts.
  ///
  /// @param small the words of the article in small letters
  void decide(DefinedAcronyms acronyms, Set<String> small) {
    var name = first();
    if ((known != null && !(titled && name.isWord())) || isOther(name, small)) {
      return;
    }
    addForm(name, acronyms);
    kind = evidence.kind();
    boolean fits =
        kind == null
            || switch (kind) {
              case PERSON -> mayBePerson(name) && !isAcronym();
              case PLACE -> !isAcronym();
              case ORGANIZATION -> true;
            };
    kind = fits ? kind : null;
  }

  /// True for a name that is neither of a person, nor of a place or an organization.
  private boolean isOther(NameMention name, Set<String> small) {
    var key = name.key();
    if (name.isShouted()
        || EntityWords.OTHER_NAMES.contains(key)
        || Aliases.isDemonym(name.text())) {
      return true;
    }
    if (!name.isWord()) {
      return EntityWords.isOther(name.last()) && !EntityWords.SURNAMES.contains(name.last());
    }
    return !EntityWords.isPlace(key)
        && (EntityWords.ORGANIZATION_WORDS.contains(key)
            || EntityWords.PLACE_WORDS.contains(key)
            || EntityWords.isOther(key)
            || EntityWords.ADJECTIVES.contains(key)
            || (small.contains(key) && !titled && !isAcronym()));
  }

  private void addForm(NameMention name, DefinedAcronyms acronyms) {
    var key = name.key();
    if (EntityWords.isPlace(key)) {
      evidence.add(EntityKind.PLACE, 3);
      return;
    }
    if (isAcronym()) {
      evidence.add(EntityKind.ORGANIZATION, 1);
      return;
    }
    if (name.isWord()) {
      return;
    }
    if (!acronyms.acronyms(name.text()).isEmpty()) {
      evidence.add(EntityKind.ORGANIZATION, 1);
    }
    if (isPersonForm(name)) {
      evidence.add(EntityKind.PERSON, 3);
      return;
    }
    addHead(name);
  }

  private void addHead(NameMention name) {
    var words = name.words().stream().map(EntityWords::key).toList();
    int joint = Math.max(words.indexOf("of"), words.indexOf("for"));
    int head = joint > 0 ? joint - 1 : words.size() - 1;
    double weight = isSurname(name) ? WEAK_HEAD : HEAD;
    if (words.subList(0, head + 1).stream().anyMatch(EntityWords.ORGANIZATION_WORDS::contains)) {
      evidence.add(EntityKind.ORGANIZATION, weight);
    } else if (EntityWords.PLACE_WORDS.contains(words.get(head))) {
      evidence.add(EntityKind.PLACE, weight);
    }
    if (EntityWords.GEOGRAPHIC_OPENERS.contains(name.first())) {
      evidence.add(EntityKind.PLACE, 3);
    }
    if (EntityWords.LEGAL_FORMS.contains(name.last())) {
      evidence.add(EntityKind.ORGANIZATION, 6);
    }
  }

  /// A word of organizations or places that is a family name as well.
  private static boolean isSurname(NameMention name) {
    return name.size() == 2 && EntityWords.SURNAMES.contains(name.last());
  }

  /// A given name and a family name.
  private static boolean isPersonForm(NameMention name) {
    return name.size() <= 4
        && EntityWords.GIVEN_NAMES.contains(name.first())
        && (isSurname(name) || mayBePerson(name));
  }

  private static boolean mayBePerson(NameMention name) {
    var words = name.suffix().isEmpty() ? name.words() : name.words().subList(0, name.size() - 1);
    return (words.size() == 2 && EntityWords.SURNAMES.contains(name.last()))
        || words.stream().noneMatch(Candidate::isNoPerson);
  }

  private static boolean isNoPerson(String word) {
    var key = EntityWords.key(word);
    return EntityWords.ORGANIZATION_WORDS.contains(key)
        || EntityWords.PLACE_WORDS.contains(key)
        || EntityWords.isOther(key)
        || Aliases.isDemonym(word)
        || (!EntityWords.GIVEN_NAMES.contains(key)
            && (Aliases.isCountry(word) || EntityWords.isPlace(key)));
  }

  /// The kind; `null` if it is not known, or if the name is in the table of aliases.
  @Nullable EntityKind kind() {
    return kind;
  }

  boolean isPerson() {
    return kind == EntityKind.PERSON;
  }

  Aliases.@Nullable Entity known() {
    return known;
  }

  boolean isWord() {
    return first().isWord();
  }

  boolean isAcronym() {
    var name = first();
    return name.isWord() && name.text().length() <= 7 && ACRONYM.matcher(name.text()).matches();
  }

  /// The words in lower case and folded, separated by spaces.
  String key() {
    return first().key();
  }

  /// The last word that is no suffix.
  String family() {
    return first().last();
  }

  /// The first and the last word, by which a person is named later.
  Set<String> ends() {
    return Set.copyOf(List.of(first().first(), first().last()));
  }

  /// True if this is a longer name with the same family name and all words of `other`.
  boolean contains(Candidate other) {
    if (!first().last().equals(other.first().last())
        || !first().suffix().equals(other.first().suffix())
        || first().size() <= other.first().size()) {
      return false;
    }
    return keys(this).containsAll(keys(other));
  }

  private static Set<String> keys(Candidate candidate) {
    var keys = new HashSet<String>();
    candidate.first().words().forEach(word -> keys.add(EntityWords.key(word)));
    return keys;
  }

  /// The most frequent form, with small letters.
  String text() {
    var text = mostFrequent();
    return text.length() > MIN_SHOUTED && !isAcronym() && text.equals(text.toUpperCase(Locale.ROOT))
        ? text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT)
        : text;
  }

  private String mostFrequent() {
    return forms.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  List<String> forms() {
    return List.copyOf(forms.keySet());
  }
}
