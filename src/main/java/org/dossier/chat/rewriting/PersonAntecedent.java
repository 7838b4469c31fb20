package org.dossier.chat.rewriting;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.question.AnswerType;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhrase.Kind;

/// The person of one turn that "he" or "she" may refer to.
///
/// After a question for a person it is the one that the answer names. Otherwise it is a person of
/// the question, or the one that its answer begins with. A full name is preferred to a possible
/// family name.
///
/// @param question the question
/// @param statements the statements of the answer, possibly none
record PersonAntecedent(Mentions question, List<Mentions> statements) {
  /// "Who is Marta Holm?" asks for no other person.
  private static final Pattern WHO_IS = Pattern.compile("(?i)^who(?:['’]s| is| was) ");

  private static final Pattern WHO_DID =
      Pattern.compile("(?i)^(?:and |so |but )?(?:who|whom) (?:did|does|has|had|will|would) ");

  private static final Pattern SOURCE = Pattern.compile("(?i)\\baccording to $");
  private static final Pattern ORIGIN = Pattern.compile(" (?:of|from) .*");

  PersonAntecedent {
    statements = List.copyOf(statements);
  }

  Optional<String> find() {
    var personNoun = personNoun();
    return ofQuestion()
        .or(() -> personNoun.isPresent() ? subject().or(() -> personNoun) : Optional.empty())
        .or(() -> first(statements.stream(), PersonNames::isFullName))
        .or(() -> first(texts(), PersonNames::mayBeName));
  }

  /// The person whom the question is about or asks for, by name.
  Optional<String> ofQuestion() {
    return agent().or(this::answer).or(() -> first(Stream.of(question), PersonNames::isFullName));
  }

  /// The person of whom the question asks whom they met: "Who did Holm meet?" is about Holm. A
  /// single name is a person's if the answer says so: "Holm, who …", "Holm said".
  private Optional<String> agent() {
    var matcher = WHO_DID.matcher(question.text());
    return matcher.find()
        ? question.phrases().stream()
            .filter(phrase -> phrase.own().start() == matcher.end())
            .flatMap(phrase -> names(question, phrase))
            .filter(name ->
                PersonNames.isFullName(name)
                    || (PersonNames.mayBeName(name) && isPersonInAnswer(name)))
            .findFirst()
        : Optional.empty();
  }

  private boolean isPersonInAnswer(String name) {
    var person =
        Pattern.compile(
            "\\b" + Pattern.quote(name) + "(?:,? who\\b|,? (?:said|says|told|added|stated)\\b)");
    return statements.stream().anyMatch(statement -> person.matcher(statement.text()).find());
  }

  private Stream<Mentions> texts() {
    return Stream.concat(Stream.of(question), statements.stream());
  }

  /// The person that the answer names first, if the question asks for one.
  private Optional<String> answer() {
    return asksForPerson()
        ? first(statements.stream().limit(1), this::isNew).map(this::fullName)
        : Optional.empty();
  }

  private boolean asksForPerson() {
    var text = question.text();
    return !namesPersonAskedFor()
        && (AnswerType.of(text) == AnswerType.PERSON
            || question.phrases().stream().anyMatch(this::isPersonAskedFor));
  }

  private boolean namesPersonAskedFor() {
    var matcher = WHO_IS.matcher(question.text());
    return matcher.find()
        && question.phrases().stream()
            .filter(phrase -> phrase.own().start() == matcher.end())
            .anyMatch(phrase -> PersonNames.mayBeName(question.own(phrase)));
  }

  /// "Which minister", "which Iranian".
  private boolean isPersonAskedFor(NounPhrase phrase) {
    var own = question.own(phrase);
    return phrase.kind() == Kind.ASKED_FOR
        && !isPlural(own)
        && (PersonNames.isPersonNoun(question.noun(phrase)) || Aliases.isDemonym(own));
  }

  private boolean isNew(String name) {
    return PersonNames.mayBeName(name) && !question.text().contains(name);
  }

  /// The full name, if only the last word of it is given and the answer has both.
  private String fullName(String name) {
    return name.contains(" ")
        ? name
        : first(statements.stream(), other -> isFullNameOf(other, name)).orElse(name);
  }

  private static boolean isFullNameOf(String full, String name) {
    return PersonNames.isFullName(full) && full.endsWith(" " + name);
  }

  /// The person that the answer begins with.
  private Optional<String> subject() {
    return statements.stream()
        .limit(1)
        .flatMap(statement ->
            statement.phrases().stream()
                .limit(1)
                .filter(phrase -> phrase.own().start() == 0)
                .flatMap(phrase -> names(statement, phrase)))
        .filter(PersonNames::isFullName)
        .findFirst();
  }

  /// "The mayor of Bergen".
  private Optional<String> personNoun() {
    return question.heads().stream()
        .filter(phrase -> phrase.kind() == Kind.DEFINITE)
        .filter(phrase -> !isPlural(question.own(phrase)))
        .filter(phrase -> PersonNames.isPersonNoun(question.noun(phrase)))
        .map(question::words)
        .findFirst();
  }

  private static boolean isPlural(String phrase) {
    return phrase.endsWith("s") && !phrase.endsWith("ss");
  }

  private static Optional<String> first(Stream<Mentions> texts, Predicate<String> test) {
    return texts
        .flatMap(mentions ->
            mentions.phrases().stream()
                .filter(phrase -> phrase.kind() == Kind.NAME)
                .filter(phrase -> !isPlace(mentions, phrase) && !isQuoted(mentions, phrase))
                .flatMap(phrase -> names(mentions, phrase)))
        .filter(test)
        .findFirst();
  }

  private static boolean isPlace(Mentions mentions, NounPhrase phrase) {
    return Antecedents.PLACE_PREPOSITIONS.contains(phrase.preposition())
        && !SOURCE.matcher(mentions.text().substring(0, phrase.own().start())).find();
  }

  /// True for what begins a quotation: the title of a song is no person.
  private static boolean isQuoted(Mentions mentions, NounPhrase phrase) {
    int start = phrase.own().start();
    return start > 0 && "\"“‘«„".indexOf(mentions.text().charAt(start - 1)) >= 0;
  }

  /// The names in a phrase: "Norway" and "Marta Holm" in "Norway's Marta Holm".
  private static Stream<String> names(Mentions mentions, NounPhrase phrase) {
    return NameFinder.find(mentions.text()).stream()
        .filter(phrase.own()::contains)
        .map((Span name) -> PersonNames.withoutPossessive(name.of(mentions.text())))
        .map(PersonAntecedent::withoutOrigin);
  }

  /// "Marta Holm" of "Marta Holm of Bergen", but "Bank of Norway".
  private static String withoutOrigin(String name) {
    var bare = ORIGIN.matcher(name).replaceFirst("");
    return PersonNames.isFullName(bare) && !PersonNames.isPersonNoun(NounSynonyms.headNoun(bare))
        ? bare
        : name;
  }
}
