package org.dossier.question;

import java.util.List;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;

class HostileNamesTest {
  @Test
  void namesAreMatchedInLinearTime() {
    LinearWork.verify(
        50_000, text -> NameMatcher.of(List.of(text)).matches("Ada Bergen Lavrovich"));
  }

  /// A question may have 2,000 characters.
  @Test
  void answerTypesAreMatchedInLinearTime() {
    LinearWork.verify(2_000, text -> new AnswerTypeMatcher(text).score(text, null));
  }
}
