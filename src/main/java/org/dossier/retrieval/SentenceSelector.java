package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dossier.question.AnswerTypeMatcher;
import org.dossier.question.AskedSentence;
import org.dossier.question.QuestionTerms;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.TermAnalyzer;

/// Selects the sentences that the reader model reads for one question, by cheap features: the rare
/// terms of the question that they contain, the expected answer type, and their passage. The reader
/// model reads only the selected sentences, which makes it affordable.
final class SentenceSelector {
  private final String question;
  private final AnswerTypeMatcher answerTypeMatcher;
  private final TermAnalyzer analyzer;
  private final IndexSnapshot indexSnapshot;
  private final RetrievalConfig config;
  private final Map<String, QuestionTerms> questionTerms = new HashMap<>();

  /// @param indexSnapshot for the rarity of terms; not used after [#select] has returned
  SentenceSelector(
      String question, TermAnalyzer analyzer, IndexSnapshot indexSnapshot, RetrievalConfig config) {
    this.question = question;
    this.answerTypeMatcher = new AnswerTypeMatcher(AskedSentence.of(question));
    this.analyzer = analyzer;
    this.indexSnapshot = indexSnapshot;
    this.config = config;
  }

  /// @param evidence best first
  /// @return the same passages, the first ones with their analyzed sentences, and those for the
  ///   reader model with their selected sentences, if any
  List<Evidence> select(List<Evidence> evidence, RetrievalDepth depth) {
    var analyzed = new HashMap<Integer, List<Scored>>();
    evidence.stream()
        .limit(depth.analyzedPassages())
        .forEach(passage -> analyzed.put(passage.rank(), sentences(passage)));
    var selected =
        depth.reader() ? forReader(analyzed, depth) : Map.<Integer, List<AnalyzedSentence>>of();
    return evidence.stream()
        .map(e ->
            e.withSentences(
                analyzed.getOrDefault(e.rank(), List.of()).stream().map(Scored::sentence).toList(),
                selected.getOrDefault(e.rank(), List.of())))
        .toList();
  }

  /// The sentences for the reader model by the ranks of their passages.
  private Map<Integer, List<AnalyzedSentence>> forReader(
      Map<Integer, List<Scored>> analyzed, RetrievalDepth depth) {
    return analyzed.values().stream()
        .flatMap(List::stream)
        .sorted(Scored.BEST_FIRST)
        .limit(depth.readSentences())
        .collect(
            Collectors.groupingBy(
                scored -> scored.passage.rank(),
                Collectors.mapping(Scored::sentence, Collectors.toList())));
  }

  private List<Scored> sentences(Evidence passage) {
    var article = passage.source().article();
    var language = passage.language();
    var spans = passage.passage().sentences();
    var terms =
        spans.stream()
            .map(span -> analyzer.distinctTerms(span.of(article.text()), language))
            .toList();
    var passageTerms = new HashSet<>(analyzer.distinctTerms(article.headline(), language));
    terms.forEach(passageTerms::addAll);
    var questionTerms = questionTerms(language);
    double inContext = questionTerms.coverage(passageTerms);
    var sentences = new ArrayList<Scored>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      double alone = questionTerms.coverage(terms.get(i));
      double answerTypeScore =
          answerTypeMatcher.score(spans.get(i).of(article.text()), article.published());
      double coverage = alone + (inContext - alone) / 2;
      var sentence =
          new AnalyzedSentence(spans.get(i), terms.get(i), coverage, inContext, answerTypeScore);
      sentences.add(new Scored(passage, sentence, score(passage, sentence)));
    }
    return sentences;
  }

  private QuestionTerms questionTerms(String language) {
    return questionTerms.computeIfAbsent(
        language, any -> QuestionTerms.of(question, language, analyzer, indexSnapshot));
  }

  private double score(Evidence passage, AnalyzedSentence sentence) {
    var weights = config.sentenceSelection();
    return weights.coverage() * sentence.coverage()
        + weights.answerType() * sentence.answerTypeScore()
        + weights.evidence() * passage.scores().fused()
        + weights.position() * passage.positionScore();
  }

  private record Scored(Evidence passage, AnalyzedSentence sentence, double score) {
    /// Equal scores are ordered by the rank of the passage, then by place in it.
    static final Comparator<Scored> BEST_FIRST =
        Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingInt(scored -> scored.passage.rank())
            .thenComparing(scored -> scored.sentence.span());
  }
}
