package org.dossier.search.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;

final class Bm25Test {
  @Test
  void lengthsAreRoundedAsLuceneStoresThem() {
    for (int length = 0; length < 100_000; length++) {
      assertThat(Bm25.roundedLength(length))
          .isEqualTo(SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)));
    }
  }
}
