package org.dossier.chat.rewriting;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dossier.text.phrase.NounPhrase;

/// Replaces anaphors by their antecedents: "he", "its", "there", "that deal".
///
/// Only the first anaphor of a kind is replaced; later ones then refer to the replacement. An
/// anaphor that refers to a phrase of its own message ("companies and their staff") or to nothing
/// ("it rains") stays. For one message, and one thread.
final class AnaphoraResolver {
  private static final Set<String> INTO_A_PLACE = Set.of("in", "at", "on", "near");
  private static final Set<String> BEFORE_A_PLACE = Set.of("from", "in", "near", "around");

  private final Antecedents antecedents;
  private final MessageWords message;
  private final Map<String, Optional<String>> used = new HashMap<>();
  private boolean hasAnaphor;
  private boolean lacksPerson;

  private AnaphoraResolver(Antecedents antecedents, MessageWords message) {
    this.antecedents = antecedents;
    this.message = message;
  }

  /// The result of a resolution.
  ///
  /// @param question the message with anaphors replaced
  /// @param hasAnaphor true if the message has an anaphor
  /// @param resolved true if at least one anaphor was replaced
  /// @param lacksPerson true if an anaphor refers to a person, and no person was found
  record Result(String question, boolean hasAnaphor, boolean resolved, boolean lacksPerson) {}

  static Result resolve(Antecedents antecedents, MessageWords message) {
    var anaphoraResolver = new AnaphoraResolver(antecedents, message);
    var question = anaphoraResolver.replaceAll();
    if (!anaphoraResolver.hasAnaphor && !message.hasName()) {
      question = anaphoraResolver.expandDefiniteNoun();
    }
    return new Result(
        question,
        anaphoraResolver.hasAnaphor,
        !question.equals(message.text()),
        anaphoraResolver.lacksPerson);
  }

  /// A replacement, and the offset where the replaced words end.
  private record Replacement(String words, int end) {}

  private String replaceAll() {
    var result = new StringBuilder();
    int from = 0;
    var matcher = Anaphor.pattern().matcher(message.text());
    while (matcher.find(from)) {
      result.append(message.text(), from, matcher.start());
      var anaphor = Anaphor.at(matcher, message);
      var replacement =
          replacement(anaphor).orElse(new Replacement(matcher.group(), anaphor.end()));
      result.append(replacement.words());
      from = replacement.end();
    }
    var question = result.append(message.text().substring(from)).toString();
    return question.equals(message.text()) ? question : MessageWords.capitalize(question);
  }

  private Optional<Replacement> replacement(Anaphor anaphor) {
    return switch (anaphor.word()) {
      case "he", "him", "she" -> replaceOnce("person", anaphor, antecedents::person);
      case "his" -> possessive("person", anaphor, antecedents::person);
      case "her" ->
          message.phraseAt(anaphor.start()).isPresent()
              ? possessive("person", anaphor, antecedents::person)
              : replaceOnce("person", anaphor, antecedents::person);
      case "it" ->
          anaphor.isPleonastic() || isOfDo(anaphor)
              ? Optional.empty()
              : replaceOnce("thing", anaphor, thing(anaphor));
      case "its" -> possessive("thing", anaphor, () -> antecedents.thing(true));
      case "they", "them" ->
          anaphor.isPleonastic()
              ? Optional.empty()
              : replaceOnce("several", anaphor, antecedents::several);
      case "their" -> possessive("several", anaphor, antecedents::several);
      case "there" -> there(anaphor);
      case "then" -> then(anaphor);
      default -> demonstrative(anaphor);
    };
  }

  /// True for "Who did that?", which refers to something that no noun names.
  private boolean isOfDo(Anaphor anaphor) {
    hasAnaphor |= anaphor.isOfDo();
    return anaphor.isOfDo();
  }

  private Supplier<Optional<String>> thing(Anaphor anaphor) {
    return () ->
        anaphor.isOfEvent()
            ? antecedents.event(!anaphor.isNamedBefore())
            : antecedents.thing(!anaphor.isNamedBefore());
  }

