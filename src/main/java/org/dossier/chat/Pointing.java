package org.dossier.chat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.NounPhrase;
import org.dossier.text.NounPhrases;

/// Puts what is meant in the place of words that point back: "he", "its", "there", "that deal".
///
/// Only the first word that points at a thing is replaced; the next one then points at that. A word
/// that points within its own message ("companies and their staff") or at nothing ("it rains")
/// stays.
final class Pointing {
  /// What is said of a clause that follows, or of the weather.
  private static final String OF_A_CLAUSE =
      "(?:(?:possible|true|important|necessary|legal|safer?|ok|okay|better|best|worth|hard|easy|difficult|likely"
          + "|normal|common|correct|right|fair|clear|interesting) (?:to|that|if|for|when|why|how|what)"
          + "|because|time|raining|snowing)\\b";

  /// "it" that stands for nothing.
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)\\bit(?:['’]s| is| was| will be| would be| has been)?(?: not)?(?: so| very| too)? "
              + OF_A_CLAUSE
              + "|\\b(?:is|isn['’]t|was|wasn['’]t) it (?:not |so |very |too |also )*"
              + OF_A_CLAUSE
              + "|\\b(?:does|did|will|would) it (?:take(?! place)|matter)\\b|\\bdo they mean\\b");

  private static final Pattern POINTER =
      Pattern.compile(
          "(?i)\\b(he|him|his|she|her|it|its|they|them|their|there|then|this|that|these|those)(?:['’]s)?\\b");

  private static final Pattern NEXT_WORD =
      Pattern.compile("\\G ([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*)");
  private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}\\p{N}’'-]+) $");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)[,;:.?!]\\s|\\b(?:and|but|if|when|because|while|where|who|which|that|so|or|after|before)\\b");

  /// Behind these "that" opens a clause.
  private static final Set<String> OF_SAYING =
      Set.of(
          "say", "says", "said", "think", "know", "heard", "hear", "mean", "means", "believe", "so",
          "show", "shows", "feel", "sure", "given", "told", "ensure", "fact", "agree", "agreed",
          "claim", "claims", "true", "assume", "see", "saying");

  /// "this year" points at the calendar.
  private static final Set<String> OF_TIME =
      Set.of(
          "year",
          "month",
          "week",
          "morning",
          "afternoon",
          "evening",
          "night",
          "day",
          "fall",
          "spring",
          "summer",
          "winter",
          "autumn",
          "time",
          "century",
          "decade",
          "weekend",
          "way",
          "means");

  private static final Set<String> AUXILIARIES =
      Set.of(
          "is", "are", "was", "were", "be", "been", "do", "does", "did", "has", "have", "had",
          "will", "would", "can", "could", "should", "may", "might", "must");

  private final Antecedents antecedents;
  private final String message;
  private final Map<String, Optional<String>> used = new HashMap<>();
  private boolean pointed;

  private Pointing(Antecedents antecedents, String message) {
    this.antecedents = antecedents;
    this.message = message;
  }

  /// "The deal", where the turns before speak of one in more words, and the message names nothing.
  private static final Pattern KNOWN = Pattern.compile("(?i)\\bthe ([\\p{L}-]+)");

  /// @param question with the words put in
  /// @param pointed whether something points back at all
  /// @param resolved whether at least one such word was replaced
  record Result(String question, boolean pointed, boolean resolved) {}

  static Result resolve(Antecedents antecedents, String message) {
    var pointing = new Pointing(antecedents, message);
    var question = pointing.replaced();
    if (!pointing.pointed) {
      question = pointing.known();
    }
    return new Result(question, pointing.pointed, !question.equals(message));
  }

  private String replaced() {
    var result = new StringBuilder();
    int from = 0;
    var matcher = POINTER.matcher(message);
    while (matcher.find(from)) {
      result.append(message, from, matcher.start());
      var found = matcher.toMatchResult();
      var replacement = replacement(found);
      from = end(found, replacement);
      result.append(
          replacement.map(Replacement::words).orElse(message.substring(found.start(), from)));
    }
    return capitalised(result.append(message.substring(from)).toString());
  }

  private String known() {
    var phrases = NounPhrases.in(message);
    if (phrases.stream().anyMatch(phrase -> phrase.kind() == NounPhrase.Kind.NAME)) {
      return message;
    }
    for (var phrase : phrases) {
      var matcher = KNOWN.matcher(phrase.own().of(message));
      if (matcher.matches() && phrase.whole().equals(phrase.own())) {
        var words = antecedents.called(matcher.group(1).toLowerCase(Locale.ROOT));
        if (words.isPresent()) {
          var rest = message.substring(phrase.own().end());
          return capitalised(message.substring(0, phrase.own().start()) + words.get() + rest);
        }
      }
    }
    return message;
  }

  /// @param words to stand there
  /// @param end where what they replace ends
  private record Replacement(String words, int end) {}

  private static int end(MatchResult found, Optional<Replacement> replacement) {
    return replacement.map(Replacement::end).orElse(found.end());
  }

  private Optional<Replacement> replacement(MatchResult found) {
    var word = found.group(1).toLowerCase(Locale.ROOT);
    // “he’s” is “he is”.
    int end = found.end(1);
    return switch (word) {
      case "he", "him", "she" -> once("person", found, antecedents::person, end);
      case "his" -> possessive("person", found, antecedents::person);
      case "her" ->
          isFollowedByThing(found)
              ? possessive("person", found, antecedents::person)
              : once("person", found, antecedents::person, end);
      case "it" ->
          isNothing(found)
              ? Optional.empty()
              : once("thing", found, () -> antecedents.thing(isSubject(found)), end);
      case "its" -> possessive("thing", found, () -> antecedents.thing(true));
      case "they", "them" ->
          isNothing(found) ? Optional.empty() : once("several", found, antecedents::several, end);
      case "their" -> possessive("several", found, antecedents::several);
      case "there" -> there(found);
      case "then" -> then(found);
      default -> demonstrative(word, found);
    };
  }

  private Optional<Replacement> once(
      String kind, MatchResult found, Supplier<Optional<String>> meant, int end) {
    if (isWithin(found, true) || opensRelativeClause(found)) {
      return Optional.empty();
    }
    return put(kind, meant).map(words -> new Replacement(words, end));
  }

  private Optional<Replacement> possessive(
      String kind, MatchResult found, Supplier<Optional<String>> meant) {
    if (isWithin(found, false)) {
      return Optional.empty();
    }
    return put(kind, meant)
        .map(words -> new Replacement(words + (words.endsWith("s") ? "’" : "’s"), found.end(1)));
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

  /// Whether the message itself says before what the word means: in a clause before its own, or for
  /// a possessive anywhere.
  private boolean isWithin(MatchResult found, boolean otherClause) {
    var before = message.substring(0, found.start());
    return NounPhrases.in(before).stream()
        .filter(phrase -> phrase.kind() != NounPhrase.Kind.DATE)
        .anyMatch(
            phrase -> !otherClause || CLAUSE.matcher(before.substring(phrase.own().end())).find());
  }

  /// "the money they use".
  private boolean opensRelativeClause(MatchResult found) {
    return NounPhrases.in(message).stream()
        .anyMatch(phrase -> phrase.own().end() == found.start() - 1);
  }

  private boolean isNothing(MatchResult found) {
    var matcher = NOTHING.matcher(message);
    while (matcher.find()) {
      if (matcher.start() <= found.start() && found.end() <= matcher.end()) {
        return true;
      }
    }
    return false;
  }

  /// The word is a subject if it is the first thing that the message speaks of.
  private boolean isSubject(MatchResult found) {
    return NounPhrases.in(message.substring(0, found.start())).isEmpty();
  }

  private Optional<Replacement> there(MatchResult found) {
    var next = next(found);
    boolean placed = Set.of("in", "at", "on", "near").contains(next);
    boolean exists =
        AUXILIARIES.contains(next) || (AUXILIARIES.contains(last(found)) && !next.isEmpty());
    if (exists || placed || isWithin(found, true)) {
      return Optional.empty();
    }
    boolean from = Set.of("from", "in", "near", "around").contains(last(found));
    return put("place", antecedents::place)
        .map(place -> new Replacement(from ? place.substring("in ".length()) : place, found.end()));
  }

  /// "Who was president then?"; not "then tell me".
  private Optional<Replacement> then(MatchResult found) {
    if (found.start() == 0 || !next(found).isEmpty() || last(found).equals("since")) {
      return Optional.empty();
    }
    return put("time", antecedents::time).map(time -> new Replacement(time, found.end()));
  }

  private Optional<Replacement> demonstrative(String word, MatchResult found) {
    var next = next(found);
    var last = last(found);
    if (word.equals("that") && OF_SAYING.contains(last)) {
      return Optional.empty();
    }
    if (next.isEmpty() || AUXILIARIES.contains(next)) {
      boolean relative = word.equals("that") && !next.isEmpty() && found.start() > 0;
      boolean several = word.equals("these") || word.equals("those");
      return relative
          ? Optional.empty()
          : once(
              several ? "several" : "thing",
              found,
              () -> several ? antecedents.several() : antecedents.thing(isSubject(found)),
              found.end(1));
    }
    var phrase =
        NounPhrases.in(message).stream()
            .filter(candidate -> candidate.own().start() == found.start())
            .findFirst();
    if (phrase.isEmpty() || OF_TIME.contains(next) || isRelative(word, last, found)) {
      return Optional.empty();
    }
    pointed = true;
    var own = phrase.get().own().of(message);
    return antecedents
        .called(own.substring(own.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
        .map(words -> new Replacement(words, phrase.get().own().end()));
  }

  /// "the talks that officials held": a noun stands before it.
  private boolean isRelative(String word, String last, MatchResult found) {
    return word.equals("that") && !last.isEmpty() && opensRelativeClause(found);
  }

  private boolean isFollowedByThing(MatchResult found) {
    return NounPhrases.in(message).stream().anyMatch(p -> p.own().start() == found.start());
  }

  private String next(MatchResult found) {
    var matcher = NEXT_WORD.matcher(message);
    return matcher.find(found.end()) ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private String last(MatchResult found) {
    var matcher = LAST_WORD.matcher(message.substring(0, found.start()));
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private String capitalised(String question) {
    return question.equals(message)
        ? message
        : Character.toUpperCase(question.charAt(0)) + question.substring(1);
  }
}
