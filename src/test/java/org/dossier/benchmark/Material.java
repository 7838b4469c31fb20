package org.dossier.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.database.Database;
import org.dossier.evaluation.question.GoldQuestion;
import org.dossier.evaluation.question.QuestionSet;
import org.dossier.ingestion.Ingestion;
import org.dossier.ingestion.IngestionProgress;

/// The articles to ingest and the questions to ask.
///
/// @param articles in the order of ingestion, which does not depend on the given order
/// @param questions the questions whose expected words occur in the articles
record Material(List<Article> articles, List<GoldQuestion> questions) {
  private static final String ARTICLES = "articles.db";
  private static final String QUESTIONS = "questions.txt";

  static final Material NONE = new Material(List.of(), List.of());

  Material {
    // A pseudorandom order, so that each round has articles of every kind.
    articles =
        articles.stream()
            .sorted(Comparator.comparing(Article::version).thenComparing(Article::id))
            .toList();
    questions = List.copyOf(questions);
  }

  /// Reads the articles in `archive` (any input of the command `index`) and a question set.
  ///
  /// @param max maximum number of articles: first those that questions name, then others spread
  ///   evenly over all; the selection is deterministic
  static Material read(Path archive, Path questions, int max) {
    var asked =
        QuestionSet.read(questions).questions().stream()
            .filter(question -> !question.answers().isEmpty() && !question.isFollowUp())
            .toList();
    var articles = chosen(articles(archive), asked, max);
    var texts = articles.stream().map(Article::text).toList();
    var answered =
        asked.stream().filter(question -> question.answers().isContainedIn(texts)).toList();
    return new Material(articles, answered);
  }

  /// Saves the material for other processes, which need not select again.
  void save(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var database = Database.open(folder.resolve(ARTICLES))) {
      new Archive(database, Clock.systemUTC()).put(articles);
    }
    Files.write(folder.resolve(QUESTIONS), questions.stream().map(GoldQuestion::id).toList());
  }

  /// Loads the material from `folder`, with the questions of the set that it was selected from.
  static Material load(Path folder, Path questions) throws IOException {
    var chosen = Set.copyOf(Files.readAllLines(folder.resolve(QUESTIONS)));
    try (var database = Database.open(folder.resolve(ARTICLES))) {
      return new Material(
          List.copyOf(all(new Archive(database, Clock.systemUTC())).values()),
          QuestionSet.read(questions).questions().stream()
              .filter(question -> chosen.contains(question.id()))
              .toList());
    }
  }

  /// The articles of one round: the first, second, … of `rounds` parts.
  List<Article> part(int round, int rounds) {
    int from = articles.size() * round / rounds;
    return articles.subList(from, articles.size() * (round + 1) / rounds);
  }

  private static List<Article> chosen(
      Map<String, Article> all, List<GoldQuestion> questions, int max) {
    var chosen = new LinkedHashMap<String, Article>();
    for (var question : questions) {
      for (var id : question.articles()) {
        var article = all.get(id);
        if (article != null && chosen.size() < max) {
          chosen.put(id, article);
        }
      }
    }
    var rest = all.values().stream().filter(article -> !chosen.containsKey(article.id())).toList();
    int more = Math.min(max - chosen.size(), rest.size());
    for (int i = 0; i < more; i++) {
      var article = rest.get((int) ((long) i * rest.size() / more));
      chosen.put(article.id(), article);
    }
    return List.copyOf(chosen.values());
  }

  private static Map<String, Article> articles(Path path) {
    try (var folder = TemporaryFolder.make();
        var database = Database.open(folder.path().resolve("articles.db"))) {
      var archive = new Archive(database, Clock.systemUTC());
      new Ingestion(archive, Clock.systemUTC()).run(List.of(path), IngestionProgress.NONE);
      return all(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Article> all(Archive archive) {
    var articles = new LinkedHashMap<String, Article>();
    archive
        .list(null, Integer.MAX_VALUE)
        .forEach(found -> articles.put(found.article().id(), found.article()));
    return articles;
  }

  /// The total number of characters of a part's articles.
  static long characters(List<Article> articles) {
    return articles.stream().mapToLong(article -> article.text().length()).sum();
  }

  /// How many of the questions find all expected words within the first `k` of what `find` gives.
  int held(Function<String, List<String>> find, int k) {
    int held = 0;
    for (var question : questions) {
      var first = find.apply(question.question()).stream().limit(k).toList();
      held += question.answers().isContainedIn(first) ? 1 : 0;
    }
    return held;
  }
}
