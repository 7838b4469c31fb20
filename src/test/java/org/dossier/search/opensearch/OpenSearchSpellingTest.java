package org.dossier.search.opensearch;

import java.nio.file.Path;
import org.dossier.search.HarbourFixture;
import org.dossier.search.SpellingContract;

final class OpenSearchSpellingTest extends SpellingContract {
  @Override
  protected HarbourFixture open(Path folder) {
    return TestCluster.fixture(folder);
  }
}
