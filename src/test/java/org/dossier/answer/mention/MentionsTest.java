package org.dossier.answer.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.question.Question;
import org.dossier.question.RequiredMentions;
import org.dossier.retrieval.Evidence;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
  private static final List<Evidence> EVIDENCE =
      Stream.of(
              article(
                  "bridge",
                  "Swing bridge reopens",
                  LocalDate.of(2024, 3, 5),
                  "Ilse Varga reopened the bridge. It was closed in November 2019."),
              article(
                  "market",
                  "Market report",
                  LocalDate.of(2021, 7, 2),
                  "Tomatoes were cheaper, Otto Brand said."))
          .map(MentionsTest::evidence)
          .toList();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Who reopened the bridge?",
        "What did Ilse Varga do?",
        "What did Varga do?",
        "What did the Harbour Gazette report about Ilse Varga?",
        "What has Paul Writer written about Otto Brand?",
        "What did Ilse Varga do in 2024?",
        "What did Ilse Varga do in November 2019?"
      })
  void oneArticleMentionsAll(String question) {
    assertThat(find(question)).isEqualTo(new Mentions(List.of(), false, true));
  }

  @Test
  void namesOfDifferentArticlesAreNotMissingAndNotTogether() {
    assertThat(find("Did Ilse Varga meet Otto Brand?"))
        .isEqualTo(new Mentions(List.of(), false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "Did Ilse Varga meet Wilhelmina Kraus?, Wilhelmina Kraus, false",
    "What did Otto Brand do in 1911?, 1911, false",
    "Who is Wilhelmina Kraus?, Wilhelmina Kraus, true",
    "What was built in 1911?, 1911, true"
  })
  void whatNoArticleMentionsIsMissing(String question, String missing, boolean none) {
    var mentions = find(question);

    assertThat(mentions).isEqualTo(new Mentions(List.of(missing), none, false));
    assertThat(mentions.complete()).isFalse();
  }

  private static Mentions find(String question) {
    var asked = new Question(question, Filters.NONE, LocalDate.of(2026, 1, 1));
    return Mentions.find(RequiredMentions.of(asked), EVIDENCE);
  }

  private static Article article(String id, String headline, LocalDate published, String text) {
    return new Article(
        id,
        headline,
        "Harbour Gazette",
        List.of("Paul Writer"),
        null,
        "en",
        published,
        false,
        null,
        text);
  }

  private static Evidence evidence(Article article) {
    var source =
        new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var sentences = SentenceSplitter.split(article.text());
    var passage = new Passage(0, new Span(0, article.text().length()), sentences);
    return new Evidence(1, source, passage, new Evidence.Scores(1, 1, 1));
  }
}
