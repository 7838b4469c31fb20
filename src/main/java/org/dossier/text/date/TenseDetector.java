package org.dossier.text.date;

import java.util.Set;
import org.dossier.text.Span;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.WordListFile;

/// Detects whether the date of a sentence has passed or is announced.
///
/// The nearest verb before the date decides ([VerbTense]): "He said on Tuesday that talks will go
/// on on Friday". If no verb precedes the date, the nearest one after it in the same clause
/// decides: "On Friday the president will leave". The preposition of the date, and what a verb of
/// announcing governs, may leave it open.
final class TenseDetector {
  private static final WordListFile WORDS = WordListFile.read("dates.txt");
  private static final Set<String> REPORT = WORDS.words("report");
  private static final Set<String> ANNOUNCE = WORDS.words("announce");
  private static final Set<String> POSTPONE = WORDS.words("postpone");
  private static final Set<String> AHEAD = WORDS.words("event ahead");
  private static final Set<String> SUBORDINATE = WORDS.words("subordinate");

  private static final Set<String> UNTIL = Set.of("until", "till", "through");
  private static final Set<String> TO = Set.of("to", "until", "till", "for");
  private static final Set<String> NOT_YET =
      Set.of("until", "till", "through", "by", "before", "for", "starting", "beginning");
  private static final Set<String> WITHIN = Set.of("in", "at", "during", "after", "since", "from");

  private static final Set<String> OF = Set.of("of", "about", "against");
  private static final Set<String> WAS = Set.of("was", "were", "been");
  private static final Set<String> EARLIER = Set.of("after", "following", "over");

  /// The words between a verb and its date: "left late on Friday".
  private static final Set<String> BEFORE_A_DATE =
      Set.of(
          "on", "in", "at", "by", "for", "to", "of", "the", "late", "early", "from", "until",
          "till", "through", "during", "only", "back", "earlier", "later", "out", "up", "down",
          "off", "away");

  private final SentenceWords words;
  private final String lead;

  private TenseDetector(SentenceWords words, String lead) {
    this.words = words;
    this.lead = lead;
  }

  static Tense detect(String text, Span date) {
    String lead = TextNeighborhood.wordBefore(text, date.start());
    if (lead.equals("since")) {
      return Tense.PAST;
    }
    return new TenseDetector(SentenceWords.around(text, date), lead)
        .detect(isPossessive(text, date));
  }

  /// True for "Monday's" and "last week’s".
  private static boolean isPossessive(String text, Span date) {
    return date.end() < text.length() && "'’".indexOf(text.charAt(date.end())) >= 0;
  }

  private Tense detect(boolean possessive) {
    boolean infinitive = false;
    for (int i = words.date() - 1; i >= 0; i--) {
      switch (VerbTense.of(words, i)) {
        case NONE -> {}
        case INFINITIVE -> infinitive = true;
        case FUTURE -> {
          return isOfEarlierEvent(i) ? Tense.UNKNOWN : Tense.FUTURE;
        }
        case PLANNED -> {
          return isOfEarlierEvent(i) ? Tense.UNKNOWN : Tense.PLANNED;
        }
        case AGREED -> {
          return isOfEarlierEvent(i) ? Tense.UNKNOWN : Tense.AGREED;
        }
        case OPEN -> {
          return UNTIL.contains(lead) ? Tense.FUTURE : Tense.UNKNOWN;
        }
        case PAST -> {
          return infinitive ? Tense.UNKNOWN : afterPast(i, possessive);
        }
      }
    }
    if (isPlannedFor()) {
      return WAS.contains(words.lower(words.date() - 3)) ? Tense.UNKNOWN : Tense.FUTURE;
    }
    Tense after = infinitive || isOfLaterEvent(-1) ? Tense.UNKNOWN : after();
    if (after == Tense.PAST && UNTIL.contains(lead) && words.date() > 1) {
      return Tense.UNKNOWN;
    }
    return after == Tense.UNKNOWN && UNTIL.contains(lead) ? Tense.FUTURE : after;
  }

