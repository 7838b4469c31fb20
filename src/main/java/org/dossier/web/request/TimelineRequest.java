package org.dossier.web.request;

import java.time.LocalDate;
import org.dossier.question.Question;
import org.dossier.search.Filters;
import org.dossier.text.date.DateRange;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A valid request for a timeline.
///
/// @param topic what the events are about; not blank
/// @param days the days of the events; `null` for any
/// @param filters the articles that may be cited
/// @param limit the greatest number of events
public record TimelineRequest(String topic, @Nullable DateRange days, Filters filters, int limit) {
  public static final int MAX_TOPIC = 500;
  public static final int MAX_LIMIT = 50;
  public static final int DEFAULT_LIMIT = 20;

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /// @throws ProblemException naming the rule that is violated
  public static TimelineRequest of(
      String topic,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Filters filters,
      int limit,
      ProblemType problemType) {
    if (topic.length() > MAX_TOPIC) {
      throw ProblemException.of(
              problemType, "topic: has more than %d characters".formatted(MAX_TOPIC))
          .withField("topic")
          .withLimit(MAX_TOPIC);
    }
    if (from != null && until != null && from.isAfter(until)) {
      throw ProblemException.of(problemType, "from: %s is after until, %s".formatted(from, until))
          .withField("from");
    }
    return new TimelineRequest(topic.strip(), days(from, until), filters, limit);
  }

  /// The topic as it is searched for.
  ///
  /// @param askedOn the day of the request
  public Question question(LocalDate askedOn) {
    return new Question(topic, filters, askedOn);
  }

  private static @Nullable DateRange days(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null && until == null) {
      return null;
    }
    var to = until == null ? LAST_DAY : until;
    return from == null ? DateRange.until(to) : new DateRange(from, to);
  }
}
