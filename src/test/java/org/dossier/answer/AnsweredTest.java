package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnsweredTest {
  private static final ArticleVersion SOURCE = source("The bridge opened. It is 40 metres long.");

  @Test
  void theTextIsTheStatementsWithTheirMarkers() {
    var answered =
        answered(
            List.of(statement("The bridge opened.", 1), statement("It is long.", 1, 2)),
            List.of(citation(1), citation(2)));

    assertThat(answered.text()).isEqualTo("The bridge opened. [1] It is long. [1][2]");
    assertThat(answered.spans())
        .extracting(span -> span.of(answered.text()))
        .containsExactly("The bridge opened.", "It is long.");
  }

  @Test
  void everyCitationIsUsedAndEveryNumberIsCited() {
    assertThatThrownBy(
            () -> answered(List.of(statement("A.", 1)), List.of(citation(1), citation(2))))
        .hasMessageContaining("[1]")
        .hasMessageContaining("[1, 2]");
    assertThatThrownBy(() -> answered(List.of(statement("A.", 1, 2)), List.of(citation(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void citationsCountFromOneInTheOrderOfFirstUse() {
    assertThatThrownBy(() ->
            answered(
                List.of(statement("A.", 2), statement("B.", 1)), List.of(citation(1), citation(2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> answered(List.of(statement("A.", 2)), List.of(citation(2))))
        .hasMessageContaining("citation numbers");
  }

  @Test
  void anAnswerWithoutStatementsIsRejected() {
    assertThatThrownBy(() -> answered(List.of(), List.of()))
        .hasMessageContaining("at least one statement");
  }

  @ParameterizedTest
  @ValueSource(strings = {"As shown.[3] It fell.", "x [1][22] y", "[[7]]", "[٣] and [1]", "[ [9]"})
  void bracketedNumbersOfAnArticleAreNotMarkers(String words) {
    var text = answered(List.of(statement(words, 1)), List.of(citation(1))).text();

    assertThat(Pattern.compile("\\[(\\p{Nd}+)]").matcher(text).results().map(r -> r.group(1)))
        .containsExactly("1");
  }

  @Test
  void aStatementIsOneLine() {
    assertThat(statement(" one\r\n two\u00a0\u2028three\t", 1).text()).isEqualTo("one two three");
  }

  @Test
  void aCitationPointsInsideItsArticle() {
    assertThat(new Citation(1, SOURCE, new Span(4, 10)).quote()).isEqualTo("bridge");
    assertThatThrownBy(() -> new Citation(1, SOURCE, new Span(4, 400)))
        .hasMessageContaining("outside");
    assertThatThrownBy(() -> new Citation(1, SOURCE, new Span(4, 4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Answered answered(List<Statement> statements, List<Citation> citations) {
    return new Answered(statements, citations, new AnswerMetadata(.9, AnswerOrigin.EXTRACTIVE, 1));
  }

  private static Statement statement(String text, Integer... citations) {
    return new Statement(text, List.of(citations), Support.VERBATIM);
  }

  private static Citation citation(int number) {
    return new Citation(number, SOURCE, new Span(0, 18));
  }

  private static ArticleVersion source(String text) {
    var article = new Article("bridge", null, null, List.of(), null, null, null, false, null, text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }
}
