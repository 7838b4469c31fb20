package org.dossier.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.Question;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.Evidence;
import org.dossier.text.MessageLanguage;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;

/// Asks back if the evidence has several persons with the family name that a question gives: "Which
/// Hill do you mean?" Only if the question says nothing else about the person, and none of them is
/// far more frequent than the others: a question back in place of an answer is a fault.
final class NameClarifier {
  private static final int MAX_CHOICES = 4;

  /// A person in this many times more passages than any other one is the one that is meant.
  private static final int DOMINANT = 3;

  /// Given names that begin with the same letters may be spellings of one name: "Sergei", "Sergey".
  private static final int SAME_LETTERS = 3;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /// Words of a question that say nothing about a person.
  private static final Set<String> NEUTRAL =
      Set.of(
          "who",
          "whom",
          "what",
          "is",
          "was",
          "are",
          "s",
          "did",
          "does",
          "do",
          "has",
          "have",
          "say",
          "says",
          "said",
          "saying",
          "state",
          "stated",
          "think",
          "thinks",
          "want",
          "tell",
          "me",
          "us",
          "show",
          "give",
          "explain",
          "describe",
          "about",
          "on",
          "of",
          "you",
          "can",
          "could",
          "please",
          "know",
          "known",
          "information",
          "more",
          "anything",
          "something",
          "person",
          "mean",
          "called",
          "named",
          "and",
          "the");

  /// Directly after the name of a person, in text: "Ada Hill said", "Ada Hill, the mayor".
  private static final Pattern AFTER_PERSON =
      Pattern.compile(
          "^(?:,? (?:said|says|told|tells|who|whose|wrote|\\p{Ll}+ed)\\b|, (?:an?|the|who|\\d\\d)\\b).*",
          Pattern.DOTALL);

