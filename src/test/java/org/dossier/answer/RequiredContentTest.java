package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.answer.AnswererFixture.article;
import static org.dossier.answer.AnswererFixture.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.extraction.SentenceFeatures;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.PassageSplitter;
import org.dossier.question.QuestionAnalyzer;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

class RequiredContentTest {
  private static final String UNNAMED = "an unnamed dog walker";
  private static final String OWNER = "Dan Hill";
  private static final String NAME = "What was the name of the dog walker who was with Rex?";
  private static final Evidence EVIDENCE =
      evidence("Rex was with an unnamed dog walker. Dan Hill owns Rex, which cost 900 crowns.");

  @Test
  void theNameAskedForIsInTheFirstStatement() {
    assertThat(isIn(NAME, OWNER, UNNAMED)).isTrue();
    assertThat(isIn(NAME, UNNAMED, OWNER)).isFalse();
  }

  @Test
  void thePersonAskedForIsInTheFirstStatement() {
    assertThat(isIn("Who walked Rex?", OWNER, UNNAMED)).isTrue();
    assertThat(isIn("Who walked Rex?", UNNAMED, OWNER)).isFalse();
  }

  @Test
  void thePriceAskedForMayBeInAnyStatement() {
    assertThat(isIn("How much did Rex cost?", UNNAMED, OWNER)).isTrue();
    assertThat(isIn("How much did Rex cost?", UNNAMED)).isFalse();
  }

  /// @param answers the reader's answer words of each statement
  private static boolean isIn(String asked, String... answers) {
    var excerpts = Stream.of(answers).map(words -> new Excerpt(List.of(candidate(words)))).toList();
    var analysis = QuestionAnalyzer.analyze(asked, LocalDate.of(2021, 3, 1));
    return RequiredContent.isIn(excerpts, question(asked), analysis);
  }

  /// The sentence with these words.
  private static CandidateSentence candidate(String words) {
    int at = EVIDENCE.source().article().text().indexOf(words);
    Span span =
        EVIDENCE.passage().sentences().stream()
            .filter(sentence -> sentence.start() <= at && at < sentence.end())
            .findFirst()
            .orElseThrow();
    return new CandidateSentence(
        EVIDENCE,
        new AnalyzedSentence(span, Set.of(), 1, 1, 1),
        words,
        new SentenceFeatures(1, 1, 1, 1, 1, 1),
        1);
  }

  private static Evidence evidence(String text) {
    var article = article("rex", "Rex", LocalDate.of(2021, 2, 3), text);
    var source =
        new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
    var passage = PassageSplitter.split(source.article()).getFirst();
    return new Evidence(1, source, passage, new Evidence.Scores(1, 1, 1));
  }
}
