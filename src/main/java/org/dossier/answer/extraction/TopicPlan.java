package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.inference.Logistic;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.RetrievalResult;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// The plan for questions about a topic: central sentences of the articles about it, none of which
/// repeats another. No single sentence answers such a question, so the reader model is not asked.
final class TopicPlan implements ExtractionPlan {
  private static final RetrievalDepth DEPTH = new RetrievalDepth(12, 4, 12, false);

  /// Two sentences that share more of their terms than this are duplicates.
  private static final double DUPLICATE_SIMILARITY = 0.5;

  /// How far the fused score of a relevant passage may be below the best one, and the share of the
  /// best coverage that it needs.
  private static final double RELEVANT_MARGIN = 0.1;

  private static final double RELEVANT_COVERAGE = 0.6;

  /// The latest is told from the articles of the newest days that have this number of sentences.
  private static final int ENOUGH_SENTENCES = 4;

  /// The confidence that what was published in a period is what happened in it.
  private static final double WHOLE_PERIOD = 0.75;

  private static final int MIN_WORDS = 5;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Reported or direct speech.
  private static final Pattern SPEECH =
      Pattern.compile(
          "[\"“”«»]|\\b(?:said|says|say|told|tells|stated|added|stressed|announced|argued|claimed|warned|called"
              + "|explained|praised|criticized|criticised|described|noted|tweeted|wrote|asked|urged|expressed|according to)\\b",
          Pattern.CASE_INSENSITIVE);

  private final EvidenceFinder evidenceFinder;

  TopicPlan(EvidenceFinder evidenceFinder) {
    this.evidenceFinder = evidenceFinder;
  }

  @Override
  public Extraction extract(Question question, QuestionAnalysis analysis) {
    var searched = analysis.topic().isBlank() ? question : question.searching(analysis.topic());
    boolean onlyPublished = analysis.topic().isBlank() || analysis.kind() == QuestionKind.SAID;
    var retrievalResult = evidenceFinder.find(searched, analysis.period(), onlyPublished, DEPTH);
    if (analysis.kind() == QuestionKind.LATEST) {
      retrievalResult = retrievalResult.withEvidence(newest(retrievalResult.evidence()));
    }
    boolean isWholePeriod =
        analysis.topic().isBlank() && isPublishedIn(analysis.period(), retrievalResult);
    var candidates = candidates(retrievalResult, analysis);
    if (candidates.isEmpty()) {
      return Extraction.nothing(analysis.kind(), retrievalResult);
    }
    return new Extraction(
        analysis.kind(),
        retrievalResult,
        List.of(choose(candidates, PlanSettings.of(analysis.kind()))),
        candidates,
        isWholePeriod ? WHOLE_PERIOD : confidence(retrievalResult),
        isWholePeriod ? 1 : Relevance.of(retrievalResult),
        Relevance.features(retrievalResult));
  }

  private static boolean isPublishedIn(
      @Nullable DateRange period, RetrievalResult retrievalResult) {
    return period != null
        && retrievalResult.evidence().stream()
            .map(e -> e.source().article().published())
            .anyMatch(published -> published != null && period.contains(published));
  }

  private static double confidence(RetrievalResult retrievalResult) {
    return Logistic.probability(
        -9
            + 6 * Relevance.contextCoverage(retrievalResult)
            + 6 * Relevance.cosine(retrievalResult));
  }

  private static List<CandidateSentence> candidates(
      RetrievalResult retrievalResult, QuestionAnalysis analysis) {
    var centrality = new Centrality(retrievalResult.evidence());
    return retrievalResult.evidence().stream()
        .flatMap(evidence ->
            evidence.analyzedSentences().stream()
                .filter(sentence -> isReadable(sentence, evidence))
                .map(sentence -> candidate(evidence, sentence, analysis, centrality)))
        .sorted(CandidateSentence.BEST_FIRST)
        .toList();
  }

