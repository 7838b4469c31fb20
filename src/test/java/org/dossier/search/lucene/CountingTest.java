package org.dossier.search.lucene;

import java.nio.file.Path;
import org.dossier.search.CountingContract;
import org.dossier.search.HarbourFixture;

final class CountingTest extends CountingContract {
  @Override
  protected HarbourFixture open(Path folder) {
    return new HarbourFixture(folder);
  }
}
