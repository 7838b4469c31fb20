package org.dossier.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.question.ConversationContext;
import org.dossier.question.Question;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationContextTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-21");
  private static final String PRICE = "What was the price?";
  private static final ConversationContext OF_THE_BRIDGE =
      new ConversationContext(
          "",
          List.of(
              new ConversationContext.WeightedText(
                  "Who built the bridge over the Lune?", 0.4, 0.6)));

  private static Database database;
  private static EmbeddingModel model;
  private static ReaderModel readerModel;
  private static PassageIndex index;
  private static Retriever retriever;

  @BeforeAll
  static void open(@TempDir Path folder) throws InterruptedException {
    database = Database.open(folder.resolve("archive.db"));
    model = new EmbeddingModel(2);
    var archive = new Archive(database, Clock.systemUTC());
    var embeddings = new Embeddings(database);
    archive.put(
        List.of(
            article("bread", "What the price was: the price was three crowns."),
            article(
                "bridge",
                "The bridge over the Lune was built in spring. The price was nine million crowns."),
            article("ferry", "The ferry sails at noon. Nobody knows what it carries.")));
    index = LuceneIndex.open(folder.resolve("index"), archive, embeddings, model.id());
    embed(archive, embeddings);
    readerModel = new ReaderModel(2);
    retriever =
        new Retriever(
            index,
            archive,
            new Reprints(database, archive, ReprintSettings.DEFAULT),
            model,
            readerModel,
            withoutReranking());
  }

  /// Without reranking, which would change the order that the context determines.
  private static RetrievalConfig withoutReranking() {
    return new SmallRyeConfigBuilder()
        .withSources(
            new PropertiesConfigSource(
                Map.of("dossier.retrieval.rerank.weight", "0"), "test", 1_000))
        .withMapping(RetrievalConfig.class)
        .build()
        .getConfigMapping(RetrievalConfig.class);
  }

  private static void embed(Archive archive, Embeddings embeddings) throws InterruptedException {
    try (var backgroundEmbedder = BackgroundEmbedder.of(archive, embeddings, index, model)) {
      backgroundEmbedder.start();
      var deadline = Instant.now().plus(TIMEOUT);
      while (backgroundEmbedder.backlog() > 0) {
        assertThat(Instant.now()).isBefore(deadline);
        Thread.sleep(5);
      }
    }
  }

  @AfterAll
  static void close() {
    index.close();
    readerModel.close();
    model.close();
    database.close();
  }

  private static Article article(String id, String text) {
    return new Article(id, null, null, List.of(), null, "en", null, false, null, text);
  }

  private static List<Evidence> found(String text, ConversationContext conversationContext) {
    return retriever
        .retrieve(new Question(text, conversationContext, Filters.NONE, TODAY))
        .evidence();
  }

  private static String first(List<Evidence> evidence) {
    return evidence.getFirst().source().article().id();
  }

  @Test
  void theContextAffectsTheOrder() {
    assertThat(first(found(PRICE, ConversationContext.NONE))).isEqualTo("bread");
    assertThat(first(found(PRICE, OF_THE_BRIDGE))).isEqualTo("bridge");
  }

  @Test
  void theContextDoesNotOverrideAClearSubject() {
    assertThat(first(found("When does the ferry sail?", OF_THE_BRIDGE))).isEqualTo("ferry");
  }

  @Test
  void scoresAreThoseForTheQuestionAlone() {
    var alone = found(PRICE, ConversationContext.NONE);
    for (var inContext : found(PRICE, OF_THE_BRIDGE)) {
      var same =
          alone.stream()
              .filter(one -> one.source().article().id().equals(inContext.source().article().id()))
              .findFirst()
              .orElseThrow();
      assertThat(inContext.scores().cosine()).isEqualTo(same.scores().cosine());
      assertThat(inContext.scores().bm25()).isEqualTo(same.scores().bm25());
    }
  }

  @Test
  void theArticlesOfTheLastAnswerComeFirst() {
    var context = new ConversationContext("", List.of(), Map.of("bridge", 0.3));

    assertThat(first(found(PRICE, context))).isEqualTo("bridge");
    assertThat(first(found("When does the ferry sail at noon?", context))).isEqualTo("ferry");
  }

  @Test
  void onlyTheSearchTextIsSearchedFor() {
    var bracketed = PRICE + " (about: the ferry that sails at noon, what the ferry carries)";

    var core = found(bracketed, new ConversationContext(PRICE, OF_THE_BRIDGE.utterances()));

    assertThat(first(core)).isEqualTo("bridge");
    assertThat(first(found(bracketed, OF_THE_BRIDGE))).isEqualTo("ferry");
  }

  @Test
  void negativeWeightsAndBlankTextsAreRejected() {
    assertThatThrownBy(() -> new ConversationContext.WeightedText(" ", 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConversationContext.WeightedText("x", -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ConversationContext.WeightedText("x", 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
