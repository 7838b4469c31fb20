package org.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dossier.archive.Article;
import org.dossier.archive.PublishedTime;
import org.dossier.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract of searches and changes for every engine behind the search port.
public abstract class PassageIndexContract {

  @TempDir private Path folder;
  private HarbourFixture harbourFixture;

  /// An empty archive in `folder` with an index in the engine.
  protected abstract HarbourFixture open(Path folder);

  @BeforeEach
  void open() {
    harbourFixture = open(folder);
  }

  @AfterEach
  void close() {
    harbourFixture.close();
  }

  @Test
  void anEmptyArchiveHasNoHits() {
    assertThat(harbourFixture.words("ferries")).isEmpty();
    assertThat(harbourFixture.vectors("ferries")).isEmpty();
    boolean empty = harbourFixture.index().search(IndexSnapshot::isEmpty);
    long generation = harbourFixture.index().search(IndexSnapshot::generation);
    assertThat(empty).isTrue();
    assertThat(generation).isZero();
  }

  @Test
  void lexicalSearchWorksBeforeVectorsAreComputed() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    assertThat(harbourFixture.words("Who opened the lock?").getFirst().articleId())
        .isEqualTo("lock");
    assertThat(harbourFixture.vectors("Who opened the lock?")).isEmpty();

    harbourFixture.embed();

