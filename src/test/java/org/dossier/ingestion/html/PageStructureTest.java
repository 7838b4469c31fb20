package org.dossier.ingestion.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.ingestion.ReaderFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages in our own words with the structure that common publishing systems generate, each with the
/// text that a reader of the page would call the article.
class PageStructureTest {
  private static final double LEAST_F1 = 0.97;
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wordpress-block",
        "ghost",
        "drupal",
        "arc",
        "squarespace",
        "amp",
        "blogger",
        "mediawiki",
        "substack",
        "hugo",
        "elementor",
        "joomla",
        "jekyll",
        "next",
        "medium",
        "typo3",
        "wix",
        "webflow",
        "spip",
        "live-blog"
      })
  void theArticleOfThePageIsRead(String system) throws IOException {
    var gold = resource(system + ".txt").split("\n\n", 2);
    Article article = ReaderFixture.article(system + ".html", resource(system + ".html"));

    assertThat("title: " + article.title() + "\npublished: " + article.published())
        .isEqualTo(gold[0]);
    assertThat(f1(tokens(gold[1]), tokens(article.text())))
        .as("token F1 of:\n%s", article.text())
        .isGreaterThanOrEqualTo(LEAST_F1);
  }

  /// The harmonic mean of the shares of tokens that both texts have.
  private static double f1(List<String> gold, List<String> read) {
    var rest = new ArrayList<>(gold);
    long common = read.stream().filter(rest::remove).count();
    return 2.0 * common / (gold.size() + read.size());
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static String resource(String name) throws IOException {
    try (var in = PageStructureTest.class.getResourceAsStream("/pages/structures/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }
}
