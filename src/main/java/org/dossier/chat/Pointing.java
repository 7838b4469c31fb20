package org.dossier.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dossier.text.NounPhrase;

/// Puts what is meant in the place of words that point back: "he", "its", "there", "that deal".
///
/// Only the first word that points at a thing is replaced; the next one then points at that. A word
/// that points within its own message ("companies and their staff") or at nothing ("it rains")
/// stays. For one message, and one thread.
final class Pointing {
  private static final Set<String> INTO_A_PLACE = Set.of("in", "at", "on", "near");
  private static final Set<String> BEFORE_A_PLACE = Set.of("from", "in", "near", "around");

  private final Antecedents antecedents;
  private final MessageWords message;
  private final Map<String, Optional<String>> used = new HashMap<>();
  private boolean pointed;

  private Pointing(Antecedents antecedents, MessageWords message) {
    this.antecedents = antecedents;
    this.message = message;
  }

  /// @param question with the words put in
  /// @param pointed whether something points back at all
  /// @param resolved whether at least one such word was replaced
  record Result(String question, boolean pointed, boolean resolved) {}

  static Result resolve(Antecedents antecedents, MessageWords message) {
    var pointing = new Pointing(antecedents, message);
    var question = pointing.replaced();
    if (!pointing.pointed && !message.names()) {
      question = pointing.known();
    }
    return new Result(question, pointing.pointed, !question.equals(message.text()));
  }

  /// Words to stand in the message, up to where those end that they replace.
  private record Replacement(String words, int end) {}

  private String replaced() {
    var result = new StringBuilder();
    int from = 0;
    var matcher = Pointer.pattern().matcher(message.text());
    while (matcher.find(from)) {
      result.append(message.text(), from, matcher.start());
      var pointer = Pointer.at(matcher, message);
      var replacement =
          replacement(pointer).orElse(new Replacement(matcher.group(), pointer.end()));
      result.append(replacement.words());
      from = replacement.end();
    }
    var question = result.append(message.text().substring(from)).toString();
    return question.equals(message.text()) ? question : MessageWords.capitalised(question);
  }

  private Optional<Replacement> replacement(Pointer pointer) {
    return switch (pointer.word()) {
      case "he", "him", "she" -> once("person", pointer, antecedents::person);
      case "his" -> possessive("person", pointer, antecedents::person);
      case "her" ->
          message.at(pointer.start()).isPresent()
              ? possessive("person", pointer, antecedents::person)
              : once("person", pointer, antecedents::person);
      case "it" ->
          pointer.standsForNothing() ? Optional.empty() : once("thing", pointer, thing(pointer));
      case "its" -> possessive("thing", pointer, () -> antecedents.thing(true));
      case "they", "them" ->
          pointer.standsForNothing()
              ? Optional.empty()
              : once("several", pointer, antecedents::several);
      case "their" -> possessive("several", pointer, antecedents::several);
      case "there" -> there(pointer);
      case "then" -> then(pointer);
      default -> demonstrative(pointer);
    };
  }

  private Supplier<Optional<String>> thing(Pointer pointer) {
    return () -> antecedents.thing(!pointer.isNamedBefore());
  }

  private Optional<Replacement> once(
      String kind, Pointer pointer, Supplier<Optional<String>> meant) {
    if (pointer.isNamedInClauseBefore() || pointer.opensRelativeClause()) {
      return Optional.empty();
    }
    return put(kind, meant).map(words -> new Replacement(words, pointer.end()));
  }

  private Optional<Replacement> possessive(
      String kind, Pointer pointer, Supplier<Optional<String>> meant) {
    if (pointer.isNamedBefore()) {
      return Optional.empty();
    }
    return put(kind, meant)
        .map(words -> new Replacement(words + (words.endsWith("s") ? "’" : "’s"), pointer.end()));
  }

  private Optional<String> put(String kind, Supplier<Optional<String>> meant) {
    pointed = true;
    if (used.containsKey(kind)) {
      return Optional.empty();
    }
    var words = meant.get();
    used.put(kind, words);
    return words;
  }

  /// "Who else was there?"; not "are there ferries", nor "there in the harbour".
  private Optional<Replacement> there(Pointer pointer) {
    boolean exists =
        pointer.isBeforeAuxiliary() || (pointer.isAfterAuxiliary() && !pointer.next().isEmpty());
    if (exists || INTO_A_PLACE.contains(pointer.next()) || pointer.isNamedInClauseBefore()) {
      return Optional.empty();
    }
    var in = BEFORE_A_PLACE.contains(pointer.last()) ? "" : "in ";
    return put("place", antecedents::place)
        .map(place -> new Replacement(in + place, pointer.end()));
  }

  /// "Who was president then?"; not "then tell me".
  private Optional<Replacement> then(Pointer pointer) {
    if (pointer.start() == 0 || !pointer.next().isEmpty() || pointer.last().equals("since")) {
      return Optional.empty();
    }
    return put("time", antecedents::time).map(time -> new Replacement(time, pointer.end()));
  }

  private Optional<Replacement> demonstrative(Pointer pointer) {
    if (pointer.opensSaidClause()) {
      return Optional.empty();
    }
    if (pointer.standsAlone()) {
      boolean inside = pointer.start() > 0 && !pointer.next().isEmpty();
      if (pointer.word().equals("that") && inside) {
        return Optional.empty();
      }
      boolean several = pointer.word().equals("these") || pointer.word().equals("those");
      return several
          ? once("several", pointer, antecedents::several)
          : once("thing", pointer, thing(pointer));
    }
    return message.at(pointer.start()).flatMap(phrase -> called(pointer, phrase));
  }

  /// "that agreement".
  private Optional<Replacement> called(Pointer pointer, NounPhrase phrase) {
    if (pointer.isOfTime() || (pointer.word().equals("that") && pointer.opensRelativeClause())) {
      return Optional.empty();
    }
    pointed = true;
    return antecedents
        .called(Nouns.last(phrase.own().of(message.text())))
        .map(words -> new Replacement(words, phrase.own().end()));
  }

  /// "The deal", where the turns before speak of one in more words.
  private String known() {
    for (var phrase : message.phrases()) {
      var own = phrase.own().of(message.text());
      if (phrase.whole().equals(phrase.own()) && own.matches("(?i)the [\\p{L}-]+")) {
        var words = antecedents.called(Nouns.last(own));
        if (words.isPresent()) {
          return message.with(words.get(), phrase.own().start(), phrase.own().end());
        }
      }
    }
    return message.text();
  }
}
