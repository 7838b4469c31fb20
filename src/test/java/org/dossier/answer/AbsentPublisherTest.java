package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dossier.answer.draft.DraftStatement;
import org.dossier.answer.mention.Mentions;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.question.RequiredMentions;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.RealStatementVerifier;
import org.dossier.verification.StatementVerifier;
import org.junit.jupiter.api.Test;

/// An article without a publisher does not mention one, not even the word “null”.
class AbsentPublisherTest {
  private static final String TEXT = "The bridge reopened on Tuesday.";
  private static final Evidence EVIDENCE = evidence();

  @Test
  void anAbsentPublisherDoesNotMentionNull() {
    var question = new RequiredMentions(List.of("Null"), List.of());

    assertThat(Mentions.find(question, List.of(EVIDENCE)).missing()).containsExactly("Null");
  }

  @Test
  void anAbsentPublisherDoesNotSupportNull() {
    StatementVerifier statementVerifier = RealStatementVerifier.verifier();
    var grounding =
        new Grounding(statementVerifier, NumberedEvidence.of(List.of(EVIDENCE), 10_000));

    assertThat(
            grounding.ground(
                new DraftStatement("The Null bridge reopened on Tuesday.", List.of(1))))
        .isInstanceOf(Grounding.Unsupported.class);
    assertThat(grounding.ground(new DraftStatement("The bridge reopened on Tuesday.", List.of(1))))
        .isInstanceOf(Grounding.Supported.class);
  }

  private static Evidence evidence() {
    var article =
        new Article(
            "bridge",
            "Bridge opens",
            null,
            List.of(),
            null,
            "en",
            LocalDate.of(2024, 3, 5),
            false,
            null,
            TEXT);
    var source =
        new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var sentences = SentenceSplitter.split(TEXT);
    var passage = new Passage(0, new Span(0, TEXT.length()), sentences);
    return new Evidence(1, source, passage, new Evidence.Scores(1, 1, 1));
  }
}
