package org.dossier.answer.extraction;

import java.util.List;
import org.dossier.text.date.DateRange;

/// An event of a timeline: what one sentence says about a day.
///
/// @param days the day or the days of the event
/// @param stated true if the sentence names the days; false if they are the day of publication
/// @param sentence the best sentence about the event
/// @param alsoIn a sentence of each other article about the same event, best first
public record TimelineEvent(
    DateRange days, boolean stated, CandidateSentence sentence, List<CandidateSentence> alsoIn) {
  public TimelineEvent {
    alsoIn = List.copyOf(alsoIn);
  }
}
