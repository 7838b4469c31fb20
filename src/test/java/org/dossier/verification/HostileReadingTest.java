package org.dossier.verification;

import org.dossier.HostileText;
import org.dossier.LinearWork;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.TextNormalizer;
import org.junit.jupiter.api.Test;

/// A statement has at most 2,000 characters; a longer one is rejected unread. A sentence of an
/// article has at most 1,200, unless it is one letter with an unlimited number of accents.
class HostileReadingTest {
  @Test
  void statementsAreAnalyzedInLinearTime() {
    LinearWork.verify(2_000, AnalyzedText::of);
    LinearWork.verify(2_000, UnsafeTextCheck::findViolation);
    LinearWork.verify(2_000, QuotationRule::quotations);
  }

  @Test
  void accentsAreNormalizedInLinearTime() {
    var accents =
        HostileText.ALL.stream()
            .filter(pattern -> pattern.name().startsWith("combining marks"))
            .toList();
    LinearWork.verify(accents, 100_000, TextNormalizer::of);
    LinearWork.verify(accents, 100_000, TextNormalizer::unaccented);
  }
}
