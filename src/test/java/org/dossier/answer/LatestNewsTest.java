package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.CONFIDENT;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The latest on a topic of many articles.
class LatestNewsTest {
  private static final String NEWEST =
      "The last passengers went ashore at noon, and the crew was paid off.";
  private static final String ASIDE = "The market hall is next to the quay of the night ferry.";

  private static AnswererFixture archive;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < 45; i++) {
      articles.add(
          article(
              "old-" + i,
              "The night ferry",
              LocalDate.of(2023, 3, 1).plusDays(i),
              "The night ferry of Norholm: on trip %d, the night ferry was late.".formatted(i)));
    }
    articles.add(article("newest", "Night ferry retired", LocalDate.of(2024, 5, 2), NEWEST));
    articles.add(article("aside", "Market hall opens", LocalDate.of(2024, 5, 9), ASIDE));
    archive = new AnswererFixture(folder, articles);
  }

  @AfterAll
  static void close() {
    archive.close();
  }

  private static List<String> cited(String text) {
    var answer =
        archive
            .answerer(ConfiguredLlm.none(), ModelMeter.NONE, CONFIDENT)
            .answer(question(text), AnswerListener.NONE);
    return ((CitedAnswer) answer)
        .citations().stream().map(citation -> citation.source().article().id()).toList();
  }

  @Test
  void theNewestArticleWithTheTopicInItsHeadlineIsFound() {
    assertThat(cited("What is the latest on the night ferry?")).containsExactly("newest");
  }

  @Test
  void aLaterArticleThatOnlyMentionsTheTopicIsNotTheLatest() {
    assertThat(cited("What is the latest on the night ferry?")).doesNotContain("aside");
  }
}
