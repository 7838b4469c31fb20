package org.dossier.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.dossier.index.PassageIndex;
import org.dossier.index.Snapshot;
import org.dossier.model.EmbeddingModel;
import org.dossier.model.Reading;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Dates;
import org.dossier.text.Names;
import org.dossier.text.Numbers;
import org.dossier.text.Span;

/// Reads passages sentence by sentence and says what speaks for each as an answer.
final class SentenceReader {
  /// Log-odds beyond this, one way or the other, say no more.
  private static final double BOUND = 12;

  private final PassageIndex index;
  private final EmbeddingModel embeddingModel;
  private final AnswerConfig config;

  SentenceReader(PassageIndex index, EmbeddingModel embeddingModel, AnswerConfig config) {
    this.index = index;
    this.embeddingModel = embeddingModel;
    this.config = config;
  }

  /// The sentences of the first passages, best first. Those that speak most for themselves are
  /// compared with the question by meaning too; the rest are left out.
  List<Candidate> read(QuestionProfile question, List<Evidence> evidence) {
    var promising =
        index.search(snapshot -> candidates(question, evidence, snapshot)).stream()
            .sorted(Candidate.BEST_FIRST)
            .limit(config.sentences())
            .toList();
    var vector = embeddingModel.ofQuestion(question.text());
    var vectors = embeddingModel.ofSentences(promising.stream().map(Candidate::text).toList());
    var read = new ArrayList<Candidate>();
    for (int i = 0; i < promising.size(); i++) {
      var candidate = promising.get(i);
      read.add(
          scored(candidate, candidate.features().withCloseness(cosine(vector, vectors.get(i)))));
    }
    read.sort(Candidate.BEST_FIRST);
    return read;
  }

  private Candidate scored(Candidate candidate, SentenceFeatures features) {
    return new Candidate(
        candidate.evidence(),
        candidate.span(),
        candidate.terms(),
        features,
        features.score(config.sentence()));
  }

  private List<Candidate> candidates(
      QuestionProfile question, List<Evidence> evidence, Snapshot snapshot) {
    var questionTerms = new HashMap<String, QuestionTerms>();
    var candidates = new ArrayList<Candidate>();
    for (var passage : evidence.stream().limit(config.passages()).toList()) {
      var language = passage.source().article().language();
      var terms =
          questionTerms.computeIfAbsent(
              String.valueOf(language),
              any -> QuestionTerms.of(question.text(), language, snapshot));
      candidates.addAll(new PassageReading(question, terms, passage).candidates());
    }
    return candidates;
  }

  /// Vectors have length one, so that their product is the cosine.
  static double cosine(float[] a, float[] b) {
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
    }
    return product;
  }

  /// One passage under the eyes of one question.
  private final class PassageReading {
    private final QuestionProfile question;
    private final QuestionTerms questionTerms;
    private final Evidence passage;
    private final Set<String> around;

    PassageReading(QuestionProfile question, QuestionTerms questionTerms, Evidence passage) {
      this.question = question;
      this.questionTerms = questionTerms;
      this.passage = passage;
      var article = passage.source().article();
      var context = article.headline() + "\n" + passage.text();
      this.around = QuestionTerms.termsOf(context, article.language());
    }

    List<Candidate> candidates() {
      var text = passage.source().article().text();
      return passage.passage().sentences().stream()
          .map(span -> candidate(span, span.of(text)))
          .toList();
    }

    private Candidate candidate(Span span, String sentence) {
      var terms = QuestionTerms.termsOf(sentence, passage.source().article().language());
      var within = span.shifted(-passage.passage().span().start());
      var features =
          new SentenceFeatures(
              read(reading -> reading.sentence(within)),
              read(reading -> reading.words(within).map(Reading.Words::score).orElse(-BOUND)),
              0,
              coverage(terms),
              askedFor(sentence),
              passage.scores().fused(),
              1.0 / (1 + passage.passage().ordinal()));
      return new Candidate(passage, span, terms, features, features.score(config.sentence()));
    }

    private double read(ToDoubleFunction<Reading> score) {
      var reading = passage.reading();
      return reading == null ? 0 : Math.clamp(score.applyAsDouble(reading), -BOUND, BOUND);
    }

    private double coverage(Set<String> terms) {
      double own = questionTerms.coverage(terms);
      var all = new HashSet<>(terms);
      all.addAll(around);
      return own + (questionTerms.coverage(all) - own) / 2;
    }

    private double askedFor(String sentence) {
      return switch (question.askedFor()) {
        case TIME -> tells(!Dates.in(sentence, passage.source().article().published()).isEmpty());
        case QUANTITY ->
            tells(
                Numbers.in(sentence).stream()
                    .anyMatch(number ->
                        !question.numbers().contains(number.value().stripTrailingZeros())));
        case PERSON, PLACE -> tells(namesSomethingNew(sentence));
        case ANYTHING -> 0.5;
      };
    }

    private boolean namesSomethingNew(String sentence) {
      var asked = NameMatch.in(List.of(question.text()));
      return Names.in(sentence).stream().anyMatch(span -> !asked.carries(span.of(sentence)));
    }

    private static double tells(boolean carried) {
      return carried ? 1 : 0;
    }
  }
}
