package org.dossier.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.dossier.database.DataFolder;
import org.dossier.maintenance.ArchiveVerifier;
import org.dossier.maintenance.Backups;
import org.dossier.maintenance.IntegrityReport;
import org.dossier.search.PassageIndex;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Operations on the whole archive: backup, integrity check, index rebuild. One runs at a time,
/// without a time limit, concurrently with requests. They run on platform threads, because database
/// calls would pin the carriers of virtual threads. They require the permission `admin` and are not
/// in the OpenAPI document, which is for clients who ask.
@Path("/api")
@Blocking
final class MaintenanceResource {
  private static final String SQLITE = "application/vnd.sqlite3";
  private static final int RETRY_AFTER_SECONDS = 60;

  private final Backups backups;
  private final ArchiveVerifier archiveVerifier;
  private final PassageIndex index;
  private final Instance<DataFolder> folder;
  private final Semaphore permit = new Semaphore(1);

  MaintenanceResource(
      Backups backups,
      ArchiveVerifier archiveVerifier,
      PassageIndex index,
      Instance<DataFolder> folder) {
    this.backups = backups;
    this.archiveVerifier = archiveVerifier;
    this.index = index;
    this.folder = folder;
  }

  /// The state of the index after a rebuild.
  record ReindexResult(long generation, long passages, long vectors) {}

  /// Creates a backup of the archive.
  @POST
  @Path("/backup")
  @Produces(SQLITE)
  @Operation(hidden = true)
  public Response backup(@Context HttpServerRequest request) {
    var file = runExclusively(request, () -> backups.open(folder.get().outgoingBackup()));
    return Response.ok(file)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"archive.backup\"")
        .build();
  }

  /// Verifies the archive and its index.
  @POST
  @Path("/check-archive")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public IntegrityReport verify(@Context HttpServerRequest request) {
    return runExclusively(request, () -> archiveVerifier.verify(index));
  }

  /// Rebuilds the index; the old index serves until the new one is complete.
  @POST
  @Path("/reindex")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public ReindexResult rebuild(@Context HttpServerRequest request) {
    return runExclusively(
        request,
        () -> {
          index.rebuild();
          return index.search(indexSnapshot ->
              new ReindexResult(
                  indexSnapshot.generation(), indexSnapshot.passages(), indexSnapshot.vectors()));
        });
  }

  private <T> T runExclusively(HttpServerRequest request, Supplier<T> work) {
    if (!permit.tryAcquire()) {
      throw ProblemException.of(
              ProblemType.OVERLOADED, "A backup, an integrity check or a rebuild is in progress.")
          .withRetryAfter(RETRY_AFTER_SECONDS);
    }
    IdleTimeoutExemption.apply(request);
    try {
      return work.get();
    } finally {
      permit.release();
    }
  }
}
