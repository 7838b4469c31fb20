package org.dossier.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Sentences in these texts end with a full stop; boilerplate is in square brackets.
class PassageSplitterTest {
  @Test
  void aShortArticleIsOnePassage() {
    var text = "  The bridge opened.\nThe mayor spoke.  It rained. ";

    var passages = cut(null, text);

    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().ordinal()).isZero();
    assertThat(passages.getFirst().span().of(text))
        .isEqualTo("The bridge opened.\nThe mayor spoke.  It rained.");
    assertThat(sentences(text, passages.getFirst()))
        .containsExactly("The bridge opened.", "The mayor spoke.", "It rained.");
  }

  @Test
  void aPassageEndsWhereTheLanguageChanges() {
    var english = "The bridge was closed by the city.";
    var german = "Die Brücke ist von der Stadt gesperrt.";
    var text = String.join("\n", english, english, german, "Holten", german, english);

    assertThat(cut(null, text))
        .extracting(passage -> passage.span().of(text))
        .containsExactly(english + "\n" + english, german + "\nHolten\n" + german, english);
  }

  @Test
  void aPassageHoldsWholeSentencesUpToTheWordLimit() {
    var text = sentence(10).repeat(31);

    var passages = cut(null, text);

    assertThat(passages).extracting(p -> p.sentences().size()).containsExactly(15, 15, 1);
    assertThat(passages).extracting(Passage::ordinal).containsExactly(0, 1, 2);
  }

  @Test
  void withoutSpacesTheCharacterLimitApplies() {
    var text = ("字".repeat(299) + ".").repeat(6);

    assertThat(cut(null, text)).extracting(p -> p.span().length()).containsExactly(1_200, 600);
  }

  @Test
  void aTooLongSentenceIsAPassageOfItsOwn() {
    var text = sentence(5) + sentence(400) + sentence(5);

    assertThat(cut(null, text)).extracting(p -> p.sentences().size()).containsExactly(1, 1, 1);
  }

  @Test
  void aPassageTwoThirdsFullEndsWithItsParagraph() {
    var text = sentence(10).repeat(10) + "\n\n" + sentence(10).repeat(10);

    assertThat(cut(null, text)).extracting(p -> p.sentences().size()).containsExactly(10, 10);
  }

  @Test
  void shorterParagraphsSharePassages() {
    var text = (sentence(10).repeat(4) + "\n").repeat(4);

    assertThat(cut(null, text)).extracting(p -> p.sentences().size()).containsExactly(12, 4);
  }

  @Test
  void boilerplateIsLeftOutAndEndsPassages() {
    var text =
        "[Home.] The bridge opened. [Share this. Print.] The mayor spoke. It rained. [More.]";

    assertThat(cut(null, text))
        .extracting(passage -> sentences(text, passage))
        .containsExactly(List.of("The bridge opened."), List.of("The mayor spoke.", "It rained."));
  }

  @Test
  void boilerplateAloneYieldsNoPassages() {
    assertThat(cut(null, "[Home.] [Share this.]")).isEmpty();
    assertThat(cut(null, "...")).isEmpty();
  }

  @Test
  void signsWithoutWordsAreLeftOutWithoutEndingPassages() {
    var text = "The bridge opened. * * *. 17. The mayor spoke.";

    assertThat(cut(null, text))
        .extracting(passage -> sentences(text, passage))
        .containsExactly(List.of("The bridge opened.", "The mayor spoke."));
  }

  @Test
  void aTitleRepeatedAtTheStartIsLeftOut() {
    var title = "“A bridge opens. At last!”";
    var text = "[Print.]\n “a  BRIDGE opens. At last” .\nThe mayor spoke. A bridge opens. At last.";

    assertThat(cut(title, text))
        .extracting(passage -> sentences(text, passage))
        .containsExactly(List.of("The mayor spoke.", "A bridge opens.", "At last."));
  }

  @Test
  void aLineThatOnlyStartsWithTheTitleIsKept() {
    var text = "A bridge opens. The mayor spoke.\nIt rained.";

    assertThat(cut("A bridge opens", text).getFirst().sentences()).hasSize(3);
  }

  @Test
  void aTextThatOnlyRepeatsTheTitleIsKept() {
    assertThat(cut("A bridge opens", "A bridge opens.")).hasSize(1);
  }

  @Test
  void theContextHasTheKnownTitlePublisherAndDate() {
    var day = LocalDate.of(2011, 11, 1);

    assertThat(context("A bridge opens", "The Gull", day))
        .isEqualTo("A bridge opens. The Gull, 1 November 2011.\nIt rained. It was cold.");
    assertThat(context("Who opened it?", null, day))
        .isEqualTo("Who opened it? 1 November 2011.\nIt rained. It was cold.");
    assertThat(context(null, "The Gull Inc.", null))
        .isEqualTo("The Gull Inc.\nIt rained. It was cold.");
    assertThat(context(null, null, null)).isEqualTo("It rained. It was cold.");
  }

  @Test
  void realTextIsSplitAtSentences() {
    var article =
        SampleArticles.titled(
            "a",
            "A bridge opens",
            """
            A bridge opens

            The new bridge over the Tave was opened on Friday, Dr. Ada Holm said. It cost $1.5 million.
            “It will last,” she said.

            Leave a comment
            """);

    var passages = PassageSplitter.split(article);

    assertThat(passages).hasSize(1);
    assertThat(sentences(article.text(), passages.getFirst()))
        .containsExactly(
            "The new bridge over the Tave was opened on Friday, Dr. Ada Holm said.",
            "It cost $1.5 million.",
            "“It will last,” she said.");
  }

  private static List<Passage> cut(@Nullable String title, String text) {
    var article = new Article("a", title, null, List.of(), null, null, null, false, null, text);
    var boilerplate = spans("\\[[^]]*]", text);
    return PassageSplitter.split(
        article, spans("[^.\\s\\[\\]][^.\\[\\]]*\\.+|\\S", text), boilerplate);
  }

  private static List<Span> spans(String pattern, String text) {
    var spans = new ArrayList<Span>();
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .forEach(found -> spans.add(new Span(found.start(), found.end())));
    return spans;
  }

  private static String sentence(int words) {
    return String.join(" ", IntStream.range(0, words).mapToObj(i -> "word").toList()) + ". ";
  }

  private static List<String> sentences(String text, Passage passage) {
    return passage.sentences().stream().map(sentence -> sentence.of(text)).toList();
  }

  private static String context(
      @Nullable String title, @Nullable String publisher, @Nullable LocalDate day) {
    var text = "It\n rained.   It was\u00A0cold.";
    var article = new Article("a", title, publisher, List.of(), null, null, day, false, null, text);
    return PassageSplitter.inContext(
        article, PassageSplitter.split(article, spans("\\S[^.]*\\.", text), List.of()).getFirst());
  }
}
