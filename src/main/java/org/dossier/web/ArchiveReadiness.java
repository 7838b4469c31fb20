package org.dossier.web;

import org.dossier.index.PassageIndex;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready is who has something to answer from: the index is open and has content.
@Readiness
final class ArchiveReadiness implements HealthCheck {
  private final PassageIndex index;

  ArchiveReadiness(PassageIndex index) {
    this.index = index;
  }

  @Override
  public HealthCheckResponse call() {
    return index.search(snapshot ->
        HealthCheckResponse.named("archive index")
            .status(snapshot.passages() > 0)
            .withData("passages", snapshot.passages())
            .withData("backlog", snapshot.passages() - snapshot.vectors())
            .withData("generation", snapshot.generation())
            .build());
  }
}
