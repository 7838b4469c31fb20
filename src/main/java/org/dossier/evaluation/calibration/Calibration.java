package org.dossier.evaluation.calibration;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Answerer;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.answer.extraction.AnswerConfig;
import org.dossier.archive.Archive;
import org.dossier.question.Exclusions;
import org.dossier.question.Question;
import org.dossier.search.Filters;

/// A calibration of the confidence threshold: asks questions made from the archive's own articles,
/// once with the article present and once with it withheld, and finds the threshold that best
/// separates the two. The same archive and settings give the same report.
@Singleton
public final class Calibration {
  /// The name of the setting that a calibration determines.
  public static final String SETTING = "dossier.answer.min-confidence";

  /// The least number of questions: with fewer, one reply changes a share by more than 5 %.
  public static final int MIN_QUESTIONS = 20;

  private final Archive archive;
  private final Answerer answerer;

  /// @param config of the answerer. Its threshold is 0, so that the replies do not depend on it
  public Calibration(Archive archive, Answerer answerer, AnswerConfig config) {
    if (config.minConfidence() != 0) {
      throw new IllegalArgumentException(
          "a calibration needs the threshold 0, not " + config.minConfidence());
    }
    this.archive = archive;
    this.answerer = answerer;
  }

  /// A listener for the progress, called on the thread that asks.
  public interface Progress {
    void onAsked(int questions, int of);
  }

  /// Asks at most `maxQuestions` questions.
  ///
  /// @param maxOverclaimed the share, 0 to 1, of questions that may be answered although their
  ///   article is withheld
  /// @throws TooFewQuestionsException if the articles give fewer than [#MIN_QUESTIONS] questions
  ///   whose reply shows the sentence that they were made from
  public CalibrationReport run(int maxQuestions, double maxOverclaimed, Progress progress) {
    var summary = archive.summary();
    var state = new CalibrationReport.ArchiveState(summary.articles(), archive.sequence());
    var askedOn = summary.latest() == null ? LocalDate.EPOCH : summary.latest();
    var sources = new ArchiveQuestions(archive).sample(maxQuestions);
    if (sources.size() < MIN_QUESTIONS) {
      throw TooFewQuestionsException.made(sources.size());
    }
    var questions = new ArrayList<AskedQuestion>();
    for (var source : sources) {
      questions.add(ask(source, askedOn));
      progress.onAsked(questions.size(), sources.size());
    }
    long found = questions.stream().filter(AskedQuestion::isFound).count();
    if (found < MIN_QUESTIONS) {
      throw TooFewQuestionsException.found(found, questions.size());
    }
    return new CalibrationReport(state, maxOverclaimed, questions);
  }

  private AskedQuestion ask(ArchiveQuestions.Source source, LocalDate askedOn) {
    var candidate = source.candidate();
    var question = new Question(candidate.question(), Filters.NONE, askedOn);
    var exclusions = new Exclusions(Set.of(candidate.article()), Set.of(source.sentence()));
    return new AskedQuestion(
        candidate.question(),
        candidate.article(),
        ask(question, source),
        ask(question.excluding(exclusions), source));
  }

  private Trial ask(Question question, ArchiveQuestions.Source source) {
    var answer = answerer.answerExtractively(question);
    double confidence = answer.metadata().confidence();
    return switch (answer) {
      case Answered answered -> new Trial(true, confidence, isRight(answered, source));
      case Related related -> new Trial(false, confidence, isRight(related, source));
      case Clarification _, About _, Abstained _ -> new Trial(false, confidence, false);
    };
  }

  /// A copy of the sentence in another article is as right as the sentence.
  private static boolean isRight(CitedAnswer answer, ArchiveQuestions.Source source) {
    return source.candidate().isCitedBy(answer)
        || answer.citations().stream()
            .anyMatch(citation -> citation.quote().equals(source.sentence()));
  }
}
