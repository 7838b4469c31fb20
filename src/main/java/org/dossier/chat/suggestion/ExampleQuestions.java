package org.dossier.chat.suggestion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dossier.answer.Answerer;
import org.dossier.archive.Archive;
import org.dossier.chat.conversation.ChatConfig;
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
  private final QuestionValidator questionValidator;
  private final Clock clock;
  private @Nullable Cached cached;

  public ExampleQuestions(Archive archive, Answerer answerer, ChatConfig config, Clock clock) {
    this.archive = archive;
    this.config = config.examples();
    var budget =
        new QuestionValidator.Budget(
            this.config.maxQuestions(),
            this.config.maxCandidates(),
            this.config.timeout(),
            MIN_CONFIDENCE);
    this.questionValidator = new QuestionValidator(answerer, budget, clock);
    this.clock = clock;
  }

  /// The generated questions.
  ///
  /// @param sequence the number of the archive's last change before they were generated
  private record Cached(long sequence, Instant at, List<String> questions) {}

  /// The example questions; possibly empty. They are generated on first use, again after a change
  /// of the archive, and every minute while there are too few.
  public List<String> questions() {
    return config.questions().orElseGet(this::current);
  }

  private synchronized List<String> current() {
    long sequence = archive.sequence();
    var last = cached;
    if (last == null || last.sequence() != sequence || isRetryDue(last)) {
      var questions = questionValidator.findGood(candidates(), Filters.NONE, answered -> true);
      last = new Cached(sequence, clock.instant(), questions);
      cached = last;
    }
    return last.questions();
  }

  private boolean isRetryDue(Cached last) {
    return last.questions().size() < config.maxQuestions()
        && clock.instant().isAfter(last.at().plus(RETRY_INTERVAL));
  }

  /// The first question of each article, then the second of each, and so on, so that the questions
  /// cover different subjects.
  private List<CandidateQuestion> candidates() {
    var newest = archive.newest(MAX_ARTICLES);
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
