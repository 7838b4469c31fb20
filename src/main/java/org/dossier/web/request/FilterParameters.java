package org.dossier.web.request;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import org.dossier.search.Filters;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Validates filters, in the body or in the query of a request.
///
/// @param prefix the prefix of the field names in the request
/// @param problemType the type of problem to report if a filter is invalid
public record FilterParameters(String prefix, ProblemType problemType) {
  private static final int MAX_PUBLISHERS = 100;

  /// @throws ProblemException naming the rule that is violated
  public Filters filters(
      @Nullable LocalDate from, @Nullable LocalDate to, List<@Nullable String> publishers) {
    return filters(from, to, publishers, null);
  }

  /// @param asOf the day whose state of the archive is meant; `null` for the current state
  /// @throws ProblemException naming the rule that is violated
  public Filters filters(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<@Nullable String> publishers,
      @Nullable LocalDate asOf) {
    if (from != null && asOf != null && from.isAfter(asOf)) {
      throw ProblemException.of(
              problemType,
              "%spublishedFrom: %s is after %sasOf, %s".formatted(prefix, from, prefix, asOf))
          .withField(prefix + "publishedFrom");
    }
    if (from != null && to != null && from.isAfter(to)) {
      throw ProblemException.of(
              problemType,
              "%spublishedFrom: %s is after %spublishedTo, %s".formatted(prefix, from, prefix, to))
          .withField(prefix + "publishedFrom");
    }
    if (publishers.size() > MAX_PUBLISHERS) {
      throw publisherProblem(
              "has %d names, more than the limit of %d"
                  .formatted(publishers.size(), MAX_PUBLISHERS))
          .withLimit(MAX_PUBLISHERS);
    }
    var names = new LinkedHashSet<String>();
    for (var publisher : publishers) {
      names.add(validate(publisher));
    }
    return new Filters(from, to, names, asOf);
  }

  private String validate(@Nullable String publisher) {
    if (publisher == null || publisher.isBlank()) {
      throw publisherProblem("a name is empty");
    }
    if (publisher.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
      throw publisherProblem("a name contains an unpaired surrogate");
    }
    return publisher.strip();
  }

  private ProblemException publisherProblem(String detail) {
    // A query repeats the parameter `publisher`; a body has one list.
    var field = prefix.isEmpty() ? "publisher" : prefix + "publishers";
    return ProblemException.of(problemType, field + ": " + detail).withField(field);
  }
}
