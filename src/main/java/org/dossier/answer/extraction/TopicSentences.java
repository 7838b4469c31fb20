package org.dossier.answer.extraction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dossier.answer.sentence.Caption;
import org.dossier.answer.sentence.DanglingReference;
import org.dossier.answer.sentence.Readability;
import org.dossier.answer.sentence.ReportedSpeech;
import org.dossier.answer.sentence.Speaker;
import org.dossier.question.QuestionKind;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.date.DateFinder;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;
import org.jspecify.annotations.Nullable;

/// Scores the sentences of evidence by how much they say about its topic.
final class TopicSentences {
  /// The weight of each name and number, and the number of them that counts.
  private static final double DETAIL = 0.25;

  private static final int MAX_DETAILS = 4;

  /// The weight of the first sentences of an article: they say what happened.
  private static final double LEAD = 1;

  private static final int FIRST_SENTENCES = 2;

  /// The points that the caption of a picture loses: it shows a moment and not what happened.
  private static final double CAPTION = 3;

  private TopicSentences() {}

  /// The sentences of the evidence, best first.
  ///
  /// @param speaker whose words are asked for; `null` for no one's
  static List<CandidateSentence> rank(
      List<Evidence> passages, QuestionKind kind, @Nullable Speaker speaker) {
    return rank(passages, kind, speaker, _ -> true);
  }

  /// The sentences of the evidence that are `accepted` by their texts, best first.
  ///
  /// @param speaker whose words are asked for; `null` for no one's
  static List<CandidateSentence> rank(
      List<Evidence> passages,
      QuestionKind kind,
      @Nullable Speaker speaker,
      Predicate<String> accepted) {
    var centrality = new Centrality(passages);
    return passages.stream()
        .flatMap(evidence ->
            evidence.analyzedSentences().stream()
                .filter(sentence -> accepted.test(evidence.text(sentence)))
                .filter(sentence -> Readability.isReadable(evidence.text(sentence)))
                .map(sentence -> candidate(evidence, sentence, kind, speaker, centrality)))
        .sorted(CandidateSentence.BEST_FIRST)
        .toList();
  }

  private static CandidateSentence candidate(
      Evidence evidence,
      AnalyzedSentence sentence,
      QuestionKind kind,
      @Nullable Speaker speaker,
      Centrality centrality) {
    var text = evidence.text(sentence);
    var published = evidence.source().article().published();
    var features =
        new SentenceFeatures(
            0,
            0,
            sentence.coverage(),
            sentence.answerTypeScore(),
            evidence.scores().fused(),
            evidence.positionScore());
    double lead = evidence.passage().ordinal() == 0 && isAmongFirst(evidence, sentence) ? LEAD : 0;
    double score =
        3 * sentence.coverage()
            + 8 * evidence.scores().fused()
            + 0.7 * evidence.positionScore()
            + 1.0 * sentence.answerTypeScore()
            + 1.5 * centrality.of(sentence)
            + DETAIL * details(text)
            - (DanglingReference.begins(text) ? 0.7 : 0)
            + ofKind(kind, speaker, text, evidence.before(sentence), published, lead);
    return new CandidateSentence(evidence, sentence, "", features, score);
  }

  private static boolean isAmongFirst(Evidence evidence, AnalyzedSentence sentence) {
    return evidence.passage().sentences().indexOf(sentence.span()) < FIRST_SENTENCES;
  }

  /// The number of names and numbers, at most [#MAX_DETAILS]: sentences with details say more.
  private static int details(String text) {
    int names = NameFinder.find(text).size();
    return names >= MAX_DETAILS
        ? MAX_DETAILS
        : Math.min(MAX_DETAILS, names + NumberFinder.find(text).size());
  }

  private static double ofKind(
      QuestionKind kind,
      @Nullable Speaker speaker,
      String text,
      String before,
      @Nullable LocalDate published,
      double lead) {
    return switch (kind) {
      case SAID -> ReportedSpeech.points(speaker, text, before);
      case TIMELINE ->
          (DateFinder.find(text, published).isEmpty() ? 0 : 0.7)
              + lead
              - (Caption.isCaption(text, published) ? CAPTION : 0);
      case LATEST -> lead - (Caption.isCaption(text, published) ? CAPTION : 0);
      case TOPIC -> lead;
      default -> 0;
    };
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