    var byWords = harbourFixture.words("Who opened the lock?").getFirst();
    var byVector = harbourFixture.vectors("Who opened the lock?").getFirst();
    assertThat(byVector.samePassage(byWords)).isTrue();
    assertThat(byVector.score()).isBetween(0.3f, 1f);
  }

  /// No article is stored in between, which would make the index follow anyway.
  @Test
  void anArticleIsFoundWhenItsTimeOfPublicationHasCome() {
    var lock = HarbourFixture.LOCK;
    harbourFixture.put(
        new Article(
            lock.id(),
            lock.title(),
            lock.publisher(),
            lock.authors(),
            lock.url(),
            lock.language(),
            LocalDate.of(2999, 1, 1),
            PublishedTime.parse("08:00Z"),
            false,
            null,
            lock.text()));
    assertThat(harbourFixture.words("Who opened the lock?")).isEmpty();

    harbourFixture.database.write(handle ->
        handle.execute("UPDATE article SET withheld_until = 0 WHERE withheld_until IS NOT NULL"));
    harbourFixture.index().catchUp();

    assertThat(harbourFixture.words("Who opened the lock?").getFirst().articleId())
        .isEqualTo("lock");
  }

  @Test
  void aHitHasTheExactSpansOfItsSentences() {
    harbourFixture.put(HarbourFixture.LOCK);

    var hit = harbourFixture.words("How long is the lock in metres?").getFirst();

    var text = HarbourFixture.LOCK.text();
    assertThat(hit.version()).isEqualTo(HarbourFixture.LOCK.version());
    assertThat(hit.sentences().stream().map(sentence -> sentence.of(text)))
        .contains("It is 240 metres long and took six years to build.");
    assertThat(hit.span())
        .isEqualTo(new Span(hit.sentences().getFirst().start(), hit.sentences().getLast().end()));
  }

  @Test
  void titlePublisherAndMonthAreSearchable() {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);

    assertThat(harbourFixture.articlesByWords("report")).containsExactly("tomatoes");
    assertThat(harbourFixture.articlesByWords("gazette")).containsExactly("lock");
    assertThat(harbourFixture.articlesByWords("May 2019")).containsExactly("lock");
  }

  @Test
  void aDeletedArticleIsNotFoundImmediatelyAfterwards() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    harbourFixture.embed();

    harbourFixture.delete("lock");

    assertThat(harbourFixture.articlesByWords("lock")).isEmpty();
    assertThat(harbourFixture.vectors("lock")).extracting(Hit::articleId).containsOnly("tomatoes");
  }

  @Test
  void aChangedArticleIsFoundByItsNewTextOnly() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK);
    harbourFixture.embed();
    var changed = HarbourFixture.article("lock", null, null, null, "The bridge was painted green.");

    harbourFixture.put(changed);

    assertThat(harbourFixture.words("harbour master")).isEmpty();
    assertThat(harbourFixture.words("green bridge"))
        .singleElement()
        .returns(changed.version(), Hit::version);
    assertThat(harbourFixture.vectors("green bridge")).isEmpty();
    harbourFixture.embed();
    assertThat(harbourFixture.vectors("green bridge")).hasSize(1);
  }

  @Test
  void theGenerationIsTheSequenceOfTheArchive() {
    harbourFixture.put(HarbourFixture.LOCK);
    long first = harbourFixture.index().search(IndexSnapshot::generation);

    harbourFixture.delete("lock");

    long second = harbourFixture.index().search(IndexSnapshot::generation);
    assertThat(first).isPositive().isLessThan(second);
    assertThat(second).isEqualTo(harbourFixture.archive.sequence());
  }

  @Test
  void filtersApplyToBothSearches() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);
    harbourFixture.embed();
    var from2020 = new Filters(LocalDate.of(2020, 1, 1), null, Set.of());
    var until2019 = new Filters(null, LocalDate.of(2019, 5, 14), Set.of());
    var asOf2019 = Filters.NONE.asOf(LocalDate.of(2019, 5, 14));
    var courier = new Filters(null, null, Set.of("ISLANDS courier"));
    var courierUntil2019 = new Filters(null, LocalDate.of(2019, 5, 14), Set.of("Islands Courier"));
    var islands = "ferries to the islands";

    assertThat(articles(harbourFixture.words(islands))).contains("lock", "tomatoes", "undated");
    assertThat(articles(harbourFixture.words(islands, from2020))).containsExactly("tomatoes");
    assertThat(articles(harbourFixture.vectors(islands, from2020))).containsExactly("tomatoes");
    assertThat(articles(harbourFixture.words(islands, until2019))).containsExactly("lock");
    assertThat(articles(harbourFixture.vectors(islands, until2019))).containsExactly("lock");
    assertThat(articles(harbourFixture.words(islands, asOf2019))).containsExactly("lock");
    assertThat(articles(harbourFixture.vectors(islands, asOf2019))).containsExactly("lock");
    assertThat(articles(harbourFixture.words(islands, courier))).containsExactly("tomatoes");
    assertThat(articles(harbourFixture.vectors(islands, courier))).containsExactly("tomatoes");
    assertThat(harbourFixture.words(islands, courierUntil2019)).isEmpty();
    assertThat(harbourFixture.vectors(islands, courierUntil2019)).isEmpty();
  }

  @Test
  void aFilterWithReversedDatesIsRejected() {
    var later = LocalDate.of(2020, 1, 2);

    assertThatThrownBy(() -> new Filters(later, later.minusDays(1), Set.of()))
        .hasMessageContaining("2020-01-02 > 2020-01-01");
    assertThat(new Filters(later, later, Set.of()).isEmpty()).isFalse();
  }

  @Test
  void equalScoresAreOrderedByArticle() throws Exception {
    var ids = List.of("d", "b", "a", "e", "c");
    for (var id : ids) {
      harbourFixture.put(
          HarbourFixture.article(id, null, null, null, "The bridge was painted green."));
    }
    harbourFixture.embed();

    assertThat(articles(harbourFixture.words("green bridge")))
        .containsExactly("a", "b", "c", "d", "e");
    assertThat(articles(harbourFixture.vectors("green bridge")))
        .containsExactly("a", "b", "c", "d", "e");
    var best =
        harbourFixture
            .index()
            .search(indexSnapshot -> indexSnapshot.searchLexical("bridge", Filters.NONE, 2));
    assertThat(articles(best)).containsExactly("a", "b");
  }

  @Test
  void scoresDoNotDependOnDeletedPassages() throws Exception {
    harbourFixture.put(manyAbout("ferries and tomatoes"));
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);
    harbourFixture.embed();
    for (var article : manyAbout("ferries and tomatoes")) {
      harbourFixture.delete(article.id());
    }
    var words = harbourFixture.words("ferries tomatoes lock");
    var vectors = harbourFixture.vectors("ferries tomatoes lock");
    double idf = harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("tomato", "en"));

    harbourFixture.index().rebuild();

    assertThat(harbourFixture.words("ferries tomatoes lock"))
        .hasSizeGreaterThan(2)
        .isEqualTo(words);
    assertThat(harbourFixture.vectors("ferries tomatoes lock"))
        .hasSizeGreaterThan(2)
        .isEqualTo(vectors);
    double rebuilt =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("tomato", "en"));
    assertThat(idf).isEqualTo(rebuilt);
  }

  @Test
  void eachHitCanBeScoredByBothSearches() throws Exception {
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES);
    harbourFixture.embed();
    harbourFixture.put(HarbourFixture.UNDATED);
    var question = "Are ferries on time?";
    var vector = HarbourFixture.MODEL.embedQuestion(question);

    harbourFixture
        .index()
        .search(indexSnapshot -> {
          var all = indexSnapshot.searchLexical("ferries islands lock", Filters.NONE, 10);
          var words = indexSnapshot.lexicalScores(all, question);
          var cosines = indexSnapshot.cosines(all, vector);
          var byWords = indexSnapshot.searchLexical(question, Filters.NONE, 10);
          var byVector = indexSnapshot.searchVector(vector, Filters.NONE, 10);
          assertThat(all).hasSize(3);
          for (int i = 0; i < all.size(); i++) {
            assertThat(words[i]).isCloseTo(score(byWords, all.get(i), 0), within(1e-6));
            assertThat(cosines[i])
                .isEqualTo(Double.valueOf(score(byVector, all.get(i), Double.NaN)));
          }
          assertThat(words).contains(0);
          assertThat(cosines).contains(Double.NaN);
          return true;
        });
  }

  @Test
  void passagesWithoutVectorsHaveNoCosinesAmongThoseWithVectors() throws Exception {
    harbourFixture.put(manyAbout("ferries"));
    harbourFixture.embed();
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);
    harbourFixture.index().rebuild();
    var vector = HarbourFixture.MODEL.embedQuestion("Are ferries on time?");

    harbourFixture
        .index()
        .search(indexSnapshot -> {
          var all = indexSnapshot.searchLexical("ferries lock tomatoes", Filters.NONE, 1000);
          var cosines = indexSnapshot.cosines(all, vector);
          assertThat(articles(all)).contains("lock", "tomatoes", "undated").hasSizeGreaterThan(3);
          for (int i = 0; i < all.size(); i++) {
            var article = all.get(i).articleId();
            assertThat(!Double.isNaN(cosines[i])).as(article).isEqualTo(article.startsWith("more"));
          }
          return true;
        });
  }

  @Test
  void noHitsHaveNoScores() {
    harbourFixture.put(HarbourFixture.LOCK);
    var vector = HarbourFixture.MODEL.embedQuestion("lock");

    double[] words =
        harbourFixture
            .index()
            .search(indexSnapshot -> indexSnapshot.lexicalScores(List.of(), "lock"));
    double[] cosines =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.cosines(List.of(), vector));

    assertThat(words).isEmpty();
    assertThat(cosines).isEmpty();
  }

  @Test
  void aRareTermHasAHigherIdfThanACommonOne() {
    double nothing =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("lock", "en"));
    harbourFixture.put(HarbourFixture.LOCK, HarbourFixture.TOMATOES, HarbourFixture.UNDATED);

    double rare =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("telephon", "en"));
    double common =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("ferri", "en"));
    double unknown =
        harbourFixture.index().search(indexSnapshot -> indexSnapshot.idf("zeppelin", null));

    assertThat(nothing).isEqualTo(Math.log(2), within(1e-9));
    assertThat(rare).isEqualTo(Math.log(1 + 2.5 / 1.5), within(1e-9));
    assertThat(common).isEqualTo(Math.log(1 + 1.5 / 2.5), within(1e-9));
    assertThat(unknown).isEqualTo(Math.log(1 + 3.5 / 0.5), within(1e-9));
  }

  @Test
  void questionsOfAnyLengthAndContentAreAccepted() {
    harbourFixture.put(HarbourFixture.LOCK);
    var endless = new StringBuilder();
    IntStream.range(0, 5_000).forEach(i -> endless.append("word").append(i).append(' '));

    assertThat(harbourFixture.words("lock " + endless)).hasSize(1);
    assertThat(harbourFixture.words("")).isEmpty();
    assertThat(harbourFixture.words("the of and")).isEmpty();
    assertThat(harbourFixture.words("title: lock AND (")).hasSize(1);
    List<Hit> none = harbourFixture.index().search(s -> s.searchLexical("lock", Filters.NONE, 0));
    assertThat(none).isEmpty();
  }

  @Test
  void aClosedIndexRejectsSearches() {
    harbourFixture.put(HarbourFixture.LOCK);
    var index = harbourFixture.index();
    harbourFixture.closeIndex();
    index.close();

    assertThatThrownBy(index::catchUp).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> index.search(IndexSnapshot::isEmpty))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Article[] manyAbout(String subject) {
    return IntStream.range(0, 40)
        .mapToObj(i ->
            HarbourFixture.article("more" + i, subject, null, null, "More on " + subject + "."))
        .toArray(Article[]::new);
  }

  private static List<String> articles(List<Hit> hits) {
    return hits.stream().map(Hit::articleId).distinct().toList();
  }

  private static double score(List<Hit> hits, Hit wanted, double missing) {
    return hits.stream()
        .filter(wanted::samePassage)
        .mapToDouble(Hit::score)
        .findFirst()
        .orElse(missing);
  }
}
