package org.dossier.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dossier.benchmark.Result.Conditions;
import org.dossier.benchmark.Result.IngestionResult;
import org.dossier.benchmark.Result.SearchResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkTest {
  private static final List<Contestants> ALL = List.of(Contestants.values());
  private static final String ARTICLES =
      """
      {"id": "bridge", "title": "A bridge", "text": "Ada Berg designed the swing bridge of Lindholm."}
      {"id": "herring", "title": "Herring", "text": "Fishermen landed 12 tonnes of herring in one night."}
      {"id": "mill", "title": "The mill", "text": "The old mill by the river was sold to a baker."}
      """;
  private static final String QUESTIONS =
      """
      {"id": "1", "question": "Who designed the swing bridge?", "answers": [["Ada Berg"]], "articles": ["bridge"]}
      {"id": "2", "question": "How much herring was landed?", "answers": [["12 tonnes"]]}
      {"id": "3", "question": "How deep is the harbour?", "answers": [["9 fathoms"]]}
      """;

  @TempDir Path folder;
  private Material material = Material.NONE;

  @BeforeEach
  void setUp() throws IOException {
    var archive = Files.writeString(folder.resolve("archive.jsonl"), ARTICLES);
    var questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS);
    material = Material.read(archive, questions, 3);
  }

  @Test
  void everyContestantIngestsTheArticlesAndFindsAnswers() {
    var ingestionResult = new IngestionBenchmark(new InThisProcess(), material, 2).run(ALL, folder);

    assertThat(ingestionResult).extracting(IngestionResult::who).containsExactlyElementsOf(ALL);
    assertThat(ingestionResult)
        .allSatisfy(one -> {
          assertThat(one.articles()).isEqualTo(3);
          assertThat(one.passages()).isEqualTo(3);
          assertThat(one.questions()).as("those with an answer in the articles").isEqualTo(2);
          assertThat(one.answersFound()).isEqualTo(2);
          assertThat(one.charactersPerSecond()).isPositive();
        });
  }

  @Test
  void everyContestantFindsTheNearestNeighbours() {
    var searchResult = new SearchBenchmark(new InThisProcess(), 4, 2).run(ALL, 50, folder);

    assertThat(searchResult).extracting(SearchResult::who).containsExactlyElementsOf(ALL);
    assertThat(searchResult)
        .allSatisfy(one -> {
          assertThat(one.size()).isEqualTo(50);
          assertThat(one.recall()).isEqualTo(1);
          assertThat(one.endToEnd().p95()).isGreaterThanOrEqualTo(one.endToEnd().median());
          assertThat(one.residentMegabytes()).isGreaterThan(one.heapMegabytes());
        });
    assertThat(ResultTable.of(new Result(Conditions.here(2), List.of(), searchResult)))
        .contains("50 passages", "| Dossier |", "| LangChain4j, Lucene |");
  }

  @Test
  void syntheticPassagesAreDeterministic() {
    assertThat(new Synthetic(50).vector(7)).isEqualTo(new Synthetic(100).vector(7));
    assertThat(new Synthetic(50).text(7)).isEqualTo(new Synthetic(100).text(7));
    assertThat(new Synthetic(50).text(7)).isNotEqualTo(new Synthetic(50).text(8));
  }

  @Test
  void latenciesAreTheMedianOfTheRounds() {
    var rounds = List.of(new double[] {3e6, 1e6, 2e6}, new double[] {9e6}, new double[] {5e6});

    assertThat(Result.Latency.of(rounds)).isEqualTo(new Result.Latency(5, 5));
  }

  @Test
  void theSelectionIsTheSameInAnotherProcess() throws IOException {
    var saved = folder.resolve("material");

    material.save(saved);

    assertThat(Material.load(saved, folder.resolve("questions.jsonl"))).isEqualTo(material);
  }

  @Test
  void articlesNamedByQuestionsAreSelectedFirst() {
    assertThat(material.articles()).hasSize(3);
    var one = Material.read(folder.resolve("archive.jsonl"), folder.resolve("questions.jsonl"), 1);
    assertThat(one.articles()).extracting(article -> article.id()).containsExactly("bridge");
    assertThat(one.questions()).extracting(question -> question.id()).containsExactly("1");
  }

  private final class InThisProcess implements Workers {
    @Override
    public Worker forArticles(Contestants who, Path folder) {
      return new LocalWorker(who.open(folder), material);
    }

    @Override
    public Worker forFilling(Contestants who, Path folder) {
      return new LocalWorker(who.open(folder), Material.NONE);
    }

    @Override
    public Worker forServing(Contestants who, Path folder) {
      return forFilling(who, folder);
    }
  }
}
