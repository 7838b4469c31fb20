package org.dossier.chat.rewriting;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.question.AnswerType;
import org.dossier.text.MessageLanguage;
import org.dossier.text.phrase.NounPhrase;

/// A message that refers to something before it, although nothing was said before: "What did he
/// say?", "Why?" English only.
///
/// @param pronoun the pronoun without an antecedent, in lower case; empty for "why?"
public record UnclearReference(String pronoun) {
  private static final Set<String> PERSONS = Set.of("he", "him", "his", "she", "her");
  private static final Set<String> OTHERS = Set.of("it", "its", "they", "them", "their");

  /// A request without a question word.
  private static final Pattern REQUEST =
      Pattern.compile("(?i)^(?:please )?(?:tell|show|give|explain|describe|summari[sz]e)\\b.*");

  /// "What time is it?" and "how is it going?" refer to nothing.
  private static final Pattern IMPERSONAL =
      Pattern.compile(
          "(?i).*\\b(?:(?:time|day|date|month|year|season) (?:is|was) it|is it (?:going|like)|it (?:rains?|snows?)|(?:does|did|will|would) it cost (?:\\w+ )?to|it too (?:late|early)|(?:do|did) they (?:say|call) (?:that|it))\\b.*");

  private static final Pattern NEXT =
      Pattern.compile(
          "(?i)(?:and|so|but|ok|okay)?,? ?(?:then(?: what)?|what (?:then|next)|what happened (?:then|next|after (?:that|this)))[?.! ]*");

  /// The unclear reference of `line`, if it is the first message of a conversation; empty if the
  /// message names anything itself.
  ///
  /// @param line the message on one line
  public static Optional<UnclearReference> find(String line) {
    if (IMPERSONAL.matcher(line).matches()) {
      return Optional.empty();
    }
    if (EllipsisResolver.isQuestionWord(line) || NEXT.matcher(line).matches()) {
      return Optional.of(new UnclearReference(""));
    }
    boolean asks = AnswerType.isQuestion(line) || REQUEST.matcher(line).matches();
    if (!asks || !MessageLanguage.isEnglish(line)) {
      return Optional.empty();
    }
    var message = MessageWords.of(line);
    return message.phrases().stream().allMatch(phrase -> namesNothing(message, phrase))
        ? pronoun(message)
        : Optional.empty();
  }

  /// True for a person: "he".
  public boolean isPerson() {
    return PERSONS.contains(pronoun);
  }

  private static boolean namesNothing(MessageWords message, NounPhrase phrase) {
    return switch (phrase.kind()) {
      case DATE, ASKED_FOR -> true;
      // "its price", "his job"
      case DEFINITE -> Mentions.isAnaphoric(phrase.own().of(message.text()));
      case NAME, OTHER -> false;
    };
  }

  private static boolean isPossessive(MessageWords message, Anaphor anaphor) {
    return message.phraseAt(anaphor.start()).isPresent();
  }

  private static Optional<UnclearReference> pronoun(MessageWords message) {
    return Anaphor.pattern()
        .matcher(message.text())
        .results()
        .map(found -> Anaphor.at(found, message))
        .filter(anaphor -> PERSONS.contains(anaphor.word()) || OTHERS.contains(anaphor.word()))
        .filter(anaphor -> !anaphor.isPleonastic() && !anaphor.opensRelativeClause())
        // "What is his job?", but "Which company owns its ferries?"
        .filter(anaphor -> !isPossessive(message, anaphor) || anaphor.isAfterAuxiliary())
        .map(anaphor -> new UnclearReference(anaphor.word()))
        .findFirst();
  }
}
