package org.dossier.search.opensearch;

import java.nio.file.Path;
import org.dossier.search.CountingContract;
import org.dossier.search.HarbourFixture;

final class OpenSearchCountingTest extends CountingContract {
  @Override
  protected HarbourFixture open(Path folder) {
    return TestCluster.fixture(folder);
  }
}
