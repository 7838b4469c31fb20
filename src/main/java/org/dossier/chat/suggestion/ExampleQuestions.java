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

/// Example questions for the start of a conversation: the configured ones, or else questions generated
/// from the newest articles, each validated. Safe for any number of threads.
@Singleton
public final class ExampleQuestions {
  private static final int NEWEST = 12;

  /// The number of sentences of each article to generate questions from: all but in the longest
  /// articles. Generating questions takes far longer than reading.
  private static final int SENTENCES = 1_000;

  /// Example questions need no more confidence than any answer.
  private static final double AS_SURE_AS_AN_ANSWER = 0;

  /// The interval of further attempts while there are too few questions: until all embeddings are
  /// computed, fewer questions are answered with confidence.
  private static final Duration BEFORE_MORE_ARE_LOOKED_FOR = Duration.ofMinutes(1);

  private final Archive archive;
  private final ChatConfig.Examples config;
  private final QuestionValidator trial;
  private final Clock clock;
  private @Nullable Made made;

  public ExampleQuestions(Archive archive, Answerer answerer, ChatConfig config, Clock clock) {
    this.archive = archive;
    this.config = config.examples();
    var budget =
        new QuestionValidator.Budget(
            this.config.maxQuestions(),
            this.config.maxCandidates(),
            this.config.timeout(),
            AS_SURE_AS_AN_ANSWER);
    this.trial = new QuestionValidator(answerer, budget, clock);
    this.clock = clock;
  }

  /// The generated questions.
  ///
  /// @param sequence the number of the archive's last change before they were generated
  private record Made(long sequence, Instant at, List<String> questions) {}

  /// The example questions; possibly empty. They are generated on first use, again after a change of
  /// the archive, and every minute while there are too few.
  public List<String> questions() {
    return config.questions().orElseGet(this::current);
  }

  private synchronized List<String> current() {
    long sequence = archive.sequence();
    var last = made;
    if (last == null || last.sequence() != sequence || mayBecomeMore(last)) {
      var questions = trial.good(candidates(), Filters.NONE, answered -> true);
      last = new Made(sequence, clock.instant(), questions);
      made = last;
    }
    return last.questions();
  }

  private boolean mayBecomeMore(Made last) {
    return last.questions().size() < config.maxQuestions()
        && clock.instant().isAfter(last.at().plus(BEFORE_MORE_ARE_LOOKED_FOR));
  }

  /// The first question of each article, then the second of each, and so on, so that the questions
  /// cover different subjects.
  private List<CandidateQuestion> candidates() {
    var newest = archive.newest(NEWEST);
    var byArticle =
        newest.stream().map(source -> CandidateQuestion.leading(source, SENTENCES)).toList();
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
