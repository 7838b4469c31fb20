package org.dossier.retrieval;

import java.util.List;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;

class HostileNamesTest {
  @Test
  void namesAreLookedForInLinearTime() {
    LinearWork.verify(50_000, text -> NameMatch.in(List.of(text)).carries("Ada Bergen Lavrovich"));
  }

  /// A question may have 2,000 characters.
  @Test
  void whatIsAskedForIsFoundInLinearTime() {
    LinearWork.verify(2_000, text -> new AskedThing(text).carriedBy(text, null));
  }
}
