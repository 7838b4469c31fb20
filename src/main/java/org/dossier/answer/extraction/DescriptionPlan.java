package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dossier.answer.sentence.Description;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;

/// The plan for questions who or what a name is: the sentence first that says it most clearly, the
/// newest of equally clear ones, then what else the articles say about the name. Without a sentence
/// that says it, the question is answered like any other.
final class DescriptionPlan implements ExtractionPlan {
  /// The confidence that a sentence of such a form answers the question.
  private static final double CONFIDENCE = 0.8;

  private static final int MAX_SENTENCES = 5;

  private final ExtractionPlan topicPlan;
  private final ExtractionPlan otherwise;

  /// @param topicPlan finds the sentences about the name
  /// @param otherwise the plan if none of them says who or what it is, and for other questions
  DescriptionPlan(ExtractionPlan topicPlan, ExtractionPlan otherwise) {
    this.topicPlan = topicPlan;
    this.otherwise = otherwise;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    return Description.asked(analysis.text())
        .flatMap(description -> {
          var extraction = topicPlan.extract(question, topic(description, analysis));
          return best(description, extraction).map(best -> describing(best, extraction));
        })
        .orElseGet(() -> otherwise.extract(question, analysis));
  }

  private static QuestionAnalysis topic(Description description, QuestionAnalysis analysis) {
    return new QuestionAnalysis(
        analysis.text(),
        QuestionKind.TOPIC,
        description.name(),
        analysis.period(),
        analysis.recent(),
        List.of(),
        false);
  }

  private static Optional<CandidateSentence> best(Description description, Extraction extraction) {
    record Described(CandidateSentence sentence, double clarity) {}
    return extraction.candidates().stream()
        .map(candidate -> new Described(candidate, description.clarity(candidate.text())))
        .filter(described -> described.clarity() > 0)
        .max(
            Comparator.comparingDouble(Described::clarity)
                .thenComparing(
                    described -> described.sentence().published(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                    described -> described.sentence(), CandidateSentence.BEST_FIRST.reversed()))
        .map(Described::sentence);
  }

  private static Extraction describing(CandidateSentence best, Extraction extraction) {
    var others = extraction.chosen().stream().flatMap(List::stream);
    double score = extraction.candidates().getFirst().score();
    var chosen = new ArrayList<CandidateSentence>();
    Stream.concat(Stream.of(best.withScore(score)), others)
        .filter(sentence -> chosen.stream().noneMatch(sentence::repeats))
        .limit(MAX_SENTENCES)
        .forEach(chosen::add);
    return extraction.withChosen(chosen).judged(Math.max(CONFIDENCE, extraction.confidence()), 1);
  }
}
