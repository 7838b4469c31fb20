package org.dossier.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.ReaderFixture;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  @Test
  void frontMatterYieldsMetadata() {
    var article =
        ReaderFixture.article(
            "bridge.md",
            """
            ---
            id: fenwick/bridge
            title: "Harbour bridge: open again"
            publisher: The Fenwick Courier
            authors: [Mara Holloway, Edda Quill]
            published: 2019-05-03
            updated: 2019-05-06T08:15:00+02:00
            published_inferred: true
            url: https://fenwick-courier.example/bridge
            lang: en
            layout: post
            tags: {a: [b]}
            ---

            The bridge is open.
            """);

    assertThat(article.id()).isEqualTo("fenwick/bridge");
    assertThat(article.title()).isEqualTo("Harbour bridge: open again");
    assertThat(article.publisher()).isEqualTo("The Fenwick Courier");
    assertThat(article.authors()).containsExactly("Mara Holloway", "Edda Quill");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.updated()).isEqualTo(LocalDate.of(2019, 5, 6));
    assertThat(article.publishedInferred()).isTrue();
    assertThat(article.url()).isEqualTo("https://fenwick-courier.example/bridge");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.text()).isEqualTo("The bridge is open.");
  }

  @Test
  void missingMetadataIsNull() {
    var article = ReaderFixture.article("plain.md", "Only words.\n");

    assertThat(article.id()).isEqualTo("plain");
    assertThat(article.title()).isNull();
    assertThat(article.published()).isNull();
    assertThat(article.updated()).isNull();
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void numbersAndEmptyValuesAreReadLiterally() {
    var article =
        ReaderFixture.article("a.md", "---\ntitle: 1984\nauthor: Ann Lee\ndate:\n---\nWords.\n");

    assertThat(article.title()).isEqualTo("1984");
    assertThat(article.authors()).containsExactly("Ann Lee");
    assertThat(article.published()).isNull();
  }

  @Test
  void theFirstHeadingIsTheDefaultTitle() {
    var article =
        ReaderFixture.article("a.md", "# Bridge *open*\n\nIt is open.\n\n## More\n\nMuch more.\n");

    assertThat(article.title()).isEqualTo("Bridge open");
    assertThat(article.text()).isEqualTo("It is open.\n\nMore\n\nMuch more.");
  }

  @Test
  void aHeadingOtherThanTheTitleStaysInTheText() {
    assertThat(ReaderFixture.article("a.md", "---\ntitle: One\n---\n# Two\n\nWords.\n").text())
        .isEqualTo("Two\n\nWords.");
    assertThat(ReaderFixture.article("a.md", "---\ntitle: One\n---\n# One\n\nWords.\n").text())
        .isEqualTo("Words.");
  }

  @Test
  void markdownSyntaxIsRendered() {
    var article =
        ReaderFixture.article(
            "a.md",
            """
            First line
            goes on, with **bold**, [a link](https://a.example "x") and `code`.

            ![a picture](p.png)

            <div class="ad">BUY</div>

            - one
            - two
              - deeper

            > Said *so*.

            ```
            if (a)
              b();
            ```
            End<br>line.
            """);

    assertThat(article.text())
        .isEqualTo(
            """
            First line goes on, with bold, a link and code.

            one
            two
            deeper

            “Said so.”

            if (a)
              b();

            End
            line.\
            """);
  }

  @Test
  void tomlFrontMatterYieldsMetadata() {
    var article =
        ReaderFixture.article(
            "bridge.md",
            """
            +++
            title = "Harbour bridge: open again"
            date = 2019-05-03T08:15:00+02:00
            authors = ["Mara Holloway", 'Edda Quill']
            draft = false

            [taxonomies]
            tags = ["bridge"]
            +++

            The bridge is open.
            """);

    assertThat(article.title()).isEqualTo("Harbour bridge: open again");
    assertThat(article.authors()).containsExactly("Mara Holloway", "Edda Quill");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.text()).isEqualTo("The bridge is open.");
  }

  @Test
  void malformedTomlIsRejected() {
    assertThat(ReaderFixture.refusal("a.md", "+++\ntitle = 'A'\n\nWords without an end.\n"))
        .isEqualTo("a.md:1: the front matter is not closed by a line of “+++”");
    assertThat(ReaderFixture.refusal("a.md", "+++\ntitle = 'A'\ndate = some day\n+++\nWords.\n"))
        .startsWith("a.md:3: the front matter is not TOML: ");
    assertThat(ReaderFixture.refusal("a.md", "+++\ntitle = 'A'\ndate = 'some day'\n+++\nWords.\n"))
        .isEqualTo("a.md:3: published: is not a date such as 2011-11-11: some day");
  }

  @Test
  void authorAndDateMayStandBelowTheHeading() {
    var line =
        ReaderFixture.article("a.md", "# Bridge open\n\n*By Ada Lowe, 3 May 2019*\n\nIt holds.\n");
    var lines =
        ReaderFixture.article(
            "a.md", "Bridge open\n===\n\nBy **Ada Lowe**  \nMay 3, 2019\n\nIt ~~fell~~ holds.\n");
    var text =
        ReaderFixture.article(
            "a.md",
            "---\nauthor: Bo Ek\ndate: 2019-05-04\n---\n# Bridge open\n\n3 May 2019\n\nIt holds.\n");

    for (var article : List.of(line, lines)) {
      assertThat(article.title()).isEqualTo("Bridge open");
      assertThat(article.authors()).containsExactly("Ada Lowe");
      assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
      assertThat(article.text()).isEqualTo("It holds.");
    }
    assertThat(lines.omissions().struck()).containsExactly(new Omissions.Struck(2, "fell"));
    assertThat(text.authors()).containsExactly("Bo Ek");
    assertThat(text.published()).isEqualTo(LocalDate.of(2019, 5, 4));
    assertThat(text.text()).isEqualTo("3 May 2019\n\nIt holds.");
  }

  @Test
  void aStandfirstAboveTheAuthorStaysInTheText() {
    var article =
        ReaderFixture.article(
            "a.md",
            "# Globe closes\n\n*The last curtain falls*\n\n**By Ada Lowe** — 12 March 2024\n\nThe theatre closed.");

    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo("The last curtain falls\n\nThe theatre closed.");
    var timeline = "The strike had two parts.\n\n12 March 2024\n\nThe dockers walked out.";
    assertThat(ReaderFixture.article("a.md", "---\ntitle: Strike\n---\n" + timeline).text())
        .isEqualTo(timeline);
  }

  @Test
  void frontMatterErrorsNameLineAndField() {
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: T\npublished: some day\n---\nWords.\n"))
        .isEqualTo("a.md:3: published: is not a date such as 2011-11-11: some day");
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: [a, b]\n---\nWords.\n"))
        .isEqualTo("a.md:2: title: is not a single value");
    assertThat(ReaderFixture.refusal("a.md", "---\n\nauthor:\n  name: x\n---\nWords.\n"))
        .isEqualTo("a.md:3: authors: is neither a name nor a list of names");
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: A\nurl: ftp://a.example\n---\nWords.\n"))
        .startsWith("a.md:3: url: is not an http or https address");
    assertThat(ReaderFixture.refusal("a.md", "---\nid: ../../etc\n---\nWords.\n"))
        .startsWith("a.md:2: id: ");
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: A\ntitle: B\n---\nWords.\n"))
        .isEqualTo("a.md:3: title: occurs twice");
  }

  @Test
  void malformedFrontMatterIsRejected() {
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: A\n\nWords without an end.\n"))
        .isEqualTo("a.md:1: the front matter is not closed by a line of “---”");
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: Iran: a visit\n---\nWords.\n"))
        .startsWith("a.md:2: the front matter is not YAML: ");
    assertThat(ReaderFixture.refusal("a.md", "---\n- a\n- b\n---\nWords.\n"))
        .startsWith("a.md:2: the front matter does not consist of lines");
  }

  @Test
  void aFileWithoutTextIsRejected() {
    assertThat(ReaderFixture.refusal("a.md", "---\ntitle: A\n---\n\n![only a picture](p.png)\n"))
        .isEqualTo("a.md:4: text: is empty");
  }

  @Test
  void nestingBeyondTheParserLimitIsText() {
    assertThat(ReaderFixture.article("a.md", "> ".repeat(20) + "deep").text()).isEqualTo("deep");
    assertThat(ReaderFixture.article("a.md", "> ".repeat(5_000) + "deep").text())
        .startsWith("> > ")
        .endsWith("> deep");
  }

  @Test
  void struckOutTextIsNoEvidence() {
    assertThat(
            ReaderFixture.article(
                    "a.md", "It carried ~~41~~ 14 people. <s>All were</s> None was drunk.\n")
                .text())
        .isEqualTo("It carried 14 people. None was drunk.");
    var article =
        ReaderFixture.article(
            "a.md",
            "# Bus\n\n~~Gone.~~\n\nIt carried ~~41~~ 14[^1] people.\n\n- ~~one~~ two\n\n<s>All were</s> None was drunk.\n");
    assertThat(article.omissions().struck())
        .containsExactly(
            new Omissions.Struck(0, "Gone."),
            new Omissions.Struck(10, "41"),
            new Omissions.Struck(21, "one"),
            new Omissions.Struck(26, "All were"));
    assertThat(ReaderFixture.article("a.md", "It cost ~5 euros, ~6 with tax.\n").text())
        .isEqualTo("It cost ~5 euros, ~6 with tax.");
  }

  @Test
  void marksOfFootnotesAreNoDigits() {
    assertThat(
            ReaderFixture.article(
                    "a.md",
                    "It killed 25[^1] and hurt 40<sup>2</sup> people.\n\n[^1]: As of noon.\n")
                .text())
        .isEqualTo("It killed 25 and hurt 40 people.\n\nAs of noon.");
    assertThat(
            ReaderFixture.article("a.md", "It holds 10<sup>9</sup> litres of H<sub>2</sub>O.\n")
                .text())
        .isEqualTo("It holds 10⁹ litres of H₂O.");
  }

  @Test
  void proseInRawHtmlIsText() {
    assertThat(
            ReaderFixture.article(
                    "a.md", "One.\n\n<p>The <b>ferry</b> left.</p>\n\n<div>BUY</div>\n")
                .text())
        .isEqualTo("One.\n\nThe ferry left.");
  }

  @Test
  void aDocumentOfQuotationsHasNoMarksAdded() {
    assertThat(ReaderFixture.article("a.md", "> The ferry left.\n").text())
        .isEqualTo("The ferry left.");
  }

  @Test
  void frontMatterIsDecodedOnce() {
    var article =
        ReaderFixture.article(
            "a.md",
            "---\ntitle: \"Miners&#8217; strike &amp; <i>talks</i>\"\npublisher: Smith &amp;amp; Sons\n"
                + "author: P&eacute;n&eacute;lope Ros\u00ad\u00e9n\n---\nWords of many-\nness.\n");

    assertThat(article.title()).isEqualTo("Miners’ strike & talks");
    assertThat(article.publisher()).isEqualTo("Smith &amp; Sons");
    assertThat(article.authors()).containsExactly("Pénélope Rosén");
  }

  @Test
  void eachRowOfATableHasTheHeadersOfItsValues() {
    assertThat(
            ReaderFixture.article(
                    "a.md",
                    """
                    The Reed Party gained:

                    | Ward | Votes 2019 | Votes *2023* |
                    |---|--:|--:|
                    | Harbour | 1,204 | 1,377 |
                    | Hill \\| Town | 980 | |

                    Turnout was 61 percent | on Monday.
                    """)
                .text())
        .isEqualTo(
            """
            The Reed Party gained:

            Harbour, Votes 2019: 1,204; Votes 2023: 1,377.
            Hill | Town, Votes 2019: 980.

            Turnout was 61 percent | on Monday.\
            """);
  }
}
