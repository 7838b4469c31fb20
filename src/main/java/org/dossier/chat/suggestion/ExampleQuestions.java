package org.dossier.chat.suggestion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.dossier.answer.Answerer;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.instrumentation.StageListener;
import org.dossier.search.Filters;
import org.jspecify.annotations.Nullable;

/// Example questions for the start of a conversation: the configured ones, or else questions
/// generated from the newest articles, each validated. Safe for any number of threads.
@Singleton
public final class ExampleQuestions {
  private static final int MAX_ARTICLES = 12;

  /// The number of sentences of each article to generate questions from: all but in the longest
  /// articles. Generating questions takes far longer than reading.
  private static final int MAX_SENTENCES = 1_000;

  /// Example questions need no more confidence than any answer.
  private static final double MIN_CONFIDENCE = 0;

  /// The interval of further attempts while there are too few questions: until all embeddings are
  /// computed, fewer questions are answered with confidence.
  private static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);

  private final Archive archive;
  private final ChatConfig.Examples config;
  private final Answerer answerer;
  private final Clock clock;
  private final ReentrantLock generation = new ReentrantLock();
  private volatile @Nullable Cached cached;

  public ExampleQuestions(Archive archive, Answerer answerer, ChatConfig config, Clock clock) {
    this.archive = archive;
    this.answerer = answerer;
    this.config = config.examples();
    this.clock = clock;
  }

  /// The generated questions.
  ///
  /// @param sequence the number of the archive's last change before they were generated
  /// @param timeout the time limit under which they were generated
  private record Cached(long sequence, Instant at, Duration timeout, List<Example> examples) {}

  /// An example question.
  ///
  /// @param source the article that it was generated from; `null` for a configured question
  public record Example(String question, @Nullable ArticleVersion source) {}

  /// The example questions; possibly empty. They are generated on first use, again after a change
  /// of the archive, and every minute while there are too few.
  public List<String> questions() {
    return config
        .questions()
        .orElseGet(() -> current(config.timeout()).stream().map(Example::question).toList());
  }

  /// As [#questions()], with their sources, but takes at most about `timeout`; the questions found
  /// by then are returned.
  public List<Example> examples(Duration timeout) {
    return config
        .questions()
        .map(questions -> questions.stream().map(question -> new Example(question, null)).toList())
        .orElseGet(() -> currentWithin(timeout));
  }

  private List<Example> currentWithin(Duration timeout) {
    var last = cached;
    if (last != null && !isDue(last, archive.sequence(), timeout)) {
      return last.examples();
    }
    try {
      if (!generation.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return List.of();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    try {
      return current(timeout);
    } finally {
      generation.unlock();
    }
  }

  private List<Example> current(Duration timeout) {
    generation.lock();
    try {
      long sequence = archive.sequence();
      var last = cached;
      if (last == null || isDue(last, sequence, timeout)) {
        // The stages of these answers are no stages of a reply that waits for them.
        var examples = StageListener.NONE.call(() -> generate(timeout));
        last = new Cached(sequence, clock.instant(), timeout, examples);
        cached = last;
      }
      return last.examples();
    } finally {
      generation.unlock();
    }
  }

  private List<Example> generate(Duration timeout) {
    var newest = archive.newest(MAX_ARTICLES);
    var candidates = candidates(newest);
    var sources = new HashMap<String, ArticleVersion>();
    for (var candidate : candidates) {
      newest.stream()
          .filter(source -> source.article().id().equals(candidate.article()))
          .forEach(source -> sources.put(candidate.question(), source));
    }
    var budget =
        new QuestionValidator.Budget(
            config.maxQuestions(), config.maxCandidates(), timeout, MIN_CONFIDENCE);
    return new QuestionValidator(answerer, budget, clock)
        .findGood(candidates, Filters.NONE, answered -> true).stream()
            .map(question -> new Example(question, sources.get(question)))
            .toList();
  }

  private boolean isDue(Cached last, long sequence, Duration timeout) {
    return last.sequence() != sequence
        || (last.examples().size() < config.maxQuestions() && isRetryDue(last, timeout));
  }

  /// True if more time may find more questions, or more embeddings may be computed.
  private boolean isRetryDue(Cached last, Duration timeout) {
    return timeout.compareTo(last.timeout()) > 0
        || clock.instant().isAfter(last.at().plus(RETRY_INTERVAL));
  }

  /// The first question of each article, then the second of each, and so on, so that the questions
  /// cover different subjects.
  private static List<CandidateQuestion> candidates(List<ArticleVersion> newest) {
    var byArticle =
        newest.stream().map(source -> CandidateQuestion.leading(source, MAX_SENTENCES)).toList();
    var candidates = new ArrayList<CandidateQuestion>();
    int longest = byArticle.stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < longest; round++) {
      for (var questions : byArticle) {
        if (round < questions.size()) {
          candidates.add(questions.get(round));
        }
      }
    }
    return CandidateQuestion.distinct(candidates);
  }
}
