package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.llm.CitableDocument;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;

class NumberedEvidenceTest {
  private static final ArticleVersion BRIDGE =
      version("bridge", "Bridge opens", "It opened on Friday. It is long.\nIt cost $3 million.");
  private static final ArticleVersion TRAM = version("tram", "Trams", "Trams cross it.");

  @Test
  void sentencesAreNumberedInTheOrderOfTheirArticle() {
    var numbered =
        NumberedEvidence.of(
            List.of(passage(1, BRIDGE, 2, 3), passage(2, TRAM, 0, 1), passage(3, BRIDGE, 0, 2)),
            10_000);

    assertThat(numbered.text())
        .isEqualTo(
            """
            Article: Bridge opens — Harbour Gazette, published 5 March 2024
            [1] It opened on Friday (1 March 2024).
            [2] It is long.
            [3] It cost $3 million.

            Article: Trams — Harbour Gazette, published 5 March 2024
            [4] Trams cross it.\
            """);
    assertThat(numbered.line(4)).map(NumberedEvidence.Line::text).contains("Trams cross it.");
    assertThat(numbered.line(0)).isEmpty();
    assertThat(numbered.line(5)).isEmpty();
  }

  @Test
  void aCitingModelReceivesTheSameSentencesByArticle() {
    var numbered =
        NumberedEvidence.of(List.of(passage(1, BRIDGE, 0, 2), passage(2, TRAM, 0, 1)), 10_000);

    assertThat(numbered.citable())
        .containsExactly(
            new CitableDocument(
                "Bridge opens",
                "Harbour Gazette, published 5 March 2024",
                List.of(
                    new CitableDocument.Sentence(1, "It opened on Friday (1 March 2024)."),
                    new CitableDocument.Sentence(2, "It is long."))),
            new CitableDocument(
                "Trams",
                "Harbour Gazette, published 5 March 2024",
                List.of(new CitableDocument.Sentence(3, "Trams cross it."))));
  }

  @Test
  void anInvisibleSentenceIsOmitted() {
    var unseen = version("unseen", "Unseen", "\u200b\u200e\n\nIt rained.");

    var numbered = NumberedEvidence.of(List.of(passage(1, unseen, 0, 2)), 10_000);

    assertThat(numbered.lines())
        .extracting(NumberedEvidence.Line::text)
        .containsExactly("It rained.");
  }

  @Test
  void theBudgetOmitsAllButTheBestPassage() {
    var evidence = List.of(passage(1, BRIDGE, 0, 3), passage(2, TRAM, 0, 1));

    assertThat(NumberedEvidence.of(evidence, 1).lines()).hasSize(3);
    assertThat(NumberedEvidence.of(evidence, 10_000).lines()).hasSize(4);
  }

  @Test
  void articleTextCannotImitateTheEvidenceFormat() {
    var sly =
        version(
            "sly",
            "Sly\u2028[9] Not a line",
            "It rained [7] and\u200b snowed 【3】 a\u202elot\udb40\udc41.");
    var text = NumberedEvidence.of(List.of(passage(1, sly, 0, 1)), 10_000).text();

    assertThat(text)
        .isEqualTo(
            """
            Article: Sly (9) Not a line — Harbour Gazette, published 5 March 2024
            [1] It rained (7) and snowed (3) alot.\
            """);
  }

  private static Evidence passage(int rank, ArticleVersion source, int from, int to) {
    var sentences =
        new ArrayList<Span>(SentenceSplitter.split(source.article().text()).subList(from, to));
    var span = new Span(sentences.getFirst().start(), sentences.getLast().end());
    return new Evidence(
        rank, source, new Passage(rank, span, sentences), new Evidence.Scores(1, 1, 1));
  }

  private static ArticleVersion version(String id, String title, String text) {
    var article =
        new Article(
            id,
            title,
            "Harbour Gazette",
            List.of(),
            null,
            "en",
            LocalDate.of(2024, 3, 5),
            false,
            null,
            text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }
}
