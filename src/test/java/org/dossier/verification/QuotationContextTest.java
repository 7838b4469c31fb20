package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.api.Test;

class QuotationContextTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new QuotationRule());
  private static final String DOUBT =
      "\"I was never sure that the bridge was safe, and then it held,\" Ada Quill said.";
  private static final String OTHER = "Tom Berg refused to comment.";

  @Test
  void aQuotationCutFromADoubtIsNoSupport() {
    assertThat(EXAMPLES.reason("“The bridge was safe,” Quill said.", DOUBT))
        .contains(Reason.QUOTATION);
    assertThat(EXAMPLES.reason("Quill was never sure that “the bridge was safe”.", DOUBT))
        .isEmpty();
    assertThat(EXAMPLES.reason("“Then it held,” Quill said.", DOUBT)).isEmpty();
  }

  @Test
  void aQuotationBelongsToTheSpeakerOfItsSource() {
    assertThat(EXAMPLES.reason("“Then it held,” Tom Berg said.", DOUBT, OTHER))
        .contains(Reason.QUOTATION);
    assertThat(EXAMPLES.reason("“Then it held,” Ada Quill said.", DOUBT, OTHER)).isEmpty();
  }
}
