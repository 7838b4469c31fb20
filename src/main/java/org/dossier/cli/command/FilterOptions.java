package org.dossier.cli.command;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that restrict which articles are searched.
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
      description = "Only articles of this publisher; repeatable.")
  Set<String> publishers = new LinkedHashSet<>();

  Optional<String> fault() {
    return from != null && to != null && from.isAfter(to)
        ? Optional.of("--from %s is after --to %s".formatted(from, to))
        : Optional.empty();
  }

  Filters filters() {
    return new Filters(from, to, publishers);
  }
}
