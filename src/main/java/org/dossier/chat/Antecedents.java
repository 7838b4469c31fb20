package org.dossier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.text.NounPhrase;
import org.dossier.text.NounPhrase.Kind;
import org.dossier.text.NounPhrases;

/// What pronouns and the like of a message may mean: the things that the turns before it speak of.
/// A question is looked through before its answer, a newer turn before an older one.
final class Antecedents {
  private static final int LONGEST_WORDS = 12;
  private static final int LONGEST_TOPIC = 100;

  /// They name too little to be looked for.
  private static final Set<String> GENERIC =
      Set.of(
          "type",
          "kind",
          "sort",
          "way",
          "number",
          "part",
          "thing",
          "information",
          "case",
          "reason",
          "point",
          "one",
          "item",
          "example",
          "area",
          "issue",
          "time",
          "people",
          "person",
          "data",
          "word",
          "term",
          "question",
          "answer");

  private static final int MOST_TOPICS = 3;
  private static final Set<String> OF_PLACES = Set.of("in", "at", "near", "to", "from", "into");

  /// Things that people call by either name.
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("agreement", "deal", "accord", "pact", "treaty", "contract", "document"),
          Set.of("talk", "negotiation", "discussion", "meeting", "conversation", "summit"),
          Set.of("company", "firm", "business", "corporation"),
          Set.of("law", "act", "bill", "rule", "regulation"),
          Set.of("plan", "proposal", "programme", "program", "project", "scheme"),
          Set.of("election", "vote", "ballot", "referendum"),
          Set.of("war", "conflict", "fighting"),
          Set.of("visit", "trip", "journey"),
          Set.of("conference", "event", "forum"),
          Set.of("country", "state", "nation"),
          Set.of("study", "report", "survey", "research"));

  private static final Pattern POINTING =
      Pattern.compile(
          "(?i)(its|their|his|her|this|that|these|those|both|other|another|such|same)\\b");

  /// @param text of a question, a statement or a headline
  private record Source(String text, List<NounPhrase> phrases) {
    /// What points elsewhere itself ("its roof") is left out.
    static Source of(String text) {
      return new Source(
          text,
          NounPhrases.in(text).stream()
              .filter(phrase -> !POINTING.matcher(phrase.own().of(text)).lookingAt())
              .toList());
    }

    /// The phrases that are not tied to one before them.
    List<NounPhrase> heads() {
      var heads = new ArrayList<NounPhrase>();
      int end = 0;
      for (var phrase : phrases) {
        if (phrase.own().start() >= end) {
          heads.add(phrase);
          end = phrase.whole().end();
        }
      }
      return heads;
    }

    /// With what is tied to it, unless that runs on and on.
    String words(NounPhrase phrase) {
      var whole = phrase.whole().of(text);
      return whole.split(" ").length <= LONGEST_WORDS ? whole : phrase.own().of(text);
    }
  }

  private record Turn(Source question, List<Source> statements, List<Source> headlines) {
    static Turn of(EarlierTurn turn) {
      return new Turn(
          Source.of(turn.question()),
          turn.statements().stream().map(Source::of).toList(),
          turn.headlines().stream().map(Source::of).toList());
    }

    Stream<Source> said() {
      return Stream.concat(Stream.of(question), statements.stream());
    }

    Stream<Source> all() {
      return Stream.concat(said(), headlines.stream());
    }
  }

  private final List<Turn> newestFirst;

  Antecedents(List<EarlierTurn> earlier) {
    this.newestFirst = earlier.reversed().stream().map(Turn::of).toList();
  }

  /// "he", "she".
  Optional<String> person() {
    return inTurns(
        turn -> sure(turn.said(), Persons::isOne).or(() -> sure(turn.said(), Persons::mayBeOne)));
  }

  private static Optional<String> sure(Stream<Source> sources, Predicate<String> test) {
    return sources
        .flatMap(source ->
            source.phrases().stream()
                .filter(phrase -> phrase.kind() == Kind.NAME)
                .filter(phrase -> !OF_PLACES.contains(phrase.preposition()))
                .map(phrase -> Persons.named(phrase.own().of(source.text()))))
        .filter(test)
        .findFirst();
  }

  /// "it".
  ///
  /// @param subject whether the pronoun is what the message is about, rather than an object in it
  Optional<String> thing(boolean subject) {
    return inTurns(turn -> thing(turn.question(), subject));
  }

  private static Optional<String> thing(Source question, boolean subject) {
    var things = new ArrayList<>(question.heads());
    things.removeIf(phrase -> phrase.kind() == Kind.DATE);
    return last(
            question,
            things,
            subject,
            phrase ->
                (phrase.kind() == Kind.NAME || phrase.kind() == Kind.DEFINITE)
                    && !isPlaceOrPerson(question, phrase))
        .or(() -> last(question, things, subject, phrase -> phrase.kind() == Kind.OTHER))
        .or(() -> last(question, things, subject, phrase -> phrase.kind() == Kind.ASKED_FOR))
        .or(() -> last(question, things, subject, _ -> true));
  }

  private static boolean isPlaceOrPerson(Source source, NounPhrase phrase) {
    var name = phrase.own().of(source.text());
    return Persons.isOne(name) || Countries.isOne(name);
  }

  private static Optional<String> last(
      Source source, List<NounPhrase> phrases, boolean first, Predicate<NounPhrase> test) {
    var fitting = phrases.stream().filter(test).toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(source.words(first ? fitting.getFirst() : fitting.getLast()));
  }

  /// "they": of several names, or of a plural.
  Optional<String> several() {
    return inTurns(turn -> first(turn.said(), Antecedents::isSeveral)).or(() -> thing(true));
  }

  private static boolean isSeveral(Source source, NounPhrase phrase) {
    if (phrase.kind() == Kind.DATE) {
      return false;
    }
    var own = phrase.own().of(source.text());
    var tied = source.text().substring(phrase.own().end(), phrase.whole().end());
    boolean plural = own.matches("(?s).*\\p{Ll}[^su’']s") && phrase.kind() != Kind.NAME;
    return plural || tied.startsWith(" and ");
  }

  /// "there", with its preposition: "in Moscow".
  Optional<String> place() {
    return inTurns(turn ->
            place(
                    turn,
                    (source, phrase) ->
                        phrase.kind() == Kind.NAME && OF_PLACES.contains(phrase.preposition()))
                .or(() ->
                    place(
                        turn, (source, phrase) -> Countries.isOne(phrase.own().of(source.text())))))
        .map(place -> "in " + place);
  }

  private static Optional<String> place(Turn turn, Test test) {
    return turn.said()
        .flatMap(source ->
            source.phrases().stream()
                .filter(phrase -> test.fits(source, phrase))
                .map(phrase -> phrase.own().of(source.text())))
        .findFirst();
  }

  /// "then": the date that was asked for or told last.
  Optional<String> time() {
    return inTurns(turn ->
        turn.said()
            .flatMap(source ->
                source.phrases().stream()
                    .filter(phrase -> phrase.kind() == Kind.DATE)
                    .map(phrase ->
                        (phrase.preposition() + " " + phrase.own().of(source.text())).strip()))
            .findFirst());
  }

  /// "that agreement", in as many words as it has somewhere.
  Optional<String> called(String noun) {
    var one = singular(noun);
    if (GENERIC.contains(one)) {
      return Optional.empty();
    }
    var alike = alike(one);
    return inTurns(turn ->
        turn.all()
            .flatMap(source ->
                source.phrases().stream()
                    .filter(phrase -> alike.contains(singular(head(source, phrase))))
                    .map(source::words))
            .filter(words -> words.split(" ").length > 2)
            .findFirst()
            .map(Antecedents::definite));
  }

  /// What the last turn was about, in a few words.
  ///
  /// @param message what it says itself need not be said again
  Optional<String> topic(String message) {
    var said = message.toLowerCase(Locale.ROOT);
    return inTurns(turn -> {
      var words =
          turn.question().heads().stream()
              .filter(phrase -> phrase.kind() != Kind.DATE)
              .map(turn.question()::words)
              .filter(topic -> !said.contains(topic.toLowerCase(Locale.ROOT)))
              .distinct()
              .limit(MOST_TOPICS)
              .collect(Collectors.joining(", "));
      if (words.isEmpty()) {
        return turn.headlines().stream().map(Source::text).findFirst();
      }
      return Optional.of(words)
          .filter(topic -> topic.length() <= LONGEST_TOPIC)
          .or(() -> thing(turn.question(), false));
    });
  }

  private interface Test {
    boolean fits(Source source, NounPhrase phrase);
  }

  private static Optional<String> first(Stream<Source> sources, Test test) {
    return sources
        .flatMap(source ->
            source.phrases().stream()
                .filter(phrase -> test.fits(source, phrase))
                .map(source::words))
        .findFirst();
  }

  private Optional<String> inTurns(Function<Turn, Optional<String>> look) {
    return newestFirst.stream().map(look).flatMap(Optional::stream).findFirst();
  }

  private static String head(Source source, NounPhrase phrase) {
    var own = phrase.own().of(source.text());
    return own.substring(own.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> alike(String noun) {
    return ALIKE.stream().filter(set -> set.contains(noun)).findFirst().orElse(Set.of(noun));
  }

  private static String singular(String noun) {
    if (noun.endsWith("ies")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    return noun.endsWith("s") && !noun.endsWith("ss") ? noun.substring(0, noun.length() - 1) : noun;
  }

  /// "an agreement on energy" was new when it was told, and is known now.
  private static String definite(String words) {
    var bare = words.replaceFirst("(?i)^(an?|the|this|that|these|those|his|her|its|their) ", "");
    boolean name = Character.isUpperCase(bare.codePointAt(0)) && bare.equals(words);
    return name ? bare : "the " + bare;
  }
}
