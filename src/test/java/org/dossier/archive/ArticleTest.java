package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleTest {
  private static final LocalDate DAY = LocalDate.of(2011, 11, 11);

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "news/2011/a b.html", "..a", "a..b", "https://example.org/x?y=z", "۱۲"})
  void idsUsableInUrlsAreAccepted(String id) {
    assertThat(SampleArticles.bare(id, "Text.").id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", " a", "a ", "a\nb", "a\u0000", "..", "../a", "a/../b", "a/.", "./a", "\uD83C"
      })
  void otherIdsAreRejected(String id) {
    assertThatThrownBy(() -> SampleArticles.bare(id, "Text."))
        .isInstanceOfSatisfying(
            InvalidArticleException.class, e -> assertThat(e.field()).isEqualTo("id"));
  }

  @Test
  void componentsHaveMaximumLengths() {
    assertThat(SampleArticles.bare("i".repeat(512), "t".repeat(2_000_000)).id()).hasSize(512);
    assertRefused("id", () -> SampleArticles.bare("i".repeat(513), "Text."));
    assertRefused("text", () -> SampleArticles.bare("a", "t".repeat(2_000_001)));
    assertRefused("title", () -> SampleArticles.titled("a", "t".repeat(1_001), "Text."));
    assertRefused("authors", () -> by(Collections.nCopies(101, "Ada")));
    assertRefused("authors", () -> by(List.of("A".repeat(301))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "a\u0000b", "a \uD83C b", "\uDF09\uD83C"})
  void emptyOrMalformedTextIsRejected(String text) {
    assertRefused("text", () -> SampleArticles.bare("a", text));
  }

  @Test
  void everyCharacterOfTheTextIsKept() {
    var text = " \r\n a\u00A0b\u2028🌉 \n";
    assertThat(SampleArticles.bare("a", text).text()).isEqualTo(text);
  }

  @Test
  void whiteSpaceInTitlesIsNormalized() {
    assertThat(title("\u0001 A\u00A0\u2028bridge\n\t opens \u0000")).isEqualTo("A bridge opens");
    assertThat(title(" \u0001\u00A0 ")).isNull();
  }

  @Test
  void emptyAuthorsAreRemoved() {
    assertThat(by(new ArrayList<>(Arrays.asList(" Ada  Lovelace ", " ", null))).authors())
        .containsExactly("Ada Lovelace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "ftp://example.org/",
        "example.org",
        "https:///x",
        "http://a b/"
      })
  void urlsOtherThanHttpAreRejected(String url) {
    assertRefused("url", () -> article(url, null, null, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"english language", "e", "en_GB", "<b>"})
  void invalidLanguageTagsAreRejected(String language) {
    assertRefused("language", () -> article(null, language, null, false));
  }

  @Test
  void anInferredFlagWithoutADateIsRejected() {
    assertRefused("publishedInferred", () -> article(null, null, null, true));
    assertThatCode(() -> article(null, null, DAY, true)).doesNotThrowAnyException();
  }

  @Test
  void yearsOutside1To9999AreRejected() {
    assertRefused("published", () -> article(null, null, LocalDate.of(10_000, 1, 1), false));
    assertRefused("published", () -> article(null, null, LocalDate.of(0, 1, 1), false));
  }

  @Test
  void everyComponentExceptTheIdAffectsTheVersion() {
    var versions =
        List.of(
            SampleArticles.bare("a", "Text.").version(),
            SampleArticles.bare("a", "Text. ").version(),
            SampleArticles.titled("a", "Text.", "Text.").version(),
            by(List.of("Ada", "Bob")).version(),
            by(List.of("Ada Bob")).version(),
            article("https://example.org/", null, null, false).version(),
            article(null, "en", null, false).version(),
            article(null, null, DAY, false).version(),
            article(null, null, DAY, true).version());

    assertThat(versions).doesNotHaveDuplicates().allMatch(v -> v.matches("[0-9a-f]{32}"));
    assertThat(SampleArticles.bare("b", "Text.").version()).isEqualTo(versions.getFirst());
  }

  @Test
  void theHeadlineIsTheTitleOrTheFirstWords() {
    assertThat(SampleArticles.titled("a", "Bridge opens", "Text.").headline())
        .isEqualTo("Bridge opens");
    assertThat(SampleArticles.bare("a", " A bridge\nopened. ").headline())
        .isEqualTo("A bridge opened.");
    assertThat(SampleArticles.bare("a", "bridge ".repeat(50)).headline())
        .hasSizeLessThanOrEqualTo(81)
        .endsWith("bridge…");
    assertThat(SampleArticles.bare("a", "🌉".repeat(50)).headline())
        .isEqualTo("🌉".repeat(40) + "…");
  }

  private static @Nullable String title(String title) {
    return SampleArticles.titled("a", title, "Text.").title();
  }

  private static Article by(List<String> authors) {
    return new Article("a", null, null, authors, null, null, null, false, null, "Text.");
  }

  private static Article article(
      @Nullable String url, @Nullable String language, @Nullable LocalDate day, boolean inferred) {
    return new Article("a", null, null, List.of(), url, language, day, inferred, null, "Text.");
  }

  private static void assertRefused(String field, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            InvalidArticleException.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageStartingWith(field + ": ");
  }

  /// A changed hash would make a new version of every article in every archive.
  @Test
  void theVersionOfAnArticleWithoutATimeIsTheOneOfEarlierReleases() {
    assertThat(SampleArticles.published("a", LocalDate.parse("2022-05-03")).version())
        .isEqualTo("76e8d36a26527e4f43b710aaab92b09c");
  }

  @Test
  void theTimeOfPublicationIsPartOfTheVersion() {
    assertThat(at(DAY, "08:15").version())
        .isNotEqualTo(at(DAY, "08:15Z").version())
        .isNotEqualTo(at(DAY, "08:16").version())
        .isNotEqualTo(article(null, null, DAY, false).version());
    assertThat(at(DAY, "08:15+02:00").publishedText()).isEqualTo(DAY + "T08:15+02:00");
  }

  @Test
  void articlesOfOneDayAreOrderedByTheirTimes() {
    var noon = at(DAY, "12:00+02:00");

    assertThat(at(DAY, "10:30Z").isPublishedAfter(noon)).isTrue();
    assertThat(at(DAY, "09:30Z").isPublishedAfter(noon)).isFalse();
    assertThat(at(DAY.plusDays(1), "00:10Z").isPublishedAfter(noon)).isTrue();
    assertThat(article(null, null, DAY, false).isPublishedAfter(noon)).isFalse();
    assertThat(noon.isPublishedAfter(article(null, null, DAY, false))).as("unknown").isFalse();
    assertThat(Stream.of(noon, at(DAY, "09:30Z")).sorted(Article.BY_PUBLICATION).toList())
        .containsExactly(at(DAY, "09:30Z"), noon);
  }

  @Test
  void aTimeNeedsADateAndAForm() {
    assertThatThrownBy(() -> at(null, "08:15"))
        .isInstanceOf(InvalidArticleException.class)
        .hasMessageContaining("publishedTime");
    assertThatThrownBy(() -> PublishedTime.parse("soon"))
        .isInstanceOf(InvalidArticleException.class)
        .hasMessageContaining("publishedTime: is not a time such as 08:15");
    assertThatThrownBy(() -> PublishedTime.parse("25:00"))
        .isInstanceOf(InvalidArticleException.class);
  }

  private static Article at(@Nullable LocalDate day, String time) {
    return new Article(
        "id",
        null,
        null,
        List.of(),
        null,
        null,
        day,
        PublishedTime.parse(time),
        false,
        null,
        "Text.");
  }
}
