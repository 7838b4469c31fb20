package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import org.dossier.archive.Article;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.ReaderFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

  @Test
  void struckOutWordsKeepTheirPlacesAndCutPartsAreListed() {
    var article =
        ReaderFixture.article(
            "a.html",
            """
            <title>Bus crash at the Varga pass</title><nav>Home <b>Sport</b></nav><main><h1>Bus crash at the Varga pass</h1>
            <p>The bus that crashed near the pass on Monday carried <del>41</del> <ins>14</ins> people, the police said.</p>
            <p><s class=old>The driver had been <b>drinking</b>, a witness said.</s></p>
            <p>The driver was sober<sup>1</sup>, a test showed, and the brakes were <strike>new</strike> twelve years old.</p>
            <div class=related><a href=/a>Otters <s>soon</s> back in Morland</a></div></main>
            """);

    assertThat(article.text())
        .isEqualTo(
            "The bus that crashed near the pass on Monday carried 14 people, the police said.\n\n"
                + "The driver was sober, a test showed, and the brakes were twelve years old.");
    assertThat(article.omissions().struck())
        .containsExactly(
            new Omissions.Struck(52, "41"),
            new Omissions.Struck(80, "The driver had been drinking, a witness said."),
            new Omissions.Struck(138, "new"));
    assertThat(article.omissions().cut())
        .containsExactly(
            new Omissions.Cut("nav", "<nav>", "Home Sport"),
            new Omissions.Cut("div.related", "related: links", "Otters soon back in Morland"));
  }

  @Test
  void aPageThatUsesTheMarksOfTheComparisonHasNoStruckOutWords() {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>Sigla ⸢a⸣</title><p>The scribe wrote ⸢wine⸣ over <del>water</del> in the third line of"
                + " the letter, which the museum of Varn shows from Monday on.</p>");

    assertThat(article.text()).contains("⸢wine⸣ over in the third line");
    assertThat(article.omissions().struck()).isEmpty();
  }

  @Test
  void aWordPressPost() {
    var article = saved("wordpress.html");

    assertThat(article.title()).isEqualTo("Harbour bridge reopens after two years of repairs");
    assertThat(article.publisher()).isEqualTo("The Fenwick Courier");
    assertThat(article.authors()).containsExactly("Mara Holloway");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.updated()).isEqualTo(LocalDate.of(2019, 5, 6));
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.url())
        .isEqualTo("https://fenwick-courier.example/2019/05/harbour-bridge-reopens/");
    assertThat(article.text())
        .isEqualTo(
            """
            The harbour bridge at Fenwick carried its first lorries on Friday, 26 months after a \
            barge struck its northern pier.

            Repairs cost 41.5 million pounds, “nine tenths of what we had feared”, said the \
            harbour master, Edda Quill.

            What changes for drivers

            Lorries of up to 32 tonnes may cross by day.
            Cyclists have a lane of their own.

            A toll of two pounds is to be charged from September on, the council decided last \
            week.\
            """);
  }

  @Test
  void aNewsSiteWithJsonLd() {
    var article = saved("news-json-ld.html");

    assertThat(article.title())
        .isEqualTo("Lake Orrin falls to its lowest level since 1976 & towns ration water");
    assertThat(article.publisher()).isEqualTo("Northern Wire");
    assertThat(article.authors()).containsExactly("Ines Varga", "Tom Okafor");
    assertThat(article.published()).isEqualTo(LocalDate.of(2022, 8, 17));
    assertThat(article.updated()).isEqualTo(LocalDate.of(2022, 8, 19));
    assertThat(article.language()).isEqualTo("en-US");
    assertThat(article.url()).isEqualTo("https://northernwire.example/environment/lake-orrin");
    assertThat(article.text())
        .startsWith("ORRIN FALLS — The lake that gives three towns their water stood")
        .contains("said Sigrid Lund, who runs the waterworks.")
        .contains("Orrin Falls, Litres a day: 110.\nKettle Bay, Litres a day: 95.")
        .endsWith("Rain is not forecast before the end of the month.")
        .doesNotContain(
            "cookies",
            "Share on",
            "Advertisement",
            "newsletter",
            "inbox",
            "Subscribe",
            "More on this story",
            "Farmers",
            "12 comments",
            "All rights reserved",
            "tracking");
  }

  @Test
  void anOldPageLaidOutWithTables() {
    var article = saved("old-tables.html");

    assertThat(article.title()).isEqualTo("Minister opens café at Saltmarsh station");
    assertThat(article.publisher()).isNull();
    assertThat(article.authors()).containsExactly("Peter Dray");
    assertThat(article.published()).isEqualTo(LocalDate.of(2001, 3, 9));
    assertThat(article.text())
        .isEqualTo(
            """
            The transport minister, Hal Ormond, opened a café in the waiting room at Saltmarsh on \
            Friday, and paid for the first cup himself.

            The room had stood empty for eleven years, ever since the branch line to Pell was \
            closed, and its stove was sold.

            It will be open from six in the morning, said the owner, Nell Carrow, “because the \
            first train is at ten past”.\
            """);
  }

  @Test
  void aBlogWithMoreCommentsThanText() {
    var article = saved("blog.html");

    assertThat(article.title()).isEqualTo("Counting swifts over the brewery");
    assertThat(article.authors()).containsExactly("Oluwaseun Bright");
    assertThat(article.published()).isEqualTo(LocalDate.of(2016, 7, 2));
    assertThat(article.language()).isNull();
    assertThat(article.text())
        .startsWith("On the last evening of June I counted 64 swifts")
        .contains("They sleep on the wing, my neighbour says")
        .contains("was taken first.\nIt has no floor.")
        .endsWith("I shall count again in the first week of August, if any are left by then.")
        .doesNotContain("Rooftop", "min read", "Filed under", "Wren", "Thank you", "Atom");
  }

  @Test
  void aPersianPageFromRightToLeft() {
    var article = saved("persian.html");

    assertThat(article.title()).isEqualTo("بازگشایی موزهٔ آب در شهر کهن");
    assertThat(article.publisher()).isEqualTo("خبرنامهٔ البرز");
    assertThat(article.published()).isEqualTo(LocalDate.of(2020, 10, 21));
    assertThat(article.language()).isEqualTo("fa");
    assertThat(article.text())
        .startsWith("موزهٔ آب در شهر کهن پس از سه سال بازسازی")
        .contains("قنات‌های کهن")
        .endsWith("بازدید از موزه تا پایان ماه رایگان است.")
        .doesNotContain("مطالب مرتبط", "نظر شما", "اشتراک", "ثبت می‌شوند");
  }

  @Test
  void aPageOfLinksIsRejected() {
    assertThat(ReaderFixture.refusal("home.html", bytes("teasers.html")))
        .isEqualTo("home.html: text: no article found on the page");
  }

  @Test
  void aShortPageIsRejectedWithItsLength() {
    var page = "<html><body><p>The inn reopened on Monday, at last.</p></body></html>";

    assertThat(ReaderFixture.refusal("inn.html", page.getBytes(UTF_8)))
        .isEqualTo(
            "inn.html: text: no article found on the page: its paragraphs have 36 characters, fewer"
                + " than 80");
  }

  @Test
  void oneSentenceBelowTheHeadingOfAnArticleIsAStory() {
    var page =
        "<title>Ice rink of Lahn closes</title><nav><a href=/>Home</a></nav><article><h1>Ice rink of Lahn"
            + " closes</h1><p>%s</p></article>";

    assertThat(
            ReaderFixture.article("a.html", page.formatted("The ice rink of Lahn closed.")).text())
        .isEqualTo("The ice rink of Lahn closed.");
    assertThat(
            ReaderFixture.refusal(
                "a.html", page.formatted("Subscribe to continue reading this story.")))
        .startsWith("a.html: text: no article found on the page");
    assertThat(ReaderFixture.refusal("a.html", page.formatted("Loading the ice rink of Lahn")))
        .startsWith("a.html: text: no article found on the page");
  }

  @Test
  void theTextForBrowsersWithoutScriptsIsReadIfThereIsNoOther() {
    var story =
        "<h1>Fire on the Linder pier</h1><p>A fire destroyed the Linder pier on Sunday, and 14 people jumped"
            + " into the sea.</p><p>The pier of 1902 had been sold for one euro last year.</p>";
    var page =
        "<title>Fire on the Linder pier</title><body><noscript>%s</noscript><div id=root>%s</div>";

    assertThat(ReaderFixture.article("a.html", page.formatted(story, "")).text())
        .isEqualTo(
            "A fire destroyed the Linder pier on Sunday, and 14 people jumped into the sea.\n\nThe pier of"
                + " 1902 had been sold for one euro last year.");
    assertThat(
            ReaderFixture.article(
                    "a.html",
                    page.formatted(
                        "<p>This page is shorter in browsers without scripts.</p>", story))
                .text())
        .doesNotContain("browsers");
    assertThat(
            ReaderFixture.refusal(
                "a.html",
                page.formatted(
                    "<p>You need to enable JavaScript in your browser to read the articles of this newspaper.</p>",
                    "")))
        .isEqualTo("a.html: text: no article found on the page");
  }

  @Test
  void theDatesOfThePageAreReadIfNoArticleIsDescribed() {
    var page =
        "<title>Inn reopens</title><script type=application/ld+json>[%s{\"@type\":\"WebPage\",\"name\":\"%s\","
            + "\"datePublished\":\"2024-05-07\",\"dateModified\":\"2024-05-08\"}]</script><article><h1>Inn"
            + " reopens</h1><p>The inn reopened on Monday, at last.</p></article>";
    var article =
        "{\"@type\":\"Article\",\"headline\":\"Inn reopens\",\"datePublished\":\"2024-05-06\"},";

    var read = ReaderFixture.article("a.html", page.formatted("", "Inn reopens"));
    assertThat(read.published()).isEqualTo(LocalDate.of(2024, 5, 7));
    assertThat(read.updated()).isEqualTo(LocalDate.of(2024, 5, 8));
    assertThat(ReaderFixture.article("a.html", page.formatted(article, "Inn reopens")).published())
        .isEqualTo(LocalDate.of(2024, 5, 6));
    assertThat(ReaderFixture.article("a.html", page.formatted("", "Harbour news")).published())
        .isNull();
  }

  @Test
  void jsonLdReferencesAreResolved() {
    var article =
        page(
            """
            <script type="application/ld+json">{"@graph": [
              {"@type": "Article", "headline": "Bridge", "datePublished": "0001-01-01T00:00:00",
               "author": {"@id": "#mara"}, "publisher": {"@id": "#org"}, "inLanguage": "English"},
              {"@type": "Person", "@id": "#mara", "name": "Mara Holloway"},
              {"@type": "Organization", "@id": "#org", "name": "The Courier"}]}</script>
            """);

    assertThat(article.publisher()).isEqualTo("The Courier");
    assertThat(article.authors()).containsExactly("Mara Holloway");
    assertThat(article.published()).as("a date that means none").isNull();
    assertThat(article.language()).as("a name, not a tag").isNull();
  }

  @Test
  void invalidMetadataIsIgnored() {
    var article =
        page(
            """
            <title>The bridge</title>
            <script type="application/ld+json">{"@type": "Article", "headline": </script>
            <meta property="article:published_time" content="soon">
            <meta property="og:url" content="/relative">
            <meta name="dc.date" content="20190503">
            <link rel="canonical" href="https://a.example/with space">
            """);

    assertThat(article.title()).isEqualTo("The bridge");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.url()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=byline>By <a href=/mara>Mara Holloway</a></div>",
        "<p class='post-author'>Words: Mara Holloway</p>",
        "<div class=byline>By Mara Holloway, Fenwick Courier<br></div>"
      })
  void theBylineThatThePageShowsNamesTheAuthor(String byline) {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>The bridge</title><main><h1>The bridge</h1>"
                + byline
                + prose()
                + "<div class=related><div class=byline>By Jo Tarn</div><a href=/a>Otters</a></div></main>");

    assertThat(article.authors()).containsExactly("Mara Holloway");
    assertThat(article.text()).doesNotContain("Mara", "Jo Tarn");
  }

  @Test
  void aBylineBelowTheFirstParagraphIsOfSomethingElse() {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>The bridge</title><main><h1>The bridge</h1>"
                + prose()
                + "<h2>The ferry</h2><p class=byline>By Jo Tarn</p>"
                + prose());

    assertThat(article.authors()).isEmpty();
  }

  @Test
  void anUnmarkedAuthorDoesNotReplaceTheStatedOne() {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>The bridge</title><meta name=author content='Ada Lowe'><main><h1>The bridge</h1>"
                + "<div class=byline>By Mara Holloway</div>"
                + prose());

    assertThat(article.authors()).containsExactly("Ada Lowe");
  }

  @Test
  void adjacentTimesAreApart() {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>The bridge</title><main><h1>The bridge</h1>"
                + prose()
                + "<p>The dates are <time datetime=2024-03-12>12 March 2024</time><time>1 May</time> and"
                + " (<time>3 May</time>), the council said.</p></main>");

    assertThat(article.text()).contains("12 March 2024 1 May and (3 May), the council said.");
  }

  @Test
  void timesOfOtherArticlesAreIgnored() {
    var article =
        ReaderFixture.article(
            "a.html",
            """
            <title>The bridge</title><body><div><h1>The bridge</h1>%s
            <aside><time datetime="2001-01-01">earlier</time></aside>
            <div class="related-stories"><time datetime="2002-02-02">other</time></div></div>
            """
                .formatted(prose()));

    assertThat(article.published()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>The bridge</h1><p>Monday, March 11, 2024, 10:30 p.m. EST</p>",
        "<header><h1>The bridge</h1><time datetime=2024-03-12T03:30:00Z>March 11, 2024</time></header>",
      })
  void theDateThatThePageShowsIsThatAtItsPlace(String heading) {
    var page =
        "<title>The bridge</title><meta property=article:published_time content=2024-03-12T03:30:00Z>"
            + "<body><article>"
            + heading
            + prose();

    assertThat(ReaderFixture.article("a.html", page).published())
        .isEqualTo(LocalDate.of(2024, 3, 11));
  }

  @Test
  void aShownDateOfAnotherTimeIsNotThePublication() {
    var page =
        page(
            "<meta property=article:published_time content=2024-03-12T03:30:00Z></head><body>"
                + "<p>2 May 2019</p>");

    assertThat(page.published()).isEqualTo(LocalDate.of(2024, 3, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1710223200000", "1710223200"})
  void theTimeSince1970IsADate(String time) {
    assertThat(page("<meta property=article:published_time content=" + time + ">").published())
        .isEqualTo(LocalDate.of(2024, 3, 12));
  }

  @Test
  void aFormAroundThePageIsKept() {
    var article =
        ReaderFixture.article(
            "a.html",
            "<title>The bridge</title><body><form id=aspnetForm><h1>The bridge</h1>%s</form>"
                .formatted(prose()));

    assertThat(article.text()).startsWith("The bridge at Fenwick").doesNotContain("<");
  }

  @Test
  void classNamesOfPageBuildersDoNotHideTheArticle() {
    var article =
        ReaderFixture.article(
            "a.html",
            """
            <title>The bridge</title>
            <body class="no-sidebar comments-closed">
            <div class="elementor-widget elementor-widget-theme-post-content has-share-bar">
            <div class="comments-enabled category-social">%s</div></div>
            """
                .formatted(prose()));

    assertThat(article.text()).startsWith("The bridge at Fenwick");
  }

  @Test
  void entitiesAndSoftHyphensAreDecoded() {
    var article =
        ReaderFixture.article(
            "a.html", "<p>Mother&shy;ship &lt;b&gt; &amp;amp; co.   " + "word ".repeat(20));

    assertThat(article.text()).startsWith("Mothership <b> &amp; co. word word");
  }

  @Test
  void hostilePagesAreReadInReasonableTime() {
    var deep = "<div class=share><article>".repeat(5_000) + prose();
    var wide = "x<br>".repeat(50_000) + prose() + "<article>a</article>".repeat(5_000);

    assertThat(ReaderFixture.all("deep.html", deep.getBytes(UTF_8))).hasSize(1);
    assertThat(ReaderFixture.article("wide.html", wide).text()).contains("The bridge at Fenwick");
  }

  private static Article page(String head) {
    return ReaderFixture.article("a.html", "<html><head>" + head + "</head><body>" + prose());
  }

  private static String prose() {
    return "<p>The bridge at Fenwick carried its first lorries on Friday, after two years of"
        + " repairs, and of quarrels.</p><p>It cost 41.5 million pounds, less than was"
        + " feared.</p>";
  }

  private static Article saved(String page) {
    return ReaderFixture.article(page, bytes(page));
  }

  private static byte[] bytes(String page) {
    try (var in = HtmlPageTest.class.getResourceAsStream("/pages/" + page)) {
      return Objects.requireNonNull(in, page).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
