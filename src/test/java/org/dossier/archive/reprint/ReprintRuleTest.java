package org.dossier.archive.reprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dossier.archive.Article;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReprintRuleTest {
  private static final LocalDate DAY = LocalDate.parse("2022-05-03");

  private final SampleTexts texts = new SampleTexts(2);

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.3, 0.4})
  void anEditedTextOfAnotherPublisherIsAReprint(double share) {
    for (int i = 0; i < 20; i++) {
      var text = texts.text(300);

      assertThat(match(article("Agency", text), article("Gull", texts.edited(text, share))))
          .isPositive();
    }
  }

  @Test
  void aTextThatWasCutOrExtendedByAnotherPublisherIsAReprint() {
    var sentences = texts.sentences(30);
    var cut = sentences.subList(0, 18);
    var extended = new ArrayList<>(sentences);
    extended.addAll(texts.sentences(15));
    var original = article("Agency", String.join(" ", sentences));

    assertThat(match(original, article("Gull", String.join(" ", cut)))).isPositive();
    assertThat(match(original, article("Gull", String.join(" ", extended)))).isPositive();
  }

  @Test
  void theNextArticleOfOnePublisherIsNoReprint() {
    var background = texts.sentences(12);
    var first = new ArrayList<>(texts.sentences(10));
    var second = new ArrayList<>(texts.sentences(10));
    first.addAll(background);
    second.addAll(background);

    assertThat(
            match(
                article("Gull", String.join(" ", first)),
                article("Gull", String.join(" ", second))))
        .isZero();
  }

  @Test
  void otherArticlesAreNoReprints() {
    assertThat(match(article("Agency", texts.text(300)), article("Gull", texts.text(300))))
        .isZero();
  }

  @Test
  void theSameWordsInAnotherOrderAreNoReprint() {
    var sentences = new ArrayList<>(texts.sentences(40));
    var original = article("Agency", String.join(" ", sentences));
    Collections.shuffle(sentences, new Random(1));

    assertThat(match(original, article("Gull", String.join(" ", sentences)))).isZero();
  }

  @Test
  void textsOfOnePublisherUnderOtherHeadlinesAreReprintsForTwoDaysOnly() {
    var text = texts.text(300);
    var original = article("Gull", "Harbour reopens after storm", DAY, text);

    assertThat(match(original, article("Gull", "Ferries sail again", DAY.plusDays(2), text)))
        .isPositive();
    assertThat(match(original, article("Gull", "Ferries sail again", DAY.plusDays(3), text)))
        .isZero();
    assertThat(
            match(
                original,
                article("Gull", "Harbour reopens after the storm", DAY.plusYears(1), text)))
        .isPositive();
  }

  /// Pages whose article could not be extracted consist of the notice that is on every page.
  @Test
  void aNoticeOnAllPagesOfAPublisherIsNoReprint() {
    var notice = texts.text(100);

    assertThat(
            match(
                article("Gull", "Harbour reopens", DAY, notice),
                article("Gull", "President resigns", DAY, notice)))
        .isZero();
  }

  @Test
  void pagesOfOneTemplateWithOtherNumbersAreNoReprints() {
    var page =
        "The %d championship took place from %d June to %d July. Attendance was %d000, and the final had %d sets. "
            + texts.text(60);
    var one = page.formatted(1955, 20, 2, 310, 3);
    var other = page.formatted(1956, 25, 7, 294, 5);

    assertThat(match(article("Gull", one), article("Agency", other))).isZero();
    assertThat(match(article(null, one), article(null, other))).isZero();
  }

  @Test
  void withoutPublishersOnlyNearlyEqualTextsAreReprints() {
    var text = texts.text(300);

    assertThat(match(article(null, text), article(null, texts.edited(text, 0.03)))).isPositive();
    assertThat(match(article(null, text), article(null, texts.edited(text, 0.3)))).isZero();
    assertThat(match(article(null, text), article("Gull", texts.edited(text, 0.3)))).isZero();
  }

  @Test
  void theHostOfTheAddressIsThePublisherIfNoneIsStated() {
    var text = texts.text(300);
    var edited = texts.edited(text, 0.3);

    assertThat(match(at("https://gull.example/1", text), at("https://agency.example/1", edited)))
        .isPositive();
    assertThat(match(at("https://GULL.example/1", text), at("https://gull.example/2", edited)))
        .isZero();
  }

  private static double match(Article one, Article other) {
    double match =
        ReprintRule.match(new ReprintRule.Candidate(one), new ReprintRule.Candidate(other));
    assertThat(ReprintRule.match(new ReprintRule.Candidate(other), new ReprintRule.Candidate(one)))
        .as("the rule is symmetric")
        .isEqualTo(match);
    return match;
  }

  private static Article article(@Nullable String publisher, String text) {
    return article(publisher, "Headline of " + text.substring(4, 20), DAY, text);
  }

  private static Article article(
      @Nullable String publisher, String title, LocalDate day, String text) {
    return new Article("id", title, publisher, List.of(), null, "en", day, false, null, text);
  }

  private static Article at(String url, String text) {
    return new Article("id", null, null, List.of(), url, "en", null, false, null, text);
  }
}
