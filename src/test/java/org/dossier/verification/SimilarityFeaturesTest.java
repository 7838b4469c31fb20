package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.dossier.verification.VerificationConfig.SimilarityWeights;
import org.junit.jupiter.api.Test;

class SimilarityFeaturesTest {
  @Test
  void eachFeatureHasTheNameOfItsWeight() {
    var settings =
        Arrays.stream(SimilarityWeights.class.getMethods())
            .map(Method::getName)
            .map(name -> name.replaceAll("(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT))
            .toList();

    assertThat(settings).containsAll(SimilarityFeatures.NAMES);
    assertThat(SimilarityFeatures.NAMES).hasSize(settings.size() - 1).doesNotContain("bias");
  }
}
