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

/// Questions to begin with: those that the configuration names, or else some that are made from the
/// newest articles, each tried. Safe for any number of threads.
@Singleton
public final class ExampleQuestions {
  private static final int NEWEST = 12;

  /// So many sentences of each are tried, which is all of them but in the longest articles: making
  /// questions takes far longer than reading.
  private static final int SENTENCES = 1_000;

  /// Who begins reads whatever the archive would answer; no more is asked of it than of any answer.
  private static final double AS_SURE_AS_AN_ANSWER = 0;

  /// While vectors are computed, fewer questions are answered surely than will be.
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

  /// @param sequence that of the archive's change which they were made after
  private record Made(long sequence, Instant at, List<String> questions) {}

  /// Perhaps none. Made when they are first asked for, and again once the archive has changed, or
  /// now and then as long as they are few.
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

  /// The first question of each article in turn, then the second of each, so that they are about
  /// different things.
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
