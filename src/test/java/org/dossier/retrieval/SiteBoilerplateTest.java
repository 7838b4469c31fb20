package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.RetrievalFixture.LEXICAL_ONLY;
import static org.dossier.retrieval.RetrievalFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBoilerplateTest {
  private static final LocalDate DAY = LocalDate.parse("2022-05-03");
  private static final String OFFER =
      "Explore the harbour with our tide letter. Sign up for Gull’s tide newsletter today.";
  private static final String BACKGROUND =
      "The bridge to Ousel Bay has been closed since the flood of January 2021.";
  private static final List<String> STORIES =
      List.of(
          "The ferry to Ousel Bay sails at noon, the office said.",
          "Fishermen landed 400 tonnes of herring in one week.",
          "A choir from Vester won the prize of the islands.",
          "The school of Tarn got a new roof after the storm.",
          "Two lighthouses are being repainted in red and white.");

  @TempDir private Path folder;

  private static Article article(String id, String publisher, int day, String text) {
    return new Article(
        id,
        "News of " + publisher,
        publisher,
        List.of(),
        null,
        "en",
        DAY.plusDays(day),
        false,
        null,
        text);
  }

  /// Articles on different stories, each with these lines at its end.
  private static Article[] articles(int count, String publisher, String... lines) {
    return IntStream.range(0, count)
        .mapToObj(n ->
            article(
                publisher + n,
                publisher,
                n,
                STORIES.get(n) + "\n" + String.join("\n", lines) + "\n"))
        .toArray(Article[]::new);
  }

  private static List<String> sentences(RetrievalFixture fixture, String asked) {
    return sentences(fixture.retriever(LEXICAL_ONLY), asked);
  }

  private static List<String> sentences(Retriever retriever, String asked) {
    return retriever.retrieve(question(asked)).evidence().stream()
        .flatMap(evidence -> evidence.sentences().stream())
        .toList();
  }

  @Test
  void aLineOfThePageThatArticlesOfAPublisherRepeatIsNoEvidence() {
    try (var fixture = new RetrievalFixture(folder, articles(4, "Gull", OFFER))) {
      assertThat(sentences(fixture, "Who offers a tide newsletter to explore the harbour?"))
          .noneMatch(sentence -> sentence.contains("tide"));
      assertThat(sentences(fixture, "When does the ferry to Ousel Bay sail?"))
          .contains(STORIES.getFirst());
    }
  }

  @Test
  void theFormOfApostrophesAndCaseMakeNoDifference() {
    var articles = articles(4, "Gull", OFFER);
    articles[0] =
        article("Gull0", "GULL", 0, STORIES.getFirst() + "\n" + OFFER.replace('’', '\'') + "\n");
    try (var fixture = new RetrievalFixture(folder, articles)) {
      assertThat(sentences(fixture, "Who offers a tide newsletter?"))
          .noneMatch(sentence -> sentence.contains("tide"));
    }
  }

  @Test
  void aRepeatedLineOfAStoryRemainsEvidence() {
    try (var fixture = new RetrievalFixture(folder, articles(5, "Gull", BACKGROUND))) {
      assertThat(sentences(fixture, "Since when has the bridge to Ousel Bay been closed?"))
          .contains(BACKGROUND);
    }
  }

  @Test
  void aLineOfFewArticlesRemainsEvidence() {
    try (var fixture = new RetrievalFixture(folder, articles(3, "Gull", OFFER))) {
      assertThat(sentences(fixture, "Who offers a tide newsletter?"))
          .contains("Sign up for Gull’s tide newsletter today.");
    }
  }

  @Test
  void theLinesOfAnotherPublisherDoNotCount() {
    var gull = articles(3, "Gull", OFFER);
    var tern = articles(3, "Tern", OFFER);
    try (var fixture = new RetrievalFixture(folder, gull)) {
      fixture.archive.put(List.of(tern));
      fixture.index.catchUp();

      assertThat(sentences(fixture, "Who offers a tide newsletter?"))
          .contains("Sign up for Gull’s tide newsletter today.");
    }
  }

  @Test
  void reprintsCountAsOneArticle() {
    var wire =
        String.join("\n", STORIES)
            + "\nCaptain Ilse Varga said that the earlier departure helps commuters from the villages.\n"
            + OFFER
            + "\n";
    var copies =
        IntStream.range(0, 5)
            .mapToObj(n -> article("copy" + n, "Gull", 0, wire))
            .toArray(Article[]::new);
    try (var fixture = new RetrievalFixture(folder, copies)) {
      fixture.detectReprints();

      assertThat(sentences(fixture, "Who offers a tide newsletter?"))
          .contains("Sign up for Gull’s tide newsletter today.");
    }
  }

  @Test
  void theProfileFollowsTheArchive() {
    var articles = articles(4, "Gull", OFFER);
    try (var fixture = new RetrievalFixture(folder, articles[0], articles[1], articles[2])) {
      var retriever = fixture.retriever(LEXICAL_ONLY);
      assertThat(sentences(retriever, "Who offers a tide newsletter?")).isNotEmpty();

      fixture.archive.put(List.of(articles[3]));
      fixture.index.catchUp();
      assertThat(sentences(retriever, "Who offers a tide newsletter?"))
          .noneMatch(sentence -> sentence.contains("newsletter"));

      fixture.archive.delete("Gull3");
      fixture.index.catchUp();
      assertThat(sentences(retriever, "Who offers a tide newsletter?"))
          .contains("Sign up for Gull’s tide newsletter today.");
    }
  }

  @Test
  void theLinesOfAnArticleAreListed() {
    try (var fixture = new RetrievalFixture(folder, articles(4, "Gull", OFFER, BACKGROUND))) {
      var article = fixture.archive.find("Gull1").orElseThrow().article();

      assertThat(fixture.retriever(LEXICAL_ONLY).siteBoilerplate(article)).containsExactly(OFFER);
    }
  }

  @Test
  void profilesCanBeDisabled() {
    Map<String, String> settings = new HashMap<>(LEXICAL_ONLY);
    settings.put("dossier.retrieval.site-profile-articles", "0");
    try (var fixture = new RetrievalFixture(folder, articles(5, "Gull", OFFER))) {
      assertThat(sentences(fixture.retriever(settings), "Who offers a tide newsletter?"))
          .contains("Sign up for Gull’s tide newsletter today.");
    }
  }
}
