package org.dossier.cli.command;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which articles may answer.
final class FilterOptions {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only articles published on this day or later, such as 2011-11-11.")
  @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only articles published on this day or earlier.")
  @Nullable LocalDate to;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Only articles of this publisher; may be given more than once.")
  Set<String> publishers = new LinkedHashSet<>();

  Optional<String> fault() {
    return from != null && to != null && from.isAfter(to)
        ? Optional.of("No day is both after %s and before %s".formatted(from, to))
        : Optional.empty();
  }

  Filters filters() {
    return new Filters(from, to, publishers);
  }
}
