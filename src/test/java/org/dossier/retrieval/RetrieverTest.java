package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dossier.retrieval.RetrievalFixture.LEXICAL_ONLY;
import static org.dossier.retrieval.RetrievalFixture.article;
import static org.dossier.retrieval.RetrievalFixture.question;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.question.Exclusions;
import org.dossier.search.Filters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrieverTest {
  private static final String FERRY = "When does the ferry sail?";
  private static final int PASSAGES = 6;

  @TempDir private Path folder;

  @Test
  void theEnglishEmbeddingHasNoWeightOnTextInAnotherLanguage() throws InterruptedException {
    var german = "Das Schiff nach Holten ist seit Montag in der Werft, und das wird nicht billig.";
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("ship", null, null, null, german),
            article(
                "cat",
                null,
                null,
                "en",
                "Die Katze von Holten ist in der Stadt nicht mehr zu sehen."),
            article("lock", "The new lock is long."),
            article("ferry", "The ferry sails at noon."))) {
      fixture.embed();
      var retriever = fixture.retriever(Map.of("dossier.retrieval.rerank.weight", "0"));

      var english = retriever.retrieve(question("Which ship sails?")).evidence();
      var fused =
          english.stream()
              .collect(Collectors.toMap(e -> e.source().article().id(), e -> e.scores().fused()));
      assertThat(ids(retriever.retrieve(question("Which ship sails?")))).first().isEqualTo("ferry");
      assertThat(fused.get("ship")).isEqualTo(fused.get("cat"));
    }
  }

  @Test
  void aQuestionInAnotherLanguageIsAnsweredByItsWordsAlone() throws InterruptedException {
    try (var fixture =
        new RetrievalFixture(
            folder,
            article(
                "far", null, null, "de", "Die Werft in Holten ist seit Montag nicht mehr offen."),
            article(
                "near", null, null, "en", "Where is the shipyard, and since when is it closed?"))) {
      fixture.embed();

      var found =
          fixture.retriever(Map.of()).retrieve(question("Seit wann ist die Werft geschlossen?"));

      assertThat(found.evidence().getFirst().source().article().id()).isEqualTo("far");
    }
  }

  @Test
  void atMostThreePassagesOfAnArticleAreEvidence() {
    try (var fixture = new RetrievalFixture(folder, longArticle(), article("z", "The ferry."))) {
      var found = fixture.retriever(LEXICAL_ONLY).retrieve(question(FERRY));

      assertThat(found.passages()).isEqualTo(PASSAGES + 1);
      assertThat(ids(found)).containsExactlyInAnyOrder("long", "long", "long", "z");
    }
  }

  @Test
  void theLimitOfPassagesOfAnArticleIsASetting() {
    try (var fixture = new RetrievalFixture(folder, longArticle())) {
      var retriever = fixture.retriever(Map.of("dossier.retrieval.max-passages-per-article", "5"));

      assertThat(retriever.retrieve(question(FERRY)).evidence()).hasSize(5);
    }
  }

  @Test
  void aThoroughReadingReadsMoreOfAnArticle() {
    try (var fixture = new RetrievalFixture(folder, longArticle())) {
      var retriever = fixture.retriever(Map.of());

      var usual = retriever.retrieve(question(FERRY), retriever.forReader());
      var thorough = retriever.retrieve(question(FERRY), retriever.forThoroughReading());

      assertThat(usual.evidence()).hasSize(3);
      assertThat(readSentences(usual)).isEqualTo(8);
      assertThat(thorough.evidence()).hasSize(5);
      assertThat(readSentences(thorough)).isEqualTo(24);
      assertThat(thorough.evidence()).allSatisfy(e -> assertThat(e.prediction()).isNotNull());
    }
  }

  private static int readSentences(RetrievalResult retrieved) {
    return retrieved.evidence().stream().mapToInt(e -> e.selectedSentences().size()).sum();
  }

  @Test
  void theSameTextInTwoArticlesIsEvidenceOnce() throws InterruptedException {
    var text = "The ferry sails at noon.";
    try (var fixture =
        new RetrievalFixture(
            folder, article("b", text), article("a", text), article("c", text + " It is red."))) {
      fixture.embed();

      var found = fixture.retriever(Map.of()).retrieve(question(FERRY));

      assertThat(ids(found)).containsExactlyInAnyOrder("a", "c");
    }
  }

  @Test
  void anExcludedArticleAndCopiesOfItsSentenceAreNoEvidence() throws InterruptedException {
    var sentence = "The ferry sails at noon.";
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("original", sentence),
            article("copy", "Reprinted: The ferry\nsails at noon. It is red."),
            article("other", "The ferry sails in winter too."))) {
      fixture.embed();
      var exclusions = new Exclusions(Set.of("original"), Set.of(sentence));

      var found = fixture.retriever(Map.of()).retrieve(question(FERRY).excluding(exclusions));

      assertThat(ids(found)).containsExactly("other");
    }
  }

  @Test
  void exclusionsApplyToThePartsOfAQuestion() {
    var exclusions = new Exclusions(Set.of("a"), Set.of());
    var excluding = question(FERRY).excluding(exclusions);

    assertThat(excluding.searching("the ferry").exclusions()).isEqualTo(exclusions);
    assertThat(excluding.withFilters(Filters.NONE).exclusions()).isEqualTo(exclusions);
    assertThat(excluding.withoutFilters().exclusions()).isEqualTo(exclusions);
  }

  @Test
  void aTextBeyondTheLimitOfItsArticleIsEvidenceFromAnother() {
    var text = longArticle().text();
    var last = text.substring(text.lastIndexOf("The ferry"));
    try (var fixture = new RetrievalFixture(folder, longArticle(), article("z", last))) {
      assertThat(ids(fixture.retriever(LEXICAL_ONLY).retrieve(question(FERRY))))
          .containsExactly("long", "long", "long", "z");
    }
  }

  @Test
  void aPassageFoundByBothSearchesIsEvidenceOnce() throws InterruptedException {
    try (var fixture = new RetrievalFixture(folder, article("a", "The ferry sails at noon."))) {
      fixture.embed();

      assertThat(fixture.retriever(Map.of()).retrieve(question(FERRY)).evidence()).hasSize(1);
    }
  }

  @Test
  void anArticleChangedAfterIndexingIsLeftOut() {
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("changed", "The ferry sails at noon."),
            article("deleted", "The ferry sails at nine."),
            article("kept", "The ferry sails at ten."))) {
      fixture.putUnindexed(article("changed", "The ferry sails at one."));
      fixture.archive.delete("deleted");

      assertThat(ids(fixture.retriever(Map.of()).retrieve(question(FERRY))))
          .containsExactly("kept");
    }
  }

  @Test
  void equalScoresAreOrderedByArticle() {
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("c", "The ferry sails at ten."),
            article("a", "The ferry sails at noon."),
            article("b", "The ferry sails at nine."))) {
      var found = fixture.retriever(LEXICAL_ONLY).retrieve(question(FERRY));

      assertThat(found.evidence()).extracting(one -> one.scores().fused()).containsOnly(1.0);
      assertThat(ids(found)).containsExactly("a", "b", "c");
    }
  }

  @Test
  void equalScoresWithinAnArticleAreInReadingOrder() {
    try (var fixture = new RetrievalFixture(folder, longArticle())) {
      var settings = new HashMap<>(LEXICAL_ONLY);
      settings.put("dossier.retrieval.max-passages-per-article", "6");

      assertThat(fixture.retriever(settings).retrieve(question(FERRY)).evidence())
          .extracting(one -> one.passage().ordinal())
          .isSorted()
          .hasSize(PASSAGES);
    }
  }

  @Test
  void passagesWithoutAVectorAreEmbeddedAtQueryTime() throws InterruptedException {
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("a", "The ferry sails at noon."),
            article("b", "Nobody knows what a ferry is for."))) {
      var retriever = fixture.retriever(Map.of());
      var before = cosines(retriever.retrieve(question(FERRY)));
      fixture.embed();
      var after = cosines(retriever.retrieve(question(FERRY)));

      assertThat(before).containsOnlyKeys("a", "b");
      before.forEach(
          (id, cosine) -> assertThat(cosine).as(id).isCloseTo(after.get(id), within(1e-5)));
    }
  }

  @Test
  void onlyTheFirstPassagesAreEmbeddedAtQueryTime() {
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("a", "The ferry sails at noon."),
            article("b", "A ferry is a ship that carries cars and people over water."))) {
      var retriever = fixture.retriever(Map.of("dossier.retrieval.rerank.passages", "1"));

      assertThat(cosines(retriever.retrieve(question("When does the ferry sail at noon?"))))
          .hasEntrySatisfying("a", cosine -> assertThat(cosine).isBetween(0.0, 1.0))
          .hasEntrySatisfying("b", cosine -> assertThat(cosine).isNaN());
    }
  }

  @Test
  void filtersLimitTheEvidence() throws InterruptedException {
    var may = LocalDate.of(2019, 5, 14);
    var july = LocalDate.of(2020, 7, 2);
    try (var fixture =
        new RetrievalFixture(
            folder,
            article("may", "Harbour Gazette", may, "en", "The ferry sails at noon."),
            article("july", "Islands Courier", july, "en", "The ferry sails at nine."),
            article("undated", "The ferry sails at ten."))) {
      fixture.embed();
      var retriever = fixture.retriever(Map.of());

      assertThat(found(retriever, new Filters(may, may, Set.of()))).containsExactly("may");
      assertThat(found(retriever, new Filters(july, null, Set.of()))).containsExactly("july");
      assertThat(found(retriever, new Filters(null, null, Set.of("HARBOUR gazette"))))
          .containsExactly("may");
      assertThat(found(retriever, new Filters(july, null, Set.of("Harbour Gazette")))).isEmpty();
      assertThat(found(retriever, Filters.NONE)).hasSize(3);
    }
  }

  @Test
  void theResultReportsItsIndexAndAllPassages() {
    try (var fixture = new RetrievalFixture(folder, longArticle())) {
      var outside = new Filters(LocalDate.of(2020, 7, 2), null, Set.of());

      var found = fixture.retriever(Map.of()).retrieve(question(FERRY, outside));

      assertThat(found.evidence()).isEmpty();
      assertThat(found.passages()).isEqualTo(PASSAGES);
      assertThat(found.generation()).isEqualTo(fixture.archive.sequence());
    }
  }

  @Test
  void theFirstRanksDoNotDependOnTheAmountRequested() throws InterruptedException {
    try (var fixture =
        new RetrievalFixture(
            folder,
            IntStream.range(0, 20)
                .mapToObj(i -> article("a" + i, "The ferry %d sails at %d.".formatted(i, i % 7)))
                .toArray(Article[]::new))) {
      fixture.embed();
      var retriever = fixture.retriever(Map.of());

      var many = retriever.retrieve(question(FERRY), 15);
      var few = retriever.retrieve(question(FERRY), 2);

      assertThat(many.evidence()).hasSize(15);
      assertThat(ids(few)).isEqualTo(ids(many).subList(0, 2));
      assertThat(many.evidence())
          .extracting(Evidence::rank)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).boxed().toList());
    }
  }

  @Test
  void anEmptyIndexHasNoEvidence() {
    try (var fixture = new RetrievalFixture(folder)) {
      var found = fixture.retriever(Map.of()).retrieve(question(FERRY));

      assertThat(found.evidence()).isEmpty();
      assertThat(found.passages()).isZero();
    }
  }

  /// Six passages of one length, which differ in one word.
  private static Article longArticle() {
    var text =
        IntStream.range(0, PASSAGES)
            .mapToObj(i ->
                "The ferry sails past island number %d of all these islands. ".formatted(i + 1)
                    + "Its crew of seven people sleeps at home most nights. ".repeat(12))
            .collect(Collectors.joining("\n\n"));
    return article("long", text);
  }

  private static List<String> found(Retriever retriever, Filters filters) {
    return ids(retriever.retrieve(question(FERRY, filters)));
  }

  private static List<String> ids(RetrievalResult found) {
    return found.evidence().stream().map(one -> one.source().article().id()).toList();
  }

  private static Map<String, Double> cosines(RetrievalResult found) {
    return found.evidence().stream()
        .collect(
            Collectors.toMap(one -> one.source().article().id(), one -> one.scores().cosine()));
  }
}