  private Tense afterPast(int verb, boolean possessive) {
    String word = words.lower(verb);
    if (POSTPONE.contains(word)) {
      if (TO.contains(lead)) {
        return Tense.FUTURE;
      }
      if (lead.equals("from")) {
        return Tense.UNKNOWN;
      }
    }
    if (ANNOUNCE.contains(word) && lead.equals("for")) {
      return Tense.FUTURE;
    }
    boolean ahead = lead.equals("of") && words.lower(words.date() - 2).equals("ahead");
    if (NOT_YET.contains(lead) || ahead) {
      return Tense.UNKNOWN;
    }
    if (isOfLaterEvent(verb)) {
      return Tense.UNKNOWN;
    }
    if (possessive && !WITHIN.contains(lead)) {
      return after();
    }
    boolean adjacent = isAdjacent(verb);
    if (REPORT.contains(word) && !adjacent) {
      Tense subject = ofSubject();
      if (subject != Tense.PAST) {
        return subject;
      }
    }
    boolean passive = Set.of("was", "were", "been").contains(words.lower(verb - 1));
    boolean report = REPORT.contains(word) && !OF.contains(words.lower(verb + 1));
    if ((ANNOUNCE.contains(word) && !adjacent && !passive && !report)
        || (!adjacent && isOfEvent())) {
      return Tense.UNKNOWN;
    }
    return adjacent ? Tense.PAST : Tense.PAST_ELSEWHERE;
  }

  /// True if the date belongs to what precedes the announced event: "will appear in court after his
  /// arrest on Thursday".
  private boolean isOfEarlierEvent(int verb) {
    for (int i = verb + 1; i < words.date() - 1; i++) {
      if (EARLIER.contains(words.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /// True if the date belongs to what follows the reported event: "held rallies ahead of the vote
  /// on Sunday".
  private boolean isOfLaterEvent(int verb) {
    for (int i = verb + 1; i < words.date() - 1; i++) {
      String word = words.lower(i);
      if (word.equals("before") || (word.equals("ahead") && words.lower(i + 1).equals("of"))) {
        return true;
      }
    }
    return false;
  }

  /// True if the date is that of an event that is called after it long before: "used the delay
  /// against his rival in the election in November".
  private boolean isOfEvent() {
    return lead.equals("in") && AHEAD.contains(words.lower(words.date() - 2));
  }

  /// True for "the meeting, planned for Friday".
  private boolean isPlannedFor() {
    return lead.equals("for") && words.lower(words.date() - 2).equals("planned");
  }

  /// True if nothing but a preposition is between verb and date.
  private boolean isAdjacent(int verb) {
    for (int i = verb + 1; i < words.date(); i++) {
      if (!BEFORE_A_DATE.contains(words.lower(i))) {
        return false;
      }
    }
    return true;
  }

  /// The tense of a verb directly after the date, whose subject the date is part of: "the vote on
  /// Sunday will be close".
  private Tense ofSubject() {
    return switch (VerbTense.of(words, words.date())) {
      case FUTURE, PLANNED, AGREED -> Tense.FUTURE;
      case OPEN -> Tense.UNKNOWN;
      case PAST, INFINITIVE, NONE -> Tense.PAST;
    };
  }

  /// The tense of the nearest verb after the date, in its clause.
  private Tense after() {
    for (int i = words.date(); i < words.words().size(); i++) {
      if (SUBORDINATE.contains(words.lower(i))) {
        return Tense.UNKNOWN;
      }
      switch (VerbTense.of(words, i)) {
        case NONE -> {}
        case FUTURE -> {
          return Tense.FUTURE;
        }
        case PLANNED, AGREED -> {
          return Tense.PLANNED;
        }
        case PAST -> {
          return Tense.PAST;
        }
        case OPEN, INFINITIVE -> {
          return Tense.UNKNOWN;
        }
      }
    }
    return Tense.UNKNOWN;
  }
}
