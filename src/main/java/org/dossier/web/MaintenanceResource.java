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
import org.dossier.search.lucene.PassageIndex;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What whoever runs the server has it do with the archive as a whole: one thing at a time, for as
/// long as it takes, beside the answering. On platform threads, since databases would hold the
/// carriers of virtual ones. Whoever may operate may ask for it. Not in the OpenAPI document, which
/// is for those who ask.
@Path("/api")
@Blocking
final class MaintenanceResource {
  private static final String SQLITE = "application/vnd.sqlite3";
  private static final int COME_AGAIN_SECONDS = 60;

  private final Backups backups;
  private final ArchiveVerifier archiveVerifier;
  private final PassageIndex index;
  private final Instance<DataFolder> folder;
  private final Semaphore free = new Semaphore(1);

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

  /// The index as it is after it was built anew.
  record ReindexResult(long generation, long passages, long vectors) {}

  /// A backup of the archive as it is now.
  @POST
  @Path("/backup")
  @Produces(SQLITE)
  @Operation(hidden = true)
  public Response backup(@Context HttpServerRequest request) {
    var file = kept(request, () -> backups.open(folder.get().outgoingBackup()));
    return Response.ok(file)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"archive.backup\"")
        .build();
  }

  /// Looks the archive and its index through.
  @POST
  @Path("/verify")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public IntegrityReport verify(@Context HttpServerRequest request) {
    return kept(request, () -> archiveVerifier.verify(index));
  }

  /// Builds the index anew; the old one answers meanwhile.
  @POST
  @Path("/rebuild")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public ReindexResult rebuild(@Context HttpServerRequest request) {
    return kept(
        request,
        () -> {
          index.rebuild();
          return index.search(indexSnapshot ->
              new ReindexResult(
                  indexSnapshot.generation(), indexSnapshot.passages(), indexSnapshot.vectors()));
        });
  }

  private <T> T kept(HttpServerRequest request, Supplier<T> work) {
    if (!free.tryAcquire()) {
      throw ProblemException.of(
              ProblemType.OVERLOADED, "A backup, an integrity check or a rebuild is in progress.")
          .withRetryAfter(COME_AGAIN_SECONDS);
    }
    IdleTimeoutExemption.with(request);
    try {
      return work.get();
    } finally {
      free.release();
    }
  }
}
