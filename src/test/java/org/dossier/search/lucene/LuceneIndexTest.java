package org.dossier.search.lucene;

import java.nio.file.Path;
import org.dossier.search.HarbourFixture;
import org.dossier.search.PassageIndexContract;

final class LuceneIndexTest extends PassageIndexContract {
  @Override
  protected HarbourFixture open(Path folder) {
    return new HarbourFixture(folder);
  }
}