  private Optional<Replacement> replaceOnce(
      String kind, Anaphor anaphor, Supplier<Optional<String>> finder) {
    if (anaphor.isNamedInClauseBefore() || anaphor.opensRelativeClause()) {
      return Optional.empty();
    }
    return antecedent(kind, finder).map(words -> new Replacement(words, anaphor.end()));
  }

  private Optional<Replacement> possessive(
      String kind, Anaphor anaphor, Supplier<Optional<String>> finder) {
    if (anaphor.isNamedBefore()) {
      return Optional.empty();
    }
    return antecedent(kind, finder)
        .map(words -> new Replacement(words + (words.endsWith("s") ? "’" : "’s"), anaphor.end()));
  }

  private Optional<String> antecedent(String kind, Supplier<Optional<String>> finder) {
    hasAnaphor = true;
    if (used.containsKey(kind)) {
      return Optional.empty();
    }
    // Two pronouns in one message do not refer to the same: "What do they want for it?"
    var words = finder.get().filter(found -> !used.containsValue(Optional.of(found)));
    lacksPerson |= kind.equals("person") && words.isEmpty();
    used.put(kind, words);
    return words;
  }

  /// Resolves "there" as in "Who else was there?", not as in "are there ferries" or "there in the
  /// harbour".
  private Optional<Replacement> there(Anaphor anaphor) {
    boolean exists =
        anaphor.isBeforeAuxiliary()
            || anaphor.isCounted()
            || (anaphor.isAfterAuxiliary() && !anaphor.next().isEmpty());
    if (exists || INTO_A_PLACE.contains(anaphor.next()) || anaphor.isNamedInClauseBefore()) {
      return Optional.empty();
    }
    var in = BEFORE_A_PLACE.contains(anaphor.previous()) ? "" : "in ";
    return antecedent("place", antecedents::place)
        .map(place -> new Replacement(in + place, anaphor.end()));
  }

  /// Resolves "then" as in "Who was president then?", not as in "then tell me".
  private Optional<Replacement> then(Anaphor anaphor) {
    if (anaphor.start() == 0 || !anaphor.next().isEmpty() || anaphor.previous().equals("since")) {
      return Optional.empty();
    }
    return antecedent("time", antecedents::time).map(time -> new Replacement(time, anaphor.end()));
  }

  private Optional<Replacement> demonstrative(Anaphor anaphor) {
    if (anaphor.opensSaidClause() || isOfDo(anaphor)) {
      return Optional.empty();
    }
    if (anaphor.isPronoun()) {
      boolean inside = anaphor.start() > 0 && !anaphor.next().isEmpty();
      if (anaphor.word().equals("that") && inside) {
        return Optional.empty();
      }
      boolean several = anaphor.word().equals("these") || anaphor.word().equals("those");
      return several
          ? replaceOnce("several", anaphor, antecedents::several)
          : replaceOnce("thing", anaphor, thing(anaphor));
    }
    return message.phraseAt(anaphor.start()).flatMap(phrase -> withNoun(anaphor, phrase));
  }

  /// Resolves a demonstrative with a noun: "that agreement".
  private Optional<Replacement> withNoun(Anaphor anaphor, NounPhrase phrase) {
    if (anaphor.isOfTime() || (anaphor.word().equals("that") && anaphor.opensRelativeClause())) {
      return Optional.empty();
    }
    hasAnaphor = true;
    return antecedents
        .withNoun(NounSynonyms.headNoun(phrase.own().of(message.text())))
        .map(words -> new Replacement(words, phrase.own().end()));
  }

  /// Expands a definite noun, "The deal", if a previous turn has the same noun in a longer phrase.
  private String expandDefiniteNoun() {
    for (var phrase : message.phrases()) {
      var own = phrase.own().of(message.text());
      var noun = NounSynonyms.headNoun(own);
      if (phrase.whole().equals(phrase.own())
          && own.matches("(?i)the [\\p{L}-]+")
          && !Anaphor.isTimeNoun(noun)) {
        var words = antecedents.withNoun(noun);
        if (words.isPresent()) {
          return message.replace(words.get(), phrase.own().start(), phrase.own().end());
        }
      }
    }
    return message.text();
  }
}
