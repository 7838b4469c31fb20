package org.dossier.chat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dossier.answer.About;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Answerer;
import org.dossier.answer.LlmAnswerer;
import org.dossier.answer.extraction.AnswerConfig;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Embeddings;
import org.dossier.archive.reprint.ReprintSettings;
import org.dossier.archive.reprint.Reprints;
import org.dossier.chat.about.AboutReplies;
import org.dossier.chat.about.ArchiveProfile;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.rewriting.QuestionRewriter;
import org.dossier.chat.rewriting.Rewriter;
import org.dossier.chat.suggestion.ExampleQuestions;
import org.dossier.database.Database;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.ModelMeter;
import org.dossier.retrieval.RetrievalConfig;
import org.dossier.retrieval.Retriever;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.search.Filters;
import org.dossier.search.PassageIndex;
import org.dossier.search.lucene.LuceneIndex;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.VerificationConfig;

/// A responder over an archive in a folder of its own, searched by key words, without an LLM.
public final class ResponderFixture implements AutoCloseable {
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

  private final Database database;
  private final EmbeddingModel embeddingModel = new EmbeddingModel(2);
  private final ReaderModel readerModel = new ReaderModel(2);
  private final Archive archive;
  private final PassageIndex index;
  private final AboutReplies aboutReplies;
  private final Responder responder;

  /// @param settings exceptions from the default settings, by their names within `dossier.chat`
  public ResponderFixture(Path folder, Map<String, String> settings) {
    var clock = Clock.systemUTC();
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, clock);
    index =
        LuceneIndex.open(
            folder.resolve("index"), archive, new Embeddings(database), embeddingModel.id());
    var retriever =
        new Retriever(
            index,
            archive,
            new Reprints(database, archive, ReprintSettings.DEFAULT),
            embeddingModel,
            readerModel,
            settings(RetrievalConfig.class));
    var statementVerifier =
        new StatementVerifier(embeddingModel, settings(VerificationConfig.class));
    var answerer =
        new Answerer(
            retriever,
            new LlmAnswerer(ConfiguredLlm.none(), statementVerifier, ModelMeter.NONE),
            new ArticleCounter(
                index, archive, new Reprints(database, archive, ReprintSettings.DEFAULT)),
            settings(AnswerConfig.class));
    var config = ChatSettings.with(settings);
    var exampleQuestions = new ExampleQuestions(archive, answerer, config, clock);
    aboutReplies =
        new AboutReplies(
            archive, new ArchiveProfile(archive), exampleQuestions, ConfiguredLlm.none());
    responder =
        new Responder(
            new QuestionRewriter(Rewriter.NONE, config, retriever),
            answerer,
            aboutReplies,
            new ReferenceClarifier(archive, exampleQuestions));
  }

  public void put(Article... articles) {
    archive.put(List.of(articles));
    index.catchUp();
  }

  public Archive archive() {
    return archive;
  }

  /// The reply to small talk or a question about the archive.
  public About about(List<HistoryTurn> earlier, String message) {
    return aboutReplies.reply(earlier, message).orElseThrow();
  }

  public Responder.Response respond(List<HistoryTurn> earlier, String message) {
    return respond(earlier, message, AnswerListener.NONE);
  }

  public Responder.Response respond(
      List<HistoryTurn> earlier, String message, AnswerListener listener) {
    return responder.respond(earlier, message, Filters.NONE, TODAY, listener);
  }

  private static <T> T settings(Class<T> mapping) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(mapping)
        .build()
        .getConfigMapping(mapping);
  }

  @Override
  public void close() {
    index.close();
    embeddingModel.close();
    readerModel.close();
    database.close();
  }
}
