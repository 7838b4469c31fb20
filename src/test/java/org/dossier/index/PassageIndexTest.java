package org.dossier.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.IOUtils;
import org.dossier.corpus.Article;
import org.dossier.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PassageIndexTest {

  @TempDir private Path folder;
  private Harbour harbour;

  @BeforeEach
  void open() {
    harbour = new Harbour(folder);
  }

  @AfterEach
  void close() {
    harbour.close();
  }

  @Test
  void anEmptyArchiveHasNothingToFind() {
    assertThat(harbour.words("ferries")).isEmpty();
    assertThat(harbour.vectors("ferries")).isEmpty();
    boolean empty = harbour.index().search(Snapshot::isEmpty);
    long generation = harbour.index().search(Snapshot::generation);
    assertThat(empty).isTrue();
    assertThat(generation).isZero();
  }

  @Test
  void wordsAnswerBeforeVectorsAndThenBothAgree() throws Exception {
    harbour.put(Harbour.LOCK, Harbour.TOMATOES);
    assertThat(harbour.words("Who opened the lock?").getFirst().articleId()).isEqualTo("lock");
    assertThat(harbour.vectors("Who opened the lock?")).isEmpty();

    harbour.embed();

    var byWords = harbour.words("Who opened the lock?").getFirst();
    var byVector = harbour.vectors("Who opened the lock?").getFirst();
    assertThat(byVector.samePassage(byWords)).isTrue();
    assertThat(byVector.score()).isBetween(0.3f, 1f);
  }

  @Test
  void aHitHasTheExactPlacesOfItsSentences() {
    harbour.put(Harbour.LOCK);

    var hit = harbour.words("How long is the lock in metres?").getFirst();

    var text = Harbour.LOCK.text();
    assertThat(hit.version()).isEqualTo(Harbour.LOCK.version());
    assertThat(hit.sentences().stream().map(sentence -> sentence.of(text)))
        .contains("It is 240 metres long and took six years to build.");
    assertThat(hit.span())
        .isEqualTo(new Span(hit.sentences().getFirst().start(), hit.sentences().getLast().end()));
  }

  @Test
  void titlePublisherAndMonthAreWordsToo() {
    harbour.put(Harbour.LOCK, Harbour.TOMATOES);

    assertThat(harbour.articlesByWords("report")).containsExactly("tomatoes");
    assertThat(harbour.articlesByWords("gazette")).containsExactly("lock");
    assertThat(harbour.articlesByWords("May 2019")).containsExactly("lock");
  }

  @Test
  void aDeletedArticleIsGoneAtOnce() throws Exception {
    harbour.put(Harbour.LOCK, Harbour.TOMATOES);
    harbour.embed();

    harbour.delete("lock");

    assertThat(harbour.articlesByWords("lock")).isEmpty();
    assertThat(harbour.vectors("lock")).extracting(Hit::articleId).containsOnly("tomatoes");
  }

  @Test
  void aChangedArticleIsFoundByItsNewWordsOnly() throws Exception {
    harbour.put(Harbour.LOCK);
    harbour.embed();
    var changed = Harbour.article("lock", null, null, null, "The bridge was painted green.");

    harbour.put(changed);

    assertThat(harbour.words("harbour master")).isEmpty();
    assertThat(harbour.words("green bridge"))
        .singleElement()
        .returns(changed.version(), Hit::version);
    assertThat(harbour.vectors("green bridge")).isEmpty();
    harbour.embed();
    assertThat(harbour.vectors("green bridge")).hasSize(1);
  }

  @Test
  void theGenerationIsThatOfTheArchive() {
    harbour.put(Harbour.LOCK);
    long first = harbour.index().search(Snapshot::generation);

    harbour.delete("lock");

    long second = harbour.index().search(Snapshot::generation);
    assertThat(first).isPositive().isLessThan(second);
    assertThat(second).isEqualTo(harbour.archive.sequence());
  }

  @Test
  void filtersNarrowBothSearches() throws Exception {
    harbour.put(Harbour.LOCK, Harbour.TOMATOES, Harbour.UNDATED);
    harbour.embed();
    var from2020 = new Filters(LocalDate.of(2020, 1, 1), null, Set.of());
    var until2019 = new Filters(null, LocalDate.of(2019, 5, 14), Set.of());
    var courier = new Filters(null, null, Set.of("ISLANDS courier"));
    var courierUntil2019 = new Filters(null, LocalDate.of(2019, 5, 14), Set.of("Islands Courier"));
    var islands = "ferries to the islands";

    assertThat(articles(harbour.words(islands))).contains("lock", "tomatoes", "undated");
    assertThat(articles(harbour.words(islands, from2020))).containsExactly("tomatoes");
    assertThat(articles(harbour.vectors(islands, from2020))).containsExactly("tomatoes");
    assertThat(articles(harbour.words(islands, until2019))).containsExactly("lock");
    assertThat(articles(harbour.vectors(islands, until2019))).containsExactly("lock");
    assertThat(articles(harbour.words(islands, courier))).containsExactly("tomatoes");
    assertThat(articles(harbour.vectors(islands, courier))).containsExactly("tomatoes");
    assertThat(harbour.words(islands, courierUntil2019)).isEmpty();
    assertThat(harbour.vectors(islands, courierUntil2019)).isEmpty();
  }

  @Test
  void datesThatDoNotFollowEachOtherAreRefused() {
    var later = LocalDate.of(2020, 1, 2);

    assertThatThrownBy(() -> new Filters(later, later.minusDays(1), Set.of()))
        .hasMessageContaining("2020-01-02 > 2020-01-01");
    assertThat(new Filters(later, later, Set.of()).isEmpty()).isFalse();
  }

  @Test
  void equalPassagesComeInTheOrderOfTheirIds() throws Exception {
    var ids = List.of("d", "b", "a", "e", "c");
    for (var id : ids) {
      harbour.put(Harbour.article(id, null, null, null, "The bridge was painted green."));
    }
    harbour.embed();

    assertThat(articles(harbour.words("green bridge"))).containsExactly("a", "b", "c", "d", "e");
    assertThat(articles(harbour.vectors("green bridge"))).containsExactly("a", "b", "c", "d", "e");
    var best = harbour.index().search(snapshot -> snapshot.byWords("bridge", Filters.NONE, 2));
    assertThat(articles(best)).containsExactly("a", "b");
  }

  @Test
  void scoresDoNotDependOnWhatWasThereBefore() throws Exception {
    harbour.put(manyAbout("ferries and tomatoes"));
    harbour.put(Harbour.LOCK, Harbour.TOMATOES, Harbour.UNDATED);
    harbour.embed();
    for (var article : manyAbout("ferries and tomatoes")) {
      harbour.delete(article.id());
    }
    var words = harbour.words("ferries tomatoes lock");
    var vectors = harbour.vectors("ferries tomatoes lock");
    double idf = harbour.index().search(snapshot -> snapshot.idf("tomato", "en"));

    harbour.closeIndex();
    IOUtils.rm(harbour.indexFolder());

    assertThat(harbour.words("ferries tomatoes lock")).hasSizeGreaterThan(2).isEqualTo(words);
    assertThat(harbour.vectors("ferries tomatoes lock")).hasSizeGreaterThan(2).isEqualTo(vectors);
    double rebuilt = harbour.index().search(snapshot -> snapshot.idf("tomato", "en"));
    assertThat(idf).isEqualTo(rebuilt);
  }

  @Test
  void eachHitCanBeScoredByTheOtherSearchToo() throws Exception {
    harbour.put(Harbour.LOCK, Harbour.TOMATOES);
    harbour.embed();
    harbour.put(Harbour.UNDATED);
    var question = "Are ferries on time?";
    var vector = Harbour.MODEL.ofQuestion(question);

    harbour
        .index()
        .search(snapshot -> {
          var all = snapshot.byWords("ferries islands lock", Filters.NONE, 10);
          var words = snapshot.wordScores(all, question);
          var cosines = snapshot.cosines(all, vector);
          var byWords = snapshot.byWords(question, Filters.NONE, 10);
          var byVector = snapshot.byVector(vector, Filters.NONE, 10);
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
  void noHitsHaveNoScores() {
    harbour.put(Harbour.LOCK);
    var vector = Harbour.MODEL.ofQuestion("lock");

    double[] words = harbour.index().search(snapshot -> snapshot.wordScores(List.of(), "lock"));
    double[] cosines = harbour.index().search(snapshot -> snapshot.cosines(List.of(), vector));

    assertThat(words).isEmpty();
    assertThat(cosines).isEmpty();
  }

  @Test
  void aRareTermTellsMoreThanACommonOne() {
    double nothing = harbour.index().search(snapshot -> snapshot.idf("lock", "en"));
    harbour.put(Harbour.LOCK, Harbour.TOMATOES, Harbour.UNDATED);

    double rare = harbour.index().search(snapshot -> snapshot.idf("telephon", "en"));
    double common = harbour.index().search(snapshot -> snapshot.idf("ferri", "en"));
    double unknown = harbour.index().search(snapshot -> snapshot.idf("zeppelin", null));

    assertThat(nothing).isEqualTo(Math.log(2), within(1e-9));
    assertThat(rare).isEqualTo(Math.log(1 + 2.5 / 1.5), within(1e-9));
    assertThat(common).isEqualTo(Math.log(1 + 1.5 / 2.5), within(1e-9));
    assertThat(unknown).isEqualTo(Math.log(1 + 3.5 / 0.5), within(1e-9));
  }

  @Test
  void aQuestionOfAnyLengthAndKindIsAnswered() {
    harbour.put(Harbour.LOCK);
    var endless = new StringBuilder();
    IntStream.range(0, 5_000).forEach(i -> endless.append("word").append(i).append(' '));

    assertThat(harbour.words("lock " + endless)).hasSize(1);
    assertThat(harbour.words("")).isEmpty();
    assertThat(harbour.words("the of and")).isEmpty();
    assertThat(harbour.words("title: lock AND (")).hasSize(1);
    List<Hit> none = harbour.index().search(s -> s.byWords("lock", Filters.NONE, 0));
    assertThat(none).isEmpty();
  }

  @Test
  void aClosedIndexSaysSo() {
    harbour.put(Harbour.LOCK);
    var index = harbour.index();
    harbour.closeIndex();
    index.close();

    assertThatThrownBy(index::catchUp).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> index.search(Snapshot::isEmpty))
        .isInstanceOf(IllegalStateException.class);
  }

  private static Article[] manyAbout(String subject) {
    return IntStream.range(0, 40)
        .mapToObj(i -> Harbour.article("more" + i, subject, null, null, "More on " + subject + "."))
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
