package org.dossier.chat.about;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.About;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.chat.suggestion.ExampleQuestions;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.LanguageModel;
import org.dossier.question.QuestionKind;

/// Replies to small talk and to questions about the archive or the program, in the language of the
/// message. They describe the whole archive, regardless of filters. Safe for any number of threads.
@Singleton
public final class AboutReplies {
  /// A greeting is answered quickly, if necessary without examples.
  private static final Duration EXAMPLES_TIMEOUT = Duration.ofSeconds(2);

  private static final int MAX_SOURCES = 5;
  private static final Map<String, AboutTexts> TEXTS =
      AboutQuestionDetector.LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(language -> language, AboutTexts::read));

  private final Archive archive;
  private final ArchiveProfile profile;
  private final ExampleQuestions exampleQuestions;
  private final ConfiguredLlm configuredLlm;

  public AboutReplies(
      Archive archive,
      ArchiveProfile profile,
      ExampleQuestions exampleQuestions,
      ConfiguredLlm configuredLlm) {
    this.archive = archive;
    this.profile = profile;
    this.exampleQuestions = exampleQuestions;
    this.configuredLlm = configuredLlm;
  }

  /// The reply to `message`; empty unless it is small talk or a question about the archive or the
  /// program.
  ///
  /// @param earlier the previous turns, oldest first; possibly empty
  public Optional<About> reply(List<HistoryTurn> earlier, String message) {
    boolean atBeginning = earlier.stream().noneMatch(HistoryTurn::hasSubject);
    return AboutQuestionDetector.detect(message, atBeginning, language(earlier))
        .map(question -> reply(question, earlier));
  }

  /// The language of the last small talk of a conversation.
  private static String language(List<HistoryTurn> earlier) {
    return earlier.reversed().stream()
        .filter(turn -> !turn.hasSubject())
        .flatMap(turn ->
            AboutQuestionDetector.detect(turn.question(), false, AboutQuestionDetector.ENGLISH)
                .stream())
        .map(AboutQuestion::language)
        .findFirst()
        .orElse(AboutQuestionDetector.ENGLISH);
  }

  private About reply(AboutQuestion question, List<HistoryTurn> earlier) {
    var figures = profile.figures();
    var composer = new Composer(texts(question.language()), figures);
    if (figures.summary().articles() == 0) {
      composer.addForEmptyArchive(question.topic());
    } else {
      composer.add(question.topic(), earlier);
    }
    return new About(
        String.join(" ", composer.sentences),
        composer.examples,
        composer.mentioned,
        new AnswerMetadata(
            QuestionKind.ABOUT, null, 1, AnswerOrigin.EXTRACTIVE, figures.sequence(), List.of()));
  }

  private static AboutTexts texts(String language) {
    return Objects.requireNonNull(TEXTS.get(language), language);
  }

  /// Composes one reply, sentence by sentence.
  private final class Composer {
    private final AboutTexts texts;
    private final ArchiveProfile.Figures figures;
    private final List<String> sentences = new ArrayList<>();
    private final List<ArticleVersion> mentioned = new ArrayList<>();
    private List<String> examples = List.of();

    Composer(AboutTexts texts, ArchiveProfile.Figures figures) {
      this.texts = texts;
      this.figures = figures;
    }

    void addForEmptyArchive(AboutTopic topic) {
      switch (topic) {
        case GREETING, HOW_ARE_YOU, THANKS, GOODBYE -> add(topic.key());
        case SELF -> addSelf();
        case SOURCE,
            SIZE,
            PERIOD,
            PUBLISHERS,
            NEWEST,
            OLDEST,
            LANGUAGES,
            CONTENT,
            HELP,
            ACKNOWLEDGEMENT -> {}
      }
      if (topic != AboutTopic.THANKS && topic != AboutTopic.GOODBYE) {
        add("empty");
      }
    }

    void add(AboutTopic topic, List<HistoryTurn> earlier) {
      switch (topic) {
        case GREETING, HOW_ARE_YOU -> {
          add(topic.key());
          addScope();
          addExamples();
        }
        case THANKS -> {
          add(topic.key());
          add("more");
        }
        case ACKNOWLEDGEMENT, GOODBYE -> add(topic.key());
        case HELP -> {
          addScope();
          add("help");
          addExamples();
        }
        case SELF -> {
          addSelf();
          addExamples();
        }
        case CONTENT -> {
          addSize();
          addPeriod();
          addPublishers();
          addSubjects();
          addExamples();
        }
        case SIZE -> {
          addSize();
          addPeriod();
        }
        case PERIOD -> addPeriod();
        case PUBLISHERS -> addPublishers();
        case NEWEST -> addArticle(topic, archive.newest(1));
        case OLDEST -> addArticle(topic, archive.oldest(1));
        case LANGUAGES -> addLanguages();
        case SOURCE -> addSources(earlier);
      }
    }

    private void add(String key) {
      sentences.add(texts.format(key));
    }

    private void add(String key, Map<String, ?> values) {
      sentences.add(texts.format(key, values));
    }

    private void addScope() {
      add("scope", period(texts::year));
    }

    private void addSize() {
      add("size", Map.of("articles", figures.summary().articles()));
    }

    private void addPeriod() {
      add("period", period(texts::day));
    }

    private Map<String, ?> period(Function<LocalDate, String> format) {
      var summary = figures.summary();
      var values = new HashMap<String, Object>();
      values.put("articles", summary.articles());
      var from = summary.earliest() == null ? "" : format.apply(summary.earliest());
      var to = summary.latest() == null ? "" : format.apply(summary.latest());
      values.put("from", from);
      values.put("to", to);
      values.put("dated", from.isEmpty() || to.isEmpty() ? "no" : from.equals(to) ? "same" : "yes");
      return values;
    }

    private void addPublishers() {
      add(
          "publishers",
          Map.of(
              "count",
              figures.publishers().size(),
              "publishers",
              texts.list(figures.publishers()),
              "some",
              yesOrNo(figures.somePublishers())));
    }

    private void addSubjects() {
      var subjects = profile.subjects();
      if (!subjects.names().isEmpty()) {
        add(
            "names",
            Map.of(
                "articles", figures.summary().articles(), "names", texts.list(subjects.names())));
      }
      mentioned.addAll(subjects.newest());
      var headlines =
          subjects.newest().stream()
              .map(source ->
                  texts.format("quotation", Map.of("headline", source.article().headline())))
              .toList();
      add("headlines", Map.of("count", headlines.size(), "headlines", texts.list(headlines)));
    }

    private void addSelf() {
      var model = configuredLlm.chosen().map(LanguageModel::name);
      add("self", Map.of("hasModel", yesOrNo(model.isPresent()), "model", model.orElse("")));
    }

    private void addLanguages() {
      var others =
          AboutQuestionDetector.LANGUAGES.stream()
              .filter(language -> !language.equals(AboutQuestionDetector.ENGLISH))
              .toList();
      add("languages", Map.of("languages", texts.list(texts.languageNames(others))));
    }

    private void addArticle(AboutTopic topic, List<ArticleVersion> found) {
      var dated = found.stream().filter(source -> source.article().published() != null).findFirst();
      if (dated.isEmpty()) {
        add("undated", Map.of("which", topic.key()));
      } else {
        add(topic.key(), Map.of("article", describe(dated.get())));
      }
    }

    private void addSources(List<HistoryTurn> earlier) {
      var cited =
          earlier.reversed().stream()
              .map(HistoryTurn::cited)
              .filter(sources -> !sources.isEmpty())
              .findFirst();
      if (cited.isEmpty()) {
        add("source-none");
        return;
      }
      var articles =
          cited.get().stream()
              .limit(MAX_SOURCES)
              .map(source ->
                  describe(source, texts.format("id", Map.of("id", source.article().id()))))
              .toList();
      add("source", Map.of("count", articles.size(), "headlines", texts.list(articles)));
    }

    /// The headline of an article, with what is known of the rest in brackets.
    private String describe(ArticleVersion source, String... rest) {
      mentioned.add(source);
      var article = source.article();
      var day = article.published() == null ? null : texts.day(article.published());
      var details =
          Stream.concat(Stream.of(article.publisher(), day), Stream.of(rest))
              .filter(detail -> detail != null)
              .collect(Collectors.joining(", "));
      return texts.format(
          "article",
          Map.of("headline", article.headline(), "details", details.isEmpty() ? "none" : details));
    }

    private void addExamples() {
      var found = exampleQuestions.examples(EXAMPLES_TIMEOUT);
      found.stream()
          .map(ExampleQuestions.Example::source)
          .filter(source -> source != null)
          .forEach(mentioned::add);
      examples = found.stream().map(ExampleQuestions.Example::question).toList();
      add(examples.isEmpty() ? "ask" : "examples");
    }

    private static String yesOrNo(boolean value) {
      return value ? "yes" : "no";
    }
  }
}
