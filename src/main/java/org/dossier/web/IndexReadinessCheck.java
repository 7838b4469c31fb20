package org.dossier.web;

import org.dossier.search.EngineStatus;
import org.dossier.search.PassageIndex;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Readiness check: up if the index has passages and the server is not shutting down. The data also
/// states whether the index is following the archive.
@Readiness
final class IndexReadinessCheck implements HealthCheck {
  private final PassageIndex index;
  private final GracefulShutdown gracefulShutdown;

  IndexReadinessCheck(PassageIndex index, GracefulShutdown gracefulShutdown) {
    this.index = index;
    this.gracefulShutdown = gracefulShutdown;
  }

  @Override
  public HealthCheckResponse call() {
    var engine = index.engine();
    if (engine.isPresent() && !engine.get().isReachable()) {
      return unreachable(engine.get());
    }
    return index.search(indexSnapshot ->
        HealthCheckResponse.named("archive index")
            .status(indexSnapshot.passages() > 0 && !gracefulShutdown.isStarted())
            .withData("passages", indexSnapshot.passages())
            .withData("backlog", indexSnapshot.passages() - indexSnapshot.vectors())
            .withData("generation", indexSnapshot.generation())
            .withData("following", index.isFollowing())
            .withData("stopping", gracefulShutdown.isStarted())
            .build());
  }

  /// A restart of this server does not bring the engine back, so requests get a clear error.
  private HealthCheckResponse unreachable(EngineStatus engine) {
    return HealthCheckResponse.named("archive index")
        .status(!gracefulShutdown.isStarted())
        .withData("engine", engine.state())
        .withData("following", false)
        .withData("stopping", gracefulShutdown.isStarted())
        .build();
  }
}
