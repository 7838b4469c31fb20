package org.dossier.web;

import org.dossier.search.PassageIndex;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Startup check: up once the index is open, even if it is empty.
@Startup
final class IndexStartupCheck implements HealthCheck {
  private final PassageIndex index;

  IndexStartupCheck(PassageIndex index) {
    this.index = index;
  }

  @Override
  public HealthCheckResponse call() {
    return index.search(indexSnapshot ->
        HealthCheckResponse.named("archive index opened")
            .up()
            .withData("generation", indexSnapshot.generation())
            .build());
  }
}
