package org.dossier.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.evaluation.EvaluationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
  private static final List<String> BUILDINGS =
      List.of(
          "Aldgate tower",
          "Brandon bridge",
          "Calder mill",
          "Dunmore castle",
          "Elmstead church",
          "Farnham library",
          "Greystone lighthouse",
          "Harwick theatre",
          "Iverna museum",
          "Jarrow station",
          "Kelham observatory",
          "Lydford hospital",
          "Merton barracks",
          "Norbury aqueduct");

  @TempDir private Path folder;

  @Test
  void questionsAreAnsweredFromTheirArticleButNotWithoutIt() throws InterruptedException {
    try (var fixture = new EvaluationFixture(folder, CalibrationTest::fill)) {
      var progress = new ArrayList<Integer>();

      var report =
          fixture.calibration().run(26, 0.1, (asked, all) -> progress.add(asked * 100 / all));

      assertThat(report.questions()).hasSize(26);
      assertThat(report.questions())
          .extracting(AskedQuestion::article)
          .containsAll(ids().toList())
          .doesNotContain("german");
      assertThat(report.questions())
          .extracting(AskedQuestion::question)
          .doesNotHaveDuplicates()
          .contains("When was the Calder mill opened?");
      assertThat(report.found()).isGreaterThan(0.9);
      assertThat(report.questions()).noneMatch(asked -> asked.withheld().right());
      assertThat(report.recommended().overclaimed()).isLessThanOrEqualTo(0.1);
      assertThat(progress).hasSize(26).endsWith(100);
      assertThat(fixture.calibration().run(26, 0.1, (_, _) -> {})).isEqualTo(report);
    }
  }

  /// Otherwise the copy would answer, although the archive is asked as if it lacked the words.
  @Test
  void copiesOfAnArticleAreWithheldWithIt() throws InterruptedException {
    try (var fixture =
        new EvaluationFixture(
            folder,
            archive -> {
              fill(archive);
              archive.put(List.of(article("copy", BUILDINGS.getFirst(), 0)));
            })) {
      var report = fixture.calibration().run(30, 0.1, (_, _) -> {});

      assertThat(report.questions())
          .filteredOn(asked -> asked.question().contains(BUILDINGS.getFirst()))
          .hasSize(2)
          .allMatch(AskedQuestion::isFound)
          .noneMatch(asked -> asked.withheld().right());
    }
  }

  @Test
  void tooFewQuestionsAreAnError() throws InterruptedException {
    try (var fixture =
        new EvaluationFixture(
            folder, archive -> archive.put(List.of(article("a", "Aldgate tower", 0))))) {
      var calibration = fixture.calibration();

      assertThatThrownBy(() -> calibration.run(200, 0.1, (_, _) -> {}))
          .isInstanceOf(TooFewQuestionsException.class)
          .hasMessageContaining("only 2 questions")
          .hasMessageContaining("at least 20");
    }
  }

  private static Stream<String> ids() {
    return IntStream.range(0, BUILDINGS.size()).mapToObj(i -> "building-" + i);
  }

  private static void fill(Archive archive) {
    var articles = new ArrayList<Article>();
    for (int i = 0; i < BUILDINGS.size(); i++) {
      articles.add(article("building-" + i, BUILDINGS.get(i), i));
    }
    articles.add(
        new Article(
            "german",
            "Die Brücke",
            null,
            List.of(),
            null,
            "de",
            null,
            false,
            null,
            "Die Brücke wurde im Mai 1999 eröffnet."));
    archive.put(articles);
  }

  private static Article article(String id, String building, int number) {
    var text =
        "The %s was opened in May %d. The %1$s was restored on 3 June %d."
            .formatted(building, 1901 + number, 1951 + number);
    return new Article(
        id, building, null, List.of(), null, "en", LocalDate.of(2020, 1, 1), false, null, text);
  }
}
