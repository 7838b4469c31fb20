package org.dossier.web;

import org.dossier.search.lucene.PassageIndex;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Started is who has opened the index, whatever is in it.
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
