package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFragmentTest {

  @Test
  void tagsAndReferencesAreDecoded() {
    assertThat(
            HtmlFragment.text(
                "<p>A fire destroyed <b>18 buses</b>.</p><p>Lind spoke of arson.<br/>It cost 3&nbsp;million.</p>"))
        .isEqualTo("A fire destroyed 18 buses.\n\nLind spoke of arson.\nIt cost 3 million.");
    assertThat(HtmlFragment.line("Miners&#8217; strike &amp; talks"))
        .isEqualTo("Miners’ strike & talks");
    assertThat(HtmlFragment.line("<i>Hamlet</i> returns")).isEqualTo("Hamlet returns");
  }

  @Test
  void referencesAreDecodedOnce() {
    assertThat(HtmlFragment.text("Write &amp;lt; for &lt;.")).isEqualTo("Write &lt; for <.");
    assertThat(HtmlFragment.text("<p>Write &amp;lt;b&amp;gt;.</p>")).isEqualTo("Write &lt;b&gt;.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AT&T and R&D; a < b, b > c",
        "see https://a.example/?x=1&copy=2&reg=3",
        "The tag <b> makes words bold.",
        "Mail <ada@a.example>, or List<String>",
        "&nosuchname; stays"
      })
  void whatOnlyLooksLikeMarkupIsKept(String text) {
    assertThat(HtmlFragment.text(text)).isEqualTo(text);
    assertThat(HtmlFragment.line(text)).isEqualTo(text);
  }

  @Test
  void lineEndsAreParagraphsWithoutTagsForThem() {
    assertThat(HtmlFragment.text("One <i>ship</i>.\n\nTwo ships."))
        .isEqualTo("One ship.\n\nTwo ships.");
    assertThat(HtmlFragment.text("<p>One\nship.</p>\n<p>Two.</p>")).isEqualTo("One ship.\n\nTwo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a &amp; b", "<p>x</p>", "use <br>", "&lt;", "plain & simple", "a\n\nb"})
  void anEscapedTextComesBack(String text) {
    assertThat(HtmlFragment.text(HtmlFragment.escape(text))).isEqualTo(text);
    assertThat(HtmlFragment.line(HtmlFragment.escape(text))).isEqualTo(text);
  }

  @Test
  void struckOutTextIsLeftOut() {
    assertThat(HtmlFragment.text("<p>It carried <del>41</del> <ins>14</ins> people.</p>"))
        .isEqualTo("It carried 14 people.");
    assertThat(HtmlFragment.text("<p><s>He had been drinking.</s> He was sober.</p>"))
        .isEqualTo("He was sober.");
    assertThat(
            HtmlFragment.text(
                "<p><span style='text-decoration: line-through'>41</span> 14 came.</p>"))
        .isEqualTo("14 came.");
    assertThat(HtmlFragment.text("<p>It carried <ins>14</ins> people in <u>May</u>.</p>"))
        .isEqualTo("It carried 14 people in May.");
  }

  @Test
  void quotationsKeepTheirMarks() {
    assertThat(HtmlFragment.text("<p>She said <q>it is <q>over</q></q>.</p>"))
        .isEqualTo("She said “it is ‘over’”.");
    assertThat(
            HtmlFragment.text(
                "<p>The mayor wrote to all the people of the town on Monday:</p>"
                    + "<blockquote><p>We leave.</p><footer>Ada Kern</footer></blockquote>"))
        .endsWith("\n\n“We leave.”\n\nAda Kern");
    assertThat(
            HtmlFragment.text(
                "<p>The mayor wrote to all the people:</p><blockquote>“We leave,” he wrote.</blockquote>"))
        .endsWith("\n\n“We leave,” he wrote.");
  }

  @Test
  void aPageInsideAQuotationIsALayout() {
    assertThat(
            HtmlFragment.text("<blockquote><p>The ferry left.</p><p>It rained.</p></blockquote>"))
        .isEqualTo("The ferry left.\n\nIt rained.");
  }

  @Test
  void labelsNextToEachOtherAreApartAndPartsOfAWordAreNot() {
    assertThat(HtmlFragment.text("<p><span>3 min read</span><span>May 14</span></p>"))
        .isEqualTo("3 min read May 14");
    assertThat(
            HtmlFragment.text(
                "<p><span class=initial>T</span>he ferry costs <span>€</span><span>4</span><span>.99</span>"
                    + " at <span>NA</span><span>TO</span>.</p>"))
        .isEqualTo("The ferry costs €4.99 at NATO.");
  }

  @Test
  void theRowsOfATableHaveTheHeadersOfTheirValues() {
    assertThat(
            HtmlFragment.text(
                "<p>The votes.</p><table><tr><th>Party</th><th>2019</th><th>2023</th></tr><tr><td>Reed Party</td>"
                    + "<td>980</td><td>1,455</td></tr></table>"))
        .isEqualTo("The votes.\n\nReed Party, 2019: 980; 2023: 1,455.");
    assertThat(
            HtmlFragment.text(
                "<table><tr><td><p>The ferry left.</p><p>It rained.</p></td></tr></table>"))
        .isEqualTo("The ferry left.\n\nIt rained.");
  }
}
