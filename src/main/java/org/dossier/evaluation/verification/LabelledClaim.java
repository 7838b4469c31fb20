package org.dossier.evaluation.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A sentence that a person wrote about a text, with the label that says whether the text supports
/// it.
///
/// @param text the claim
/// @param sentences sentences of the text, in order; at least one
/// @param marked indexes of the sentences that annotators marked as supporting part of it, possibly
///   empty
/// @param supported true if they support all of it
/// @param kind what the claim tests, for the report: `negation`
/// @param title the title of the text, possibly empty
/// @param published the day from which "on Friday" is resolved; `null` if unknown
record LabelledClaim(
    String text,
    List<String> sentences,
    SortedSet<Integer> marked,
    boolean supported,
    String kind,
    String title,
    @Nullable LocalDate published) {
  LabelledClaim {
    sentences = List.copyOf(sentences);
    if (text.isBlank() || sentences.stream().allMatch(String::isBlank)) {
      throw new IllegalArgumentException("a claim requires a text and sentences");
    }
    int places = sentences.size();
    if (marked.stream().anyMatch(place -> place < 0 || place >= places)) {
      throw new IllegalArgumentException(
          "no indexes of %d sentences: %s".formatted(places, marked));
    }
  }
}
