package org.dossier.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Clarification;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {
  @Test
  void originOfAnAnswerIsStoredWithItsPrompt() {
    var by = new AnswerOrigin(AnswerOrigin.Kind.MODEL, "ollama:m", false, "answer:32e14a417c52");
    var answer =
        new Abstained(
            Abstained.Reason.UNSUPPORTED,
            "Nothing stands.",
            List.of(),
            new AnswerMetadata(0.7, by, 3));

    assertThat(StoredAnswer.parse(StoredAnswer.of(answer).json()).metadata().origin())
        .isEqualTo(by);
  }

  @Test
  void onlyStatementsCiteSources() {
    var metadata = new AnswerMetadata(1, AnswerOrigin.EXTRACTIVE, 3);
    var ownWords =
        List.of(
            new Clarification("Which?", List.of("Who?"), metadata),
            new About("Hello.", List.of("Who?"), metadata));

    for (var answer : ownWords) {
      var stored = StoredAnswer.parse(StoredAnswer.of(answer).json());
      assertThat(stored).isEqualTo(StoredAnswer.of(answer));
      assertThat(stored.sources()).isEmpty();
      assertThat(stored.without(source -> true)).isEqualTo(stored);
    }
  }

  @Test
  void answersStoredWithoutAPromptAreReadable() {
    var kept =
        StoredAnswer.parse(
            """
            {"statements": [], "citations": [],
             "abstention": {"reason": "WEAK_EVIDENCE", "explanation": "No.", "nearest": []},
             "metadata": {"kind": "FACT", "confidence": 0.2, "generation": 3, "notes": [],
                          "origin": {"kind": "EXTRACTIVE", "model": null, "fallback": false}}}
            """);

    assertThat(kept.metadata().origin()).isEqualTo(AnswerOrigin.EXTRACTIVE);
  }
}
