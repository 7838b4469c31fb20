package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.archive.Archive;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.suggestion.ExampleQuestions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Facts about the archive for a user who is about to ask.
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ArchiveResource {
  private static final int MAX_PUBLISHERS = 100;

  private final Archive archive;
  private final ExampleQuestions examples;
  private final RequestExecutor requestExecutor;
  private final AtomicReference<@Nullable CachedSummary> cachedSummary = new AtomicReference<>();

  ArchiveResource(Archive archive, ExampleQuestions examples, RequestExecutor requestExecutor) {
    this.archive = archive;
    this.examples = examples;
    this.requestExecutor = requestExecutor;
  }

  /// Figures about the content of the archive.
  @Schema(name = "Archive", description = "Figures about the archive.")
  record ArchiveJson(
      long articles,
      @Schema(description = "The first known day of publication.") @Nullable LocalDate earliest,
      @Schema(description = "The last known day of publication.") @Nullable LocalDate latest,
      @Schema(description = "The publishers, those with the most articles first, at most 100.")
          List<String> publishers) {}

  /// Example questions.
  @Schema(name = "Examples", description = "Questions that the archive can answer.")
  record ExamplesJson(List<String> questions) {}

  private record CachedSummary(long sequence, ArchiveJson archive) {}

  @GET
  @Path("/archive")
  public ArchiveJson archive() {
    return requestExecutor.run(cancellationToken -> summary());
  }

  @GET
  @Path("/examples")
  public ExamplesJson examples() {
    return requestExecutor.run(cancellationToken -> new ExamplesJson(examples.questions()));
  }

  /// Cached until the archive changes: every page with the widget requests it, and it is slow for
  /// large archives.
  private ArchiveJson summary() {
    long sequence = archive.sequence();
    var cached = cachedSummary.get();
    if (cached != null && cached.sequence() == sequence) {
      return cached.archive();
    }
    var summary = archive.summary();
    var json =
        new ArchiveJson(
            summary.articles(),
            summary.earliest(),
            summary.latest(),
            archive.publishers(MAX_PUBLISHERS));
    cachedSummary.set(new CachedSummary(sequence, json));
    return json;
  }
}
