package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dossier.HostileText;
import org.dossier.LinearWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Articles are split into passages on the thread that all changes wait for.
class HostileArticlesTest {
  @Test
  void splittingTakesLinearTime() {
    var title = "Quay! ".repeat(160) + "Harbour";
    LinearWork.verify(40_000, text -> cut(title, text));
  }

  @Test
  void theLargestArticleOfPunctuationIsSplit() {
    for (var pattern : HostileText.ALL.subList(0, 2)) {
      LinearWork.verify(List.of(pattern), Article.MAX_TEXT, text -> cut("The quay opened", text));
    }
  }

  @Test
  void aTitleOfManySentencesIsComparedOnce() {
    var title = "A! ".repeat(333);
    LinearWork.verify(
        "a title stretched by spaces",
        Article.MAX_TEXT,
        length -> ("A!" + " ".repeat(length / 333 - 2)).repeat(333),
        text -> cut(title, text));
  }

  @Test
  void interruptionsMakeALimitedNumberOfPassages() {
    int sentences = 4 * PassageBuilder.MAX_INTERRUPTED;

    var passages = PassageSplitter.split(article("Title", "ab\n#\n".repeat(sentences)));

    assertThat(passages)
        .hasSizeBetween(PassageBuilder.MAX_INTERRUPTED, PassageBuilder.MAX_INTERRUPTED + 200);
    assertThat(passages.stream().mapToInt(passage -> passage.sentences().size()).sum())
        .isEqualTo(sentences);
  }

  @Test
  void articlesAreValidatedInLinearTime() {
    LinearWork.verify(50_000, text -> article(null, text).version());
  }

  @Test
  void aHeadlineReadsOnlyTheBeginningOfTheText() {
    var article = article(null, "harbour ".repeat(200_000) + "\n".repeat(300_000));
    LinearWork.verify(
        "headlines",
        20_000,
        Integer::valueOf,
        times -> {
          for (int i = 0; i < times; i++) {
            article.headline();
          }
        });
  }

  private static void cut(@Nullable String title, String text) {
    var article = article(title, text);
    for (var passage : PassageSplitter.split(article)) {
      assertThat(PassageSplitter.inContext(article, passage)).isNotEmpty();
    }
  }

  private static Article article(@Nullable String title, String text) {
    var shown = text.isBlank() ? text + "x" : text;
    return new Article("x", title, null, List.of(), null, null, null, false, null, shown);
  }
}