  private static final Pattern BEFORE_PERSON =
      Pattern.compile(
          ".*\\b(?:said|says|told|added|asked|by|mr|mrs|ms|dr) $",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern BEFORE_PLACE =
      Pattern.compile(
          ".*\\b(?:in|at|near|into|on|to the|of the) $", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private NameClarifier() {}

  /// A person of the evidence.
  ///
  /// @param sources the articles that name the person
  private record Person(String name, Set<ArticleVersion> sources, Set<Evidence> passages) {}

  /// The question back; empty if the question names one person, or something else.
  static Optional<Clarification> clarify(Findings findings) {
    return familyName(findings)
        .flatMap(name -> {
          var persons = persons(name, findings.extraction().retrievalResult().evidence());
          return isAmbiguous(persons)
              ? Optional.of(clarification(name, persons, findings))
              : Optional.empty();
        });
  }

  /// The only name of the question, if it may be a family name and nothing else says who is meant.
  private static Optional<String> familyName(Findings findings) {
    var question = findings.question();
    var text = question.text();
    var names = NameFinder.find(text);
    boolean possible =
        names.size() == 1
            && isOfKind(findings.analysis().kind())
            && findings.analysis().period() == null
            && question.filters().isEmpty()
            && MessageLanguage.isEnglish(text)
            && saysNothingElse(text, names.getFirst());
    if (!possible) {
      return Optional.empty();
    }
    var name = PersonNames.withoutPossessive(names.getFirst().of(text));
    return !name.contains(" ")
            && PersonNames.mayBeName(name)
            && Aliases.named(name).isEmpty()
            && !isKnown(name, question)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isOfKind(QuestionKind kind) {
    return switch (kind) {
      case FACT, TOPIC, SAID -> true;
      case YES_NO, WHY, HOW, LIST, COUNT, COMPARE, TIMELINE, LATEST, ABOUT -> false;
    };
  }

  private static boolean saysNothingElse(String text, Span name) {
    var rest = text.substring(0, name.start()) + " " + text.substring(name.end());
    return WORD.matcher(rest)
        .results()
        .allMatch(word -> NEUTRAL.contains(word.group().toLowerCase(Locale.ROOT)));
  }

  /// True if the conversation gave the full name: "Ada Hill".
  private static boolean isKnown(String name, Question question) {
    return question.context().utterances().stream()
        .anyMatch(utterance ->
            NameFinder.find(utterance.text()).stream()
                .map(span -> span.of(utterance.text()))
                .anyMatch(other -> isFullNameOf(name, PersonNames.withoutPossessive(other))));
  }

  private static boolean isFullNameOf(String family, String name) {
    return PersonNames.isFullName(name) && name.endsWith(" " + family);
  }

  /// The persons with that family name, in the order of their best passages. Different forms of one
  /// name are one person.
  private static List<Person> persons(String family, List<Evidence> evidence) {
    var persons = new ArrayList<Person>();
    var places = new HashSet<String>();
    for (var passage : evidence) {
      var text = passage.text();
      for (var span : NameFinder.find(text)) {
        var name = withoutRole(PersonNames.withoutPossessive(span.of(text)));
        if (BEFORE_PLACE.matcher(text.substring(0, span.start())).matches()) {
          places.add(name);
        } else if (isFullNameOf(family, name) && isPerson(text, span)) {
          add(persons, name, passage);
        }
      }
    }
    return persons.stream().filter(person -> !places.contains(person.name())).toList();
  }

  private static void add(List<Person> persons, String name, Evidence passage) {
    var same =
        persons.stream()
            .filter(person -> isSame(person.name(), name))
            .findFirst()
            .orElseGet(() -> {
              var person = new Person(name, new LinkedHashSet<>(), new LinkedHashSet<>());
              persons.add(person);
              return person;
            });
    same.sources().add(passage.source());
    same.passages().add(passage);
  }

  /// "Ada Hill" of "Judge Ada Hill".
  private static String withoutRole(String name) {
    var words = new ArrayList<>(Arrays.asList(SPACE.split(name)));
    while (words.size() > 2
        && PersonNames.isPersonNoun(words.getFirst().toLowerCase(Locale.ROOT))) {
      words.removeFirst();
    }
    return String.join(" ", words);
  }

  /// True if what is around the name fits a person, and not a place such as "Notting Hill".
  private static boolean isPerson(String text, Span name) {
    return AFTER_PERSON.matcher(text.substring(name.end())).matches()
        || BEFORE_PERSON.matcher(text.substring(0, name.start())).matches();
  }

  /// True for "Ada Hill", "A. Hill" and "Ada M. Hill".
  private static boolean isSame(String one, String other) {
    var first = given(one);
    var second = given(other);
    return first.containsAll(second)
        || second.containsAll(first)
        || isSameGivenName(first.getFirst(), second.getFirst());
  }

  private static List<String> given(String name) {
    var words = SPACE.split(name);
    return List.of(words).subList(0, words.length - 1);
  }

  private static boolean isSameGivenName(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    boolean initial = isInitial(one) || isInitial(other);
    return initial ? same >= 1 : same >= SAME_LETTERS;
  }

  private static boolean isInitial(String word) {
    return word.replace(".", "").length() == 1;
  }

  private static boolean isAmbiguous(List<Person> persons) {
    var frequencies =
        persons.stream()
            .map(person -> person.passages().size())
            .sorted(Comparator.reverseOrder())
            .toList();
    return frequencies.size() > 1 && frequencies.getFirst() < DOMINANT * frequencies.get(1);
  }

  private static Clarification clarification(
      String family, List<Person> persons, Findings findings) {
    var text = findings.question().text();
    var span = NameFinder.find(text).getFirst();
    Map<String, Set<ArticleVersion>> choices = new LinkedHashMap<>();
    persons.stream()
        .limit(MAX_CHOICES)
        .forEach(person ->
            choices.put(
                text.substring(0, span.start())
                    + person.name()
                    + text.substring(span.start() + family.length()),
                person.sources()));
    return new Clarification(
        "Which %s do you mean?".formatted(family),
        List.copyOf(choices.keySet()),
        choices.values().stream().flatMap(Set::stream).distinct().toList(),
        findings.metadata());
  }
}
