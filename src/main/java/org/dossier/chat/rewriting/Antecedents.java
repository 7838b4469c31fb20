package org.dossier.chat.rewriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.PersonNames;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhrase.Kind;

/// Finder of antecedents: the persons, things, places and dates in the previous turns that an
/// anaphor may refer to. A question is searched before its answer, a newer turn before an older
/// one. For one message, and one thread.
final class Antecedents {
  static final Set<String> PLACE_PREPOSITIONS = Set.of("in", "at", "near", "to", "from", "into");
  private static final Pattern POSSESSOR = Pattern.compile("([^'’]+)['’]s \\p{Ll}+[^su’']s");

  private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,6}");

  /// The words before the topic that is added to a question without a subject.
  static final String TOPIC_IN_BRACKETS = " (about: ";

  private static final int MAX_TOPIC_LENGTH = 100;
  private static final int MAX_TOPICS = 3;

  /// The number of turns in which the user's subject is looked for.
  private static final int SUBJECT_TURNS = 3;

  private final List<HistoryTurn> newestFirst;
  private final Map<String, Mentions> parsed = new HashMap<>();

  Antecedents(List<HistoryTurn> earlier) {
    this.newestFirst = earlier.reversed();
  }

  /// Antecedent of "he" or "she".
  ///
  /// The user's own subject stays the subject: while questions name nothing new, a person of the
  /// question before comes before those that an answer only mentions.
  Optional<String> person() {
    return userSubject().or(() -> inTurns(turn -> antecedent(turn).find()));
  }

  private Optional<String> userSubject() {
    for (var turn : newestFirst.stream().limit(SUBJECT_TURNS).toList()) {
      var person = antecedent(turn).ofQuestion();
      boolean namesSomething =
          mentions(turn.question()).phrases().stream()
              .anyMatch(phrase -> phrase.kind() == Kind.NAME);
      if (person.isPresent() || namesSomething) {
        return person;
      }
    }
    return Optional.empty();
  }

  private PersonAntecedent antecedent(HistoryTurn turn) {
    return new PersonAntecedent(
        mentions(turn.question()), turn.statements().stream().map(this::mentions).toList());
  }

  /// Antecedent of "it": the subject of the last question, or an object of it.
  ///
  /// @param subject true if the pronoun is the subject of the message
  Optional<String> thing(boolean subject) {
    return inTurns(turn -> thing(turn, subject));
  }

  /// As [#thing], without persons and countries.
  Optional<String> event(boolean subject) {
    return inTurns(turn -> thing(turn, subject, false));
  }

  private Optional<String> thing(HistoryTurn turn, boolean subject) {
    return thing(turn, subject, true);
  }

  private Optional<String> thing(HistoryTurn turn, boolean subject, boolean personsToo) {
    var question = mentions(turn.question());
    var asked = question.askedObject().or(() -> topicInBrackets(question));
    if (asked.isPresent()) {
      return asked;
    }
    var things =
        new ArrayList<>(question.heads(phrase -> PersonNames.isPersonNoun(question.noun(phrase))));
    things.removeIf(phrase -> phrase.kind() == Kind.DATE);
    if (!subject) {
      things.sort((one, other) -> other.own().compareTo(one.own()));
    }
    // Prefer a named or definite thing to an indefinite one, and a thing to a person or country.
    List<Predicate<NounPhrase>> preferred =
        List.of(
            phrase -> isKnown(phrase) && !isPersonOrPlace(question, phrase),
            phrase -> phrase.kind() == Kind.OTHER,
            phrase -> phrase.kind() == Kind.ASKED_FOR,
            phrase -> personsToo || !isPersonOrPlace(question, phrase));
    return preferred.stream()
        .flatMap(test -> things.stream().filter(test))
        .map(question::words)
        .map(Antecedents::singular)
        .findFirst();
  }

  /// The first thing of a topic that was added to a question without a subject: "the agreement" in
  /// "Where? (about: agreement, Holm)".
  private static Optional<String> topicInBrackets(Mentions question) {
    int from = question.text().indexOf(TOPIC_IN_BRACKETS);
    return from < 0
        ? Optional.empty()
        : question.heads().stream()
            .filter(phrase -> phrase.own().start() > from)
            .filter(phrase -> phrase.kind() == Kind.OTHER && !isPersonOrPlace(question, phrase))
            .map(question::words)
            .map(Antecedents::definite)
            .findFirst();
  }

  /// The possessor in a plural phrase, because "it" refers to no plural: "the bridge" of "the
  /// bridge's repairs".
  private static String singular(String thing) {
    var matcher = POSSESSOR.matcher(thing);
    return matcher.matches() ? matcher.group(1) : thing;
  }

  private static boolean isKnown(NounPhrase phrase) {
    return phrase.kind() == Kind.NAME || phrase.kind() == Kind.DEFINITE;
  }

  private static boolean isPersonOrPlace(Mentions mentions, NounPhrase phrase) {
    var own = mentions.own(phrase);
    return PersonNames.isFullName(own)
        || Aliases.isCountry(own)
        || PersonNames.isPersonNoun(mentions.noun(phrase));
  }

  /// Antecedent of "they": several names, a plural, or the organization or country that a question
  /// is about.
  Optional<String> several() {
    return inTurns(
            turn -> {
              var question = mentions(turn.question());
              return several(question)
                  .or(() -> groupIn(question))
                  .or(() ->
                      turn.statements().stream()
                          .map(this::mentions)
                          .map(Antecedents::several)
                          .flatMap(Optional::stream)
                          .findFirst());
            })
        .or(() -> thing(true));
  }

  private static Optional<String> several(Mentions mentions) {
    return mentions.phrases().stream()
        .filter(phrase -> isSeveral(mentions, phrase))
        .map(mentions::words)
        .findFirst();
  }

  /// The subject of a question, if it is the name of a group of people: a country, an acronym, or a
  /// name of several words that is no person's.
  private static Optional<String> groupIn(Mentions question) {
    return question.heads().stream()
        .filter(phrase -> phrase.kind() == Kind.NAME && phrase.preposition().isEmpty())
        .map(question::own)
        .filter(name -> !PersonNames.isFullName(name))
        .filter(name ->
            name.contains(" ") || Aliases.isCountry(name) || ACRONYM.matcher(name).matches())
        .findFirst();
  }

  private static boolean isSeveral(Mentions mentions, NounPhrase phrase) {
    if (phrase.kind() == Kind.DATE) {
      return false;
    }
    var tied = mentions.text().substring(phrase.own().end(), phrase.whole().end());
    boolean plural = mentions.own(phrase).matches("(?s).*\\p{Ll}[^su’']s");
    boolean same = tied.equalsIgnoreCase(" and " + mentions.own(phrase));
    boolean isJoined = tied.startsWith(" and ") && !same && phrase.kind() != Kind.OTHER;
    boolean people = phrase.kind() == Kind.NAME && Aliases.isDemonym(mentions.own(phrase));
    return (plural && (phrase.kind() != Kind.NAME || people)) || isJoined;
  }

  /// Antecedent of "there", without a preposition: a name after a preposition of place, or else a
  /// country.
  Optional<String> place() {
    return inTurns(turn ->
            found(
                    turn,
                    (_, phrase) ->
                        phrase.kind() == Kind.NAME
                            && PLACE_PREPOSITIONS.contains(phrase.preposition()))
                .or(() ->
                    found(turn, (mentions, phrase) -> Aliases.isCountry(mentions.own(phrase)))))
        .map(found -> found.in().own(found.phrase()));
  }

  /// Antecedent of "then", with its preposition: the date in the last question or answer that has
  /// one.
  Optional<String> time() {
    return inTurns(turn -> found(turn, (_, phrase) -> phrase.kind() == Kind.DATE))
        .map(
            found -> (found.phrase().preposition() + " " + found.in().own(found.phrase())).strip());
  }

  /// Antecedent of "that agreement": a longer phrase with the same noun, also in headlines.
  Optional<String> withNoun(String noun) {
    var synonyms = NounSynonyms.synonyms(noun);
    return inTurns(turn ->
        Stream.concat(texts(turn), turn.headlines().stream().map(this::mentions))
            .flatMap(mentions ->
                mentions.phrases().stream()
                    .filter(phrase -> synonyms.contains(mentions.noun(phrase)))
                    .map(mentions::words))
            .filter(words -> words.split(" ").length > 2)
            .findFirst()
            .map(Antecedents::definite));
  }

  /// Makes a phrase definite: "an agreement on energy" becomes "the agreement on energy".
  private static String definite(String words) {
    var bare = words.replaceFirst("(?i)^(?:an?|the) ", "");
    boolean name = Character.isUpperCase(bare.codePointAt(0)) && bare.equals(words);
    return name ? bare : "the " + bare;
  }

  /// The topic of the last turn, in a few words.
  ///
  /// @param message phrases that the message contains are left out
  Optional<String> topic(String message) {
    var said = message.toLowerCase(Locale.ROOT);
    return inTurns(turn -> {
      var question = mentions(turn.question());
      var words =
          question.heads().stream()
              .filter(phrase -> phrase.kind() != Kind.DATE)
              .map(question::words)
              .filter(topic -> !said.contains(topic.toLowerCase(Locale.ROOT)))
              .distinct()
              .limit(MAX_TOPICS)
              .collect(Collectors.joining(", "));
      if (words.isEmpty()) {
        return turn.headlines().stream().findFirst();
      }
      return words.length() <= MAX_TOPIC_LENGTH ? Optional.of(words) : thing(turn, false);
    });
  }

  private record Found(Mentions in, NounPhrase phrase) {}

  /// The first phrase in the turn's question and answer that passes `test`.
  private Optional<Found> found(HistoryTurn turn, BiPredicate<Mentions, NounPhrase> test) {
    return texts(turn)
        .flatMap(mentions ->
            mentions.phrases().stream()
                .filter(phrase -> test.test(mentions, phrase))
                .map(phrase -> new Found(mentions, phrase)))
        .findFirst();
  }

  private Stream<Mentions> texts(HistoryTurn turn) {
    return Stream.concat(Stream.of(turn.question()), turn.statements().stream())
        .map(this::mentions);
  }

  /// The phrases of a text, parsed on first use, because most texts are never needed.
  private Mentions mentions(String text) {
    return parsed.computeIfAbsent(text, Mentions::of);
  }

  private <T> Optional<T> inTurns(Function<HistoryTurn, Optional<T>> look) {
    return newestFirst.stream().map(look).flatMap(Optional::stream).findFirst();
  }
}
