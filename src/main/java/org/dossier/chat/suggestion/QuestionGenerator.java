package org.dossier.chat.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.text.date.DateFinder;
import org.dossier.text.name.PersonNames;
import org.dossier.text.phrase.ClauseParse;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// Generates questions from the English statement that answers them: from "The bridge was opened in
/// May", "When was the bridge opened?". It uses only plain statements whose question reads
/// naturally; no question is better than a bad one.
public final class QuestionGenerator {
  private static final Pattern SPEAKING =
      Pattern.compile("say|announce|claim|explain|stress|warn|add");
  private static final Pattern ANAPHORIC =
      Pattern.compile(
          "(?i)(?:he|she|it|they|we|i|you|this|that|these|those|its|his|her|their|our|my|your|both|another|other|such|each|some"
              + "|many|several|most|all|no|one)\\b.*");

  /// "When did she put forward?": the question lost the object of the phrasal verb.
  private static final Pattern INCOMPLETE =
      Pattern.compile(".* (?:forward|out|up|down|off|on|in|over|back|away)\\?");

  /// "Ali Baqeri, a senior security official, …"; "Ali Baqeri, who is …".
  private static final String APPOSITION = ", (?:an?|the|who is|who was) ";

  /// "The conditions": only the article says which ones.
  private static final Pattern VAGUE = Pattern.compile("(?i)the \\p{L}+s");

  private static final Pattern AT_A_PLACE = Pattern.compile("(?i) place (?:in|at) \\p{Lu}.*");
  private static final int MAX_WORDS = 14;

  private QuestionGenerator() {}

  /// The questions that `sentence` answers, the best first; possibly empty.
  public static List<String> generate(String sentence) {
    var questions = new ArrayList<String>();
    ClauseParse.of(sentence)
        .filter(clauseParse -> !ANAPHORIC.matcher(clauseParse.subject()).matches())
        .flatMap(QuestionGenerator::about)
        .ifPresent(questions::add);
    person(sentence).map(name -> "Who is " + name + "?").ifPresent(questions::add);
    questions.removeIf(question -> question.split(" ").length > MAX_WORDS);
    questions.removeIf(question -> INCOMPLETE.matcher(question).matches());
    return questions;
  }

  private static Optional<String> about(ClauseParse clauseParse) {
    var subject = lowerCaseInitial(clauseParse.subject());
    boolean dated = !DateFinder.find(clauseParse.rest(), null).isEmpty();
    if (clauseParse.passive()) {
      var was = clauseParse.verb().split(" ", 2);
      return dated
          ? Optional.of("When %s %s %s?".formatted(was[0], subject, was[1]))
          : Optional.empty();
    }
    if (SPEAKING.matcher(clauseParse.verb()).matches()) {
      return topic(clauseParse).map(topic -> "What did %s say about %s?".formatted(subject, topic));
    }
    if (clauseParse.verb().equals("take") && AT_A_PLACE.matcher(clauseParse.rest()).matches()) {
      return Optional.of("Where did %s take place?".formatted(subject));
    }
    boolean plain =
        !clauseParse.object().isEmpty() && !ANAPHORIC.matcher(clauseParse.object()).matches();
    return dated && plain
        ? Optional.of(
            "When did %s %s %s?"
                .formatted(subject, clauseParse.verb(), lowerCaseInitial(clauseParse.object())))
        : Optional.empty();
  }

  /// The topic of a speaker: the first definite phrase or name.
  private static Optional<String> topic(ClauseParse clauseParse) {
    return NounPhraseChunker.chunk(clauseParse.rest()).stream()
        .filter(phrase ->
            switch (phrase.kind()) {
              case NAME -> true;
              case DEFINITE -> !VAGUE.matcher(phrase.own().of(clauseParse.rest())).matches();
              case OTHER, ASKED_FOR, DATE -> false;
            })
        .map(phrase -> phrase.own().of(clauseParse.rest()))
        .filter(
            topic -> !ANAPHORIC.matcher(topic).matches() && !clauseParse.subject().contains(topic))
        .findFirst();
  }

  private static Optional<String> person(String sentence) {
    return NounPhraseChunker.chunk(sentence).stream()
        .filter(phrase -> phrase.kind() == NounPhrase.Kind.NAME)
        .filter(phrase -> PersonNames.isFullName(phrase.own().of(sentence)))
        .filter(phrase ->
            Pattern.compile(APPOSITION).matcher(sentence.substring(phrase.own().end())).lookingAt())
        .map(phrase -> phrase.own().of(sentence))
        .findFirst();
  }

  /// The phrase as it is written inside a sentence.
  private static String lowerCaseInitial(String phrase) {
    boolean plain = phrase.matches("(?:The|An?|A) .*|\\p{Lu}\\p{Ll}+-\\p{Ll}+ .*");
    return plain ? Character.toLowerCase(phrase.charAt(0)) + phrase.substring(1) : phrase;
  }
}
