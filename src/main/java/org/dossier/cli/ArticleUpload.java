package org.dossier.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.archive.PutResult;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.web.json.LineResultJson;
import org.dossier.web.request.ArticleLines;
import org.jspecify.annotations.Nullable;

/// The archive of a running server, as a place to ingest articles into. Not thread-safe.
public final class ArticleUpload {
  /// A request is smaller than any usual limit of a server; a longer article is sent alone.
  private static final int MAX_CHARACTERS = 2_000_000;

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final ServerClient server;
  private final Map<String, PutResult> stored = new HashMap<>();
  private @Nullable CommandException failure;

  public ArticleUpload(ServerClient server) {
    this.server = server;
  }

  /// Stores articles. After a rejection, a caller may repeat the articles one by one: those that
  /// the server has stored keep their result.
  ///
  /// @throws InvalidArticleException if the server rejects an article
  /// @throws CommandException if the server does not accept the request, now and from now on
  public List<PutResult> put(List<Article> articles) {
    if (failure != null) {
      throw failure;
    }
    try {
      return putNew(articles);
    } catch (CommandException e) {
      failure = e;
      throw e;
    }
  }

  private List<PutResult> putNew(List<Article> articles) {
    var missing = articles.stream().filter(article -> !stored.containsKey(article.id())).toList();
    for (var batch : batches(missing)) {
      send(batch);
    }
    var results = articles.stream().map(article -> stored.get(article.id())).toList();
    articles.forEach(article -> stored.remove(article.id()));
    return results;
  }

  /// @throws CommandException if an earlier call ended with one
  public void throwIfFailed() {
    if (failure != null) {
      throw failure;
    }
  }

  private static List<List<Article>> batches(List<Article> articles) {
    var batches = new ArrayList<List<Article>>();
    int characters = MAX_CHARACTERS;
    for (var article : articles) {
      characters += article.text().length();
      if (characters > MAX_CHARACTERS) {
        batches.add(new ArrayList<>());
        characters = article.text().length();
      }
      batches.getLast().add(article);
    }
    return batches;
  }

  private void send(List<Article> batch) {
    var lines = new StringBuilder();
    batch.forEach(article -> lines.append(JsonArticle.write(article)).append('\n'));
    var request =
        server
            .request("/api/articles")
            .header("Content-Type", ArticleLines.MEDIA_TYPE)
            .timeout(TIMEOUT)
            .POST(BodyPublishers.ofString(lines.toString()))
            .build();
    var response = server.send(request, BodyHandlers.ofString());
    if (response.statusCode() == 413 && batch.size() == 1) {
      throw new InvalidArticleException("text", "is longer than the server accepts");
    }
    if (response.statusCode() != 200) {
      throw server.rejected(response.body());
    }
    var results =
        response.body().lines().map(line -> JsonCodec.decode(line, LineResultJson.class)).toList();
    if (results.size() != batch.size()) {
      throw server.connectionLost(null);
    }
    record(batch, results);
  }

  private void record(List<Article> batch, List<LineResultJson> results) {
    LineResultJson rejected = null;
    for (int i = 0; i < results.size(); i++) {
      var result = results.get(i);
      if (result.outcome().equals("rejected")) {
        rejected = result;
      } else {
        stored.put(batch.get(i).id(), PutResult.valueOf(result.outcome().toUpperCase(Locale.ROOT)));
      }
    }
    if (rejected != null) {
      throw new InvalidArticleException(
          rejected.field() == null ? "text" : rejected.field(), String.valueOf(rejected.detail()));
    }
  }

  /// The figures of the server's archive.
  public Archive.Summary summary() {
    var facts = server.get("/api/archive", ArchiveFacts.class);
    return new Archive.Summary(facts.articles(), facts.earliest(), facts.latest());
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ArchiveFacts(
      long articles, @Nullable LocalDate earliest, @Nullable LocalDate latest) {}
}
