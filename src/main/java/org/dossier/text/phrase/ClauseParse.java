package org.dossier.text.phrase;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.phrase.TaggedToken.Role;
import org.jspecify.annotations.Nullable;

/// The beginning of a plain English statement: a subject, and what it did or what was done to it.
///
/// @param subject in the statement's own words, which it begins with
/// @param verb the base form of the verb: "sign"; for a passive the words "was signed"
/// @param passive true if the subject is the patient
/// @param object the phrase directly after the verb; empty if absent
/// @param rest the text after the verb, including the object
public record ClauseParse(
    String subject, String verb, boolean passive, String object, String rest) {
  private static final Set<String> PASSIVE_AUXILIARIES = Set.of("was", "were");

  /// The beginning of `sentence`; empty if it has another structure.
  public static Optional<ClauseParse> of(String sentence) {
    var phrases = NounPhraseChunker.chunk(sentence);
    if (phrases.isEmpty() || phrases.getFirst().own().start() > 0) {
      return Optional.empty();
    }
    var subject = phrases.getFirst().whole();
    var words = TaggedToken.tag(sentence);
    int at = 0;
    while (at < words.size() && words.get(at).span().start() < subject.end()) {
      at++;
    }
    if (at == words.size() || !words.get(at).joined()) {
      return Optional.empty();
    }
    return PASSIVE_AUXILIARIES.contains(words.get(at).lower())
        ? passive(sentence, subject, words, at)
        : active(sentence, subject, words.get(at), phrases);
  }

  private static Optional<ClauseParse> active(
      String sentence, Span subject, TaggedToken verb, List<NounPhrase> phrases) {
    if (verb.role() != Role.VERB) {
      return Optional.empty();
    }
    var rest = sentence.substring(verb.span().end());
    var object =
        phrases.stream()
            .filter(phrase -> phrase.own().start() == verb.span().end() + 1)
            .filter(phrase -> phrase.kind() != NounPhrase.Kind.DATE)
            .map(phrase -> phrase.own().of(sentence))
            .findFirst()
            .orElse("");
    return Verbs.ofPast(verb.lower())
        .map(base -> new ClauseParse(subject.of(sentence), base, false, object, rest));
  }

  private static Optional<ClauseParse> passive(
      String sentence, Span subject, List<TaggedToken> words, int at) {
    @Nullable TaggedToken verb = at + 1 < words.size() ? words.get(at + 1) : null;
    if (verb == null || !verb.joined() || !Verbs.isParticiple(verb.lower())) {
      return Optional.empty();
    }
    var rest = sentence.substring(verb.span().end());
    var done = words.get(at).lower() + " " + verb.lower();
    return Optional.of(new ClauseParse(subject.of(sentence), done, true, "", rest));
  }
}
