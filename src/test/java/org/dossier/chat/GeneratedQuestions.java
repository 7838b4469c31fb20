package org.dossier.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.dossier.chat.suggestion.QuestionGenerator;
import org.dossier.text.sentence.SentenceSplitter;

/// Generates questions from an archive's sentences, as training data for the confidence of answers.
/// Each is asked of the archive, and of the archive without the articles that the questions were
/// generated from. `src/training/README.md` has the command.
final class GeneratedQuestions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 5;

  private GeneratedQuestions() {}

  /// Writes `asked.jsonl`, `withheld.jsonl` and `rest.jsonl`.
  ///
  /// @param arguments the archive as gzipped JSON lines, the output folder, and the number of
  ///   articles to generate a question from
  public static void main(String... arguments) throws IOException {
    var articles = read(Path.of(arguments[0]));
    var folder = Files.createDirectories(Path.of(arguments[1]));
    int most = Integer.parseInt(arguments[2]);
    var random = new Random(SEED);
    Collections.shuffle(articles, random);
    var asked = new ArrayList<String>();
    var withheld = new ArrayList<String>();
    var rest = new ArrayList<String>();
    for (var article : articles) {
      var question = asked.size() < most ? question(article, random) : Optional.<Made>empty();
      if (question.isEmpty()) {
        rest.add(article.toString());
        continue;
      }
      var id = "made-" + asked.size();
      asked.add(question.get().asked(id, article.path("id").asText()));
      withheld.add(question.get().withheld(id));
    }
    Files.write(folder.resolve("asked.jsonl"), asked);
    Files.write(folder.resolve("withheld.jsonl"), withheld);
    Files.write(folder.resolve("rest.jsonl"), rest);
  }

  private static List<JsonNode> read(Path archive) throws IOException {
    var articles = new ArrayList<JsonNode>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(archive)), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        articles.add(JSON.readTree(line));
      }
    }
    return articles;
  }

  /// A question that a random sentence of the article answers; empty if there is no such sentence.
  private static Optional<Made> question(JsonNode article, Random random) {
    var text = article.path("text").asText();
    var sentences = new ArrayList<>(SentenceSplitter.split(text));
    Collections.shuffle(sentences, random);
    return sentences.stream()
        .map(sentence -> sentence.of(text))
        .flatMap(sentence -> Made.of(sentence, random).stream())
        .findFirst();
  }

  private record Made(String question, String sentence) {
    static Optional<Made> of(String sentence, Random random) {
      var questions = QuestionGenerator.generate(sentence);
      return questions.isEmpty()
          ? Optional.empty()
          : Optional.of(new Made(questions.get(random.nextInt(questions.size())), sentence));
    }

    String asked(String id, String article) throws IOException {
      return JSON.writeValueAsString(
          Map.of(
              "id",
              id,
              "question",
              question,
              "articles",
              List.of(article),
              "answers",
              List.of(List.of(sentence))));
    }

    String withheld(String id) throws IOException {
      return JSON.writeValueAsString(Map.of("id", id, "question", question, "abstain", true));
    }
  }
}