  private static boolean isReadable(AnalyzedSentence sentence, Evidence evidence) {
    var text = sentence.span().of(evidence.source().article().text());
    return SPACE.split(text.strip()).length >= MIN_WORDS && !text.strip().endsWith("?");
  }

  private static CandidateSentence candidate(
      Evidence evidence,
      AnalyzedSentence sentence,
      QuestionAnalysis analysis,
      Centrality centrality) {
    var text = sentence.span().of(evidence.source().article().text());
    var published = evidence.source().article().published();
    var features =
        new SentenceFeatures(
            0,
            sentence.coverage(),
            sentence.answerTypeScore(),
            evidence.scores().fused(),
            evidence.positionScore());
    double score =
        3 * sentence.coverage()
            + 8 * evidence.scores().fused()
            + 0.7 * evidence.positionScore()
            + 1.0 * sentence.answerTypeScore()
            + 1.5 * centrality.of(sentence)
            - (DanglingReference.begins(text) ? 0.7 : 0)
            + ofKind(analysis.kind(), text, published);
    return new CandidateSentence(evidence, sentence, "", features, score);
  }

  private static double ofKind(QuestionKind kind, String text, @Nullable LocalDate published) {
    return switch (kind) {
      case SAID -> SPEECH.matcher(text).find() ? 1.5 : 0;
      case TIMELINE -> DateFinder.find(text, published).isEmpty() ? 0 : 0.7;
      default -> 0;
    };
  }

  /// The passages of the newest articles among the relevant ones, newest first.
  private static List<Evidence> newest(List<Evidence> evidence) {
    double best = evidence.stream().mapToDouble(e -> e.scores().fused()).max().orElse(0);
    double coverage = evidence.stream().mapToDouble(Relevance::contextCoverage).max().orElse(0);
    var relevant =
        evidence.stream()
            .filter(e -> e.source().article().published() != null)
            .filter(e -> e.scores().fused() >= best - RELEVANT_MARGIN)
            .filter(e -> Relevance.contextCoverage(e) >= RELEVANT_COVERAGE * coverage)
            .toList();
    var newest = new ArrayList<Evidence>();
    var days =
        relevant.stream()
            .map(TopicPlan::published)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    for (var day : days) {
      newest.addAll(relevant.stream().filter(e -> published(e).equals(day)).toList());
      if (sentences(newest) >= ENOUGH_SENTENCES) {
        break;
      }
    }
    return newest.isEmpty() ? evidence : newest;
  }

  private static int sentences(List<Evidence> evidence) {
    return evidence.stream().mapToInt(e -> e.analyzedSentences().size()).sum();
  }

  private static LocalDate published(Evidence evidence) {
    return Objects.requireNonNull(evidence.source().article().published());
  }

  private static List<CandidateSentence> choose(
      List<CandidateSentence> candidates, PlanSettings settings) {
    var chosen = new ArrayList<CandidateSentence>();
    for (var candidate : candidates) {
      if (chosen.size() == settings.maxStatements()) {
        break;
      }
      if (chosen.stream().allMatch(other -> candidate.similarity(other) < DUPLICATE_SIMILARITY)) {
        chosen.add(candidate);
      }
    }
    return chosen;
  }

  /// How much the terms of a sentence occur in the other sentences of the evidence: the share of
  /// its terms that occur in at least two other sentences.
  private static final class Centrality {
    private final Map<String, Integer> sentencesWith = new HashMap<>();

    Centrality(List<Evidence> evidence) {
      evidence.stream()
          .flatMap(e -> e.analyzedSentences().stream())
          .forEach(sentence ->
              sentence.terms().forEach(term -> sentencesWith.merge(term, 1, Integer::sum)));
    }

    double of(AnalyzedSentence sentence) {
      Set<String> terms = sentence.terms();
      long shared = terms.stream().filter(term -> sentencesWith.getOrDefault(term, 0) > 2).count();
      return terms.isEmpty() ? 0 : (double) shared / terms.size();
    }
  }
}
