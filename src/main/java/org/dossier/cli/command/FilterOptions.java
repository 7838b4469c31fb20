package org.dossier.cli.command;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.cli.Backend;
import org.dossier.cli.CommandException;
import org.dossier.cli.SimilarName;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that restrict which articles are searched.
final class FilterOptions {
  private static final int MAX_SHOWN = 10;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = PeriodBound.First.class,
      description =
          "Only articles published on this day, in this month or in this year, or later, such as"
              + " 2011-11-11, 2011-11 or 2011.")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = PeriodBound.Last.class,
      description =
          "Only articles published on this day, in this month or in this year, or earlier.")
  @Nullable LocalDate to;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Only articles of this publisher; repeatable.")
  Set<String> publishers = new LinkedHashSet<>();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      converter = PeriodBound.Last.class,
      description =
          "The archive as it was at the end of this day, month or year: without what was published"
              + " later, and with the articles' text of then.")
  @Nullable LocalDate asOf;

  Optional<String> fault() {
    if (from != null && asOf != null && from.isAfter(asOf)) {
      return Optional.of("--from %s is after --as-of %s".formatted(from, asOf));
    }
    return from != null && to != null && from.isAfter(to)
        ? Optional.of("--from %s is after --to %s".formatted(from, to))
        : Optional.empty();
  }

  Filters filters() {
    return new Filters(from, to, publishers, asOf);
  }

  /// The filters, after a check that the archive has the publishers.
  ///
  /// @throws CommandException if the archive has no articles of a publisher; names the most similar
  ///   publisher
  Filters filters(Backend backend) {
    if (!publishers.isEmpty()) {
      var known = backend.publishers();
      publishers.forEach(publisher -> requireKnown(publisher, known));
    }
    return filters();
  }

  private static void requireKnown(String publisher, List<String> known) {
    var keys = known.stream().map(Filters::publisherKey).toList();
    // A list of the greatest size may be incomplete.
    if (keys.contains(Filters.publisherKey(publisher)) || known.size() >= Backend.MAX_PUBLISHERS) {
      return;
    }
    var hint =
        SimilarName.find(publisher.strip(), known)
            .map(name -> "; did you mean “%s”?".formatted(name))
            .orElse(
                known.isEmpty()
                    ? ""
                    : "; publishers are "
                        + known.stream()
                            .limit(MAX_SHOWN)
                            .map("“%s”"::formatted)
                            .collect(Collectors.joining(", "))
                        + (known.size() > MAX_SHOWN ? " …" : ""));
    throw new CommandException(
        "the archive has no publisher “%s”%s".formatted(publisher.strip(), hint));
  }
}
