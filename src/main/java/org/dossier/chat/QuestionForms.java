package org.dossier.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.text.Clause;
import org.dossier.text.Dates;
import org.dossier.text.NounPhrase;
import org.dossier.text.NounPhrases;

/// Turns an English statement round into questions that it answers: "The bridge was opened in May"
/// into "When was the bridge opened?". Only plain statements whose question reads naturally; none
/// is better than a bad one.
final class QuestionForms {
  private static final Pattern SPEAKING =
      Pattern.compile("say|announce|claim|explain|stress|warn|add");
  private static final Pattern POINTING =
      Pattern.compile(
          "(?i)(?:he|she|it|they|we|i|you|this|that|these|those|its|his|her|their|our|my|your|both|another|other|such|each|some"
              + "|many|several|most|all|no|one)\\b.*");

  /// "When did she put forward?": the question lost what the verb's particle is about.
  private static final Pattern BROKEN_OFF =
      Pattern.compile(".* (?:forward|out|up|down|off|on|in|over|back|away)\\?");

  /// "Ali Baqeri, a senior security official, …"; "Ali Baqeri, who is …".
  private static final String WHO_ONE_IS = ", (?:an?|the|who is|who was) ";

  /// "The conditions": which ones, only the article tells.
  private static final Pattern VAGUE = Pattern.compile("(?i)the \\p{L}+s");

  private static final Pattern AT_A_PLACE = Pattern.compile("(?i) place (?:in|at) \\p{Lu}.*");
  private static final int LONGEST_WORDS = 14;

  private QuestionForms() {}

  /// What `sentence` answers, the best question first; perhaps nothing.
  static List<String> answeredBy(String sentence) {
    var questions = new ArrayList<String>();
    Clause.of(sentence)
        .filter(clause -> !POINTING.matcher(clause.subject()).matches())
        .flatMap(clause -> about(clause, sentence))
        .ifPresent(questions::add);
    person(sentence).map(name -> "Who is " + name + "?").ifPresent(questions::add);
    questions.removeIf(question -> question.split(" ").length > LONGEST_WORDS);
    questions.removeIf(question -> BROKEN_OFF.matcher(question).matches());
    return questions;
  }

  private static Optional<String> about(Clause clause, String sentence) {
    var subject = inside(clause.subject());
    boolean dated = !Dates.in(clause.rest(), null).isEmpty();
    if (clause.passive()) {
      var was = clause.verb().split(" ", 2);
      return dated
          ? Optional.of("When %s %s %s?".formatted(was[0], subject, was[1]))
          : Optional.empty();
    }
    if (SPEAKING.matcher(clause.verb()).matches()) {
      return topic(clause).map(topic -> "What did %s say about %s?".formatted(subject, topic));
    }
    if (clause.verb().equals("take") && AT_A_PLACE.matcher(clause.rest()).matches()) {
      return Optional.of("Where did %s take place?".formatted(subject));
    }
    boolean plain = !clause.object().isEmpty() && !POINTING.matcher(clause.object()).matches();
    return dated && plain
        ? Optional.of(
            "When did %s %s %s?".formatted(subject, clause.verb(), inside(clause.object())))
        : Optional.empty();
  }

  /// What a speaker spoke of: the first thing named as known, or by its name.
  private static Optional<String> topic(Clause clause) {
    return NounPhrases.in(clause.rest()).stream()
        .filter(phrase ->
            switch (phrase.kind()) {
              case NAME -> true;
              case DEFINITE -> !VAGUE.matcher(phrase.own().of(clause.rest())).matches();
              case OTHER, ASKED_FOR, DATE -> false;
            })
        .map(phrase -> phrase.own().of(clause.rest()))
        .filter(topic -> !POINTING.matcher(topic).matches() && !clause.subject().contains(topic))
        .findFirst();
  }

  private static Optional<String> person(String sentence) {
    return NounPhrases.in(sentence).stream()
        .filter(phrase -> phrase.kind() == NounPhrase.Kind.NAME)
        .filter(phrase -> Persons.isOne(phrase.own().of(sentence)))
        .filter(phrase ->
            Pattern.compile(WHO_ONE_IS).matcher(sentence.substring(phrase.own().end())).lookingAt())
        .map(phrase -> phrase.own().of(sentence))
        .findFirst();
  }

  /// As it is written inside a sentence.
  private static String inside(String phrase) {
    boolean plain = phrase.matches("(?:The|An?|A) .*|\\p{Lu}\\p{Ll}+-\\p{Ll}+ .*");
    return plain ? Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1) : phrase;
  }
}
