package org.dossier.evaluation;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.dossier.answer.Answerer;
import org.dossier.answer.LlmAnswerer;
import org.dossier.answer.extraction.AnswerConfig;
import org.dossier.archive.Archive;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.chat.ReferenceClarifier;
import org.dossier.chat.Responder;
import org.dossier.chat.about.AboutReplies;
import org.dossier.chat.about.ArchiveProfile;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.chat.rewriting.Rewriter;
import org.dossier.chat.suggestion.ExampleQuestions;
import org.dossier.database.Database;
import org.dossier.evaluation.calibration.Calibration;
import org.dossier.evaluation.question.Evaluation;
import org.dossier.evaluation.question.EvaluationSettings;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.search.PassageIndex;
import org.dossier.search.indexing.BackgroundEmbedder;
import org.dossier.search.lucene.LuceneIndex;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.VerificationConfig;

/// An archive in a folder of its own, with lexical and vector index, for evaluations with the
/// default settings.
public final class EvaluationFixture implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final Database database;
  private final EmbeddingModel model;
  private final ReaderModel readerModel;
  private final PassageIndex index;
  private final Evaluation evaluation;
  private final Calibration calibration;

  public EvaluationFixture(Path folder, Consumer<Archive> filling) throws InterruptedException {
    database = Database.open(folder.resolve("archive.db"));
    model = new EmbeddingModel(2);
    readerModel = new ReaderModel(2);
    var archive = new Archive(database, Clock.systemUTC());
    var embeddings = new Embeddings(database);
    filling.accept(archive);
    index = LuceneIndex.open(folder.resolve("index"), archive, embeddings, model.id());
    embed(archive, embeddings);
    var retrieval = settings(RetrievalConfig.class);
    var answering = settings(AnswerConfig.class);
    var retriever =
        new Retriever(
            index,
            archive,
            new Reprints(database, archive, ReprintSettings.DEFAULT),
            model,
            readerModel,
            retrieval);
    var answerer =
        new Answerer(
            retriever,
            withoutModel(),
            new ArticleCounter(
                index, archive, new Reprints(database, archive, ReprintSettings.DEFAULT)),
            answering);
    var questionRewriter =
        new QuestionRewriter(Rewriter.NONE, settings(ChatConfig.class), retriever);
    var exampleQuestions =
        new ExampleQuestions(archive, answerer, settings(ChatConfig.class), Clock.systemUTC());
    evaluation =
        new Evaluation(
            new Responder(
                questionRewriter,
                answerer,
                new AboutReplies(
                    archive, new ArchiveProfile(archive), exampleQuestions, ConfiguredLlm.none()),
                new ReferenceClarifier(archive, exampleQuestions)),
            answerer,
            retriever,
            archive,
            questionRewriter,
            new EvaluationSettings(retrieval, answering));
    var anyConfidence = settings(AnswerConfig.class, Map.of("dossier.answer.min-confidence", "0"));
    calibration =
        new Calibration(
            archive,
            new Answerer(
                retriever,
                withoutModel(),
                new ArticleCounter(
                    index, archive, new Reprints(database, archive, ReprintSettings.DEFAULT)),
                anyConfidence),
            anyConfidence);
  }

  public Evaluation evaluation() {
    return evaluation;
  }

  public Calibration calibration() {
    return calibration;
  }

  private void embed(Archive archive, Embeddings embeddings) throws InterruptedException {
    try (var backgroundEmbedder = BackgroundEmbedder.of(archive, embeddings, index, model)) {
      backgroundEmbedder.start();
      var deadline = Instant.now().plus(TIMEOUT);
      while (backgroundEmbedder.backlog() > 0) {
        if (Instant.now().isAfter(deadline)) {
          throw new AssertionError(backgroundEmbedder.backlog() + " passages have no vector yet");
        }
        Thread.sleep(LOOK);
      }
    }
  }

  private LlmAnswerer withoutModel() {
    var statementVerifier = new StatementVerifier(model, settings(VerificationConfig.class));
    return new LlmAnswerer(ConfiguredLlm.none(), statementVerifier, ModelMeter.NONE);
  }

  private static <T> T settings(Class<T> mapping) {
    return settings(mapping, Map.of());
  }

  private static <T> T settings(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(mapping);
  }

  @Override
  public void close() {
    index.close();
    model.close();
    readerModel.close();
    database.close();
  }
}
