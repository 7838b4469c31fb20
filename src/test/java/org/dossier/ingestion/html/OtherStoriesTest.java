package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherStoriesTest {
  private static final String TITLE = "Cracks close Port Ellery bridge to lorries";
  private static final String STORY =
      "<p>The swing bridge at Port Ellery was closed to lorries after an inspector found cracks in two"
          + " of its eight girders.</p><p>The repair is to cost 2.4 million euros, the board said.</p>";
  private static final String OTHER =
      "<p>The aquarium in Wexley has bought a pair of sea otters from a zoo in Lisbon, the first of"
          + " their kind in the country.</p><p>The basin for them cost 5.1 million euros, most of it"
          + " given by a brewery in the town, and took three years to build.</p>";
  private static final String OTHER_TITLE = "Sea otters move into Wexley aquarium";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Two articles of the same kind.
        "<main><article><h1>{title}</h1>{story}</article><article><h1>{other title}</h1>{other}</article></main>",
        // No elements, no rank, only a byline.
        "<main><h2>{title}</h2>{story}<h2>{other title}</h2><p>By Per Holm, 10 May 2024</p>{other}</main>",
        // The other story first.
        "<main><article><h1>{other title}</h1>{other}</article><article><h1>{title}</h1>{story}</article></main>",
        // Both marked as the body of an article.
        "<div><article><h1>{title}</h1><div itemprop=articleBody>{story}</div></article>"
            + "<article><h1>{other title}</h1><div itemprop=articleBody>{other}</div></article></div>",
        // Infinite scroll: the next story has its own address.
        "<div class=stream><div class=item data-url=/bridge><h1>{title}</h1>{story}</div>"
            + "<div class=item data-url=/otters><h2>{other title}</h2>{other}</div></div>",
        // The next story in `main`, with date and author.
        "<main><h1>{title}</h1>{story}<section><h2>{other title}</h2>"
            + "<p><a rel=author href=/ann>Ann Other</a> <time datetime=2022-07-01>1 July</time></p>{other}</section></main>",
        // The next story outside `main`.
        "<main><h1>{title}</h1>{story}</main><div class=next><h2>{other title}</h2>"
            + "<time datetime=2022-07-01>1 July</time>{other}</div>",
        // No element around either story, but a class for titles.
        "<div><h2 class=entry-title>{title}</h2>{story}<h2 class=entry-title>{other title}</h2>{other}</div>",
        // A linked headline with the beginning of another story.
        "<article><h1>{title}</h1>{story}</article>"
            + "<article><h2><a href=/otters>{other title}</a></h2>{other}</article>",
        // Below `main`, above it, and in an article without signs of its own.
        "<main><h1>{title}</h1>{story}</main><div><h1>{other title}</h1>{other}</div>",
        "<section><article><h2>{other title}</h2>{other}</article></section>"
            + "<main><article><h1>{title}</h1>{story}</article></main>",
        "<article><h1>{title}</h1>{story}</article><section><h2>In brief</h2>"
            + "<article><h3>{other title}</h3>{other}</article></section>",
        // Named, or separated by a line.
        "<main><h1>{title}</h1>{story}<div class=next-story><h2>{other title}</h2>{other}</div></main>",
        "<main><h1>{title}</h1>{story}<hr><h1>{other title}</h1>{other}</main>",
        // No element around the other story, but a link to it, and its author or day.
        "<div><h1>{title}</h1>{story}<h2><a href=/otters>{other title}</a></h2>"
            + "<span class=byline>By Jo Tarn, 2 June</span>{other}</div>",
        "<main><h1>{title}</h1>{story}<h3><a href=/otters>{other title}</a></h3><p>By Jo Tarn</p>{other}</main>",
        "<div><h1>{title}</h1>{story}<h2><a href=/otters>{other title}</a></h2>"
            + "<p><time datetime=2024-03-02>2 March</time></p>{other}</div>",
        // A list of cards below the story.
        "<main><h1>{title}</h1>{story}<div class=cards><div><a href=/otters><h3>{other title}</h3></a>"
            + "<p>The aquarium in Wexley has bought a pair of sea otters.</p></div></div></main>",
      })
  void aStoryThatIsNotThatOfTheTitleIsCut(String body) {
    var page = page("", body);

    assertThat(page.text().orElseThrow())
        .contains("two of its eight girders", "2.4 million euros")
        .doesNotContain("Wexley", "otters", "brewery");
    assertThat(page.title()).isEqualTo(TITLE);
    assertThat(PublicationDate.dayOrNull(page.metadata().published()))
        .isEqualTo(LocalDate.of(2024, 3, 5));
  }

  @Test
  void aFollowingStoryOnTheSameSubjectIsCut() {
    var page =
        page(
            "",
            "<article><h1>"
                + TITLE
                + "</h1>"
                + STORY
                + "</article><article><h1>Port Ellery bridge to reopen in May</h1><p>The bridge at Port"
                + " Ellery will be open to all traffic from May on, the harbour board announced.</p></article>");

    assertThat(page.text().orElseThrow()).contains("girders").doesNotContain("from May on");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Sections with headings.
        "<article><h1>{title}</h1>{story}<section><h2>How the cracks were found</h2>{more}</section></article>",
        "<article><h1>{title}</h1>{story}<h2>How the cracks were found</h2>{more}</article>",
        // A timeline.
        "<article><h1>{title}</h1>{story}<div><h3>The opening</h3><time datetime=1958-05-01>1958</time>{more}</div></article>",
        "<main><h1>{title}</h1>{story}<div><h3>1958</h3><time datetime=1958-05-01>1958</time>{more}</div>"
            + "<div><h3>Repair</h3><time datetime=1980-05-01>1980</time><p>It was repaired for the first time.</p></div>"
            + "<div><h3>Cracks</h3><time datetime=2024-03-04>2024</time><p>An inspector found the cracks.</p></div></main>",
        // A list whose entries link to pages on the places.
        "<article><h1>{title}</h1>{story}<div><h2><a href=/places/a>Pier</a></h2>{more}</div>"
            + "<div><h2><a href=/places/b>Girders</a></h2><p>Two of the eight have cracks.</p></div>"
            + "<div><h2><a href=/places/c>Quay</a></h2><p>The lorries now take the quay.</p></div></article>",
        // A section whose heading links to a page on its subject, and has no author.
        "<article><h1>{title}</h1>{story}<h2><a href=/topics/girders>Girders</a></h2>{more}</article>",
        // A box on the subject with a link to another site.
        "<article><h1>{title}</h1>{story}<div><h2><a href=https://board.example/report>The report</a></h2>{more}</div></article>",
        // The story's heading repeated above its second part.
        "<article><h1>{title}</h1>{story}</article><article><h2>Cracks close Port Ellery bridge</h2>{more}</article>",
        // Chapters with titles like that of the whole.
        "<div class=book><div class=titlepage><h1 class=title>{title}</h1></div><div class=chapter><h1 class=title>"
            + "First</h1>{story}</div><div class=chapter><h1 class=title>Second</h1>{more}</div></div>",
        "<div class=article><div class=titlepage><h2 class=title>{title}</h2></div><div class=sect1><div><h2 class=title>"
            + "First</h2></div>{story}</div><div class=sect1><div><h2 class=title>Second</h2></div>{more}</div></div>",
        "<main><h2 class=title>{title}</h2><h2 class=title>First</h2>{story}<h2 class=title>Second</h2>{more}"
            + "<h2 class=title>Third</h2>{more}</main>",
        // Headings of the same class for all parts.
        "<div><h2 class=has-text-align-left>{title}</h2>{story}<h2 class=has-text-align-left>The search</h2>{more}</div>",
      })
  void partsOfTheStoryAreKept(String body) {
    assertThat(page("", body).text().orElseThrow())
        .contains("two of its eight girders", "one after the other with a lamp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<main><h1>{title}</h1><article class=post><h3>17:40</h3>{story}</article>"
            + "<article class=post><h3>15:05</h3>{more}</article></main>",
        "<main><h1>{title}</h1><article><h2>Lorries turn back</h2><time datetime=2024-03-05T17:40>17:40</time>{story}</article>"
            + "<article><h2>The inspector speaks</h2><time datetime=2024-03-04T15:05>15:05</time>{more}</article></main>",
        "<main><h1>{title}</h1><ol><li><time datetime=2024-03-05T17:40>17:40</time><h2>Lorries turn back</h2>{story}</li>"
            + "<li><time datetime=2024-03-04T15:05>15:05</time><h2>The inspector speaks</h2>{more}</li></ol></main>",
        "<div class=live-blog><h1>{title}</h1><div class=post><h2>Lorries turn back</h2>"
            + "<time datetime=2024-03-05T17:40>17:40</time>{story}</div>"
            + "<div class=post><h2>The inspector speaks</h2><a rel=author>Ann</a>{more}</div></div>",
      })
  void thePostsOfALiveBlogAreKeptAndTheirTimesAreNotItsDate(String body) {
    var page = WebPage.of("<title>" + TITLE + "</title><body>" + filled(body));

    assertThat(page.text().orElseThrow())
        .contains("two of its eight girders", "one after the other with a lamp");
    assertThat(page.metadata().published()).isNull();
  }

  @Test
  void theHeadlinesOfPostsAreKept() {
    var page =
        page(
            "",
            "<main><h1>{title}</h1><article><header><h3>Lorries turn back</h3><time datetime=2024-03-05>17:40"
                + "</time></header>{story}</article><article><header><h3>The inspector speaks</h3>"
                + "<time datetime=2024-03-05>15:05</time></header>{more}</article></main>");

    assertThat(page.text().orElseThrow())
        .contains("Lorries turn back\n\nThe swing", "The inspector speaks\n\nThe inspector had");
  }

  @Test
  void aTitleWithTheWordLiveIsNoLiveBlog() {
    var page =
        WebPage.of(
            filled(
                "<title>Live music returns to Port Ellery</title><main><h1>Live music returns to Port"
                    + " Ellery</h1>{story}<section><h2>{other title}</h2><a rel=author>Ann</a>{other}</section>"));

    assertThat(page.text().orElseThrow()).doesNotContain("otters");
  }

  @Test
  void theDescriptionThatFitsThePageIsRead() {
    var other =
        "{'@type': 'NewsArticle', 'headline': '%s', 'datePublished': '2022-07-01', 'author': 'Ann'}"
            .formatted(OTHER_TITLE);
    var own =
        "{'@type': 'NewsArticle', 'headline': '%s', 'datePublished': '2024-03-04', 'author': 'Gil'}"
            .formatted(TITLE);

    var both = page(jsonLd(other) + jsonLd(own), "<h1>{title}</h1>{story}").metadata();
    assertThat(PublicationDate.dayOrNull(both.published())).isEqualTo(LocalDate.of(2024, 3, 4));
    assertThat(both.authors()).containsExactly("Gil");

    var none = page(jsonLd(other), "<h1>{title}</h1>{story}").metadata();
    assertThat(PublicationDate.dayOrNull(none.published())).isEqualTo(LocalDate.of(2024, 3, 5));
    assertThat(none.authors()).isEmpty();
  }

  @Test
  void aDescriptionInOtherWordsIsReadByItsAddress() {
    var described =
        jsonLd(
            "{'@type': 'NewsArticle', 'headline': 'Girders fail', 'author': 'Gil',"
                + " 'url': 'https://coast-courier.example/bridge/'}");

    assertThat(page(described, "<h1>{title}</h1>{story}").metadata().authors())
        .containsExactly("Gil");
  }

  @Test
  void theOnlyDescriptionIsReadIfTheTitleIsThatOfTheSite() {
    var page =
        WebPage.of(
            "<title>Coast Courier</title>"
                + jsonLd("{'@type': 'NewsArticle', 'headline': 'Girders fail', 'author': 'Gil'}")
                + "<body>"
                + STORY);

    assertThat(page.title()).isEqualTo("Girders fail");
    assertThat(page.metadata().authors()).containsExactly("Gil");
  }

  @Test
  void aTextThatIsOnlyInTheDescriptionIsRead() {
    var page =
        page(
            jsonLd(
                "{'@type': 'NewsArticle', 'headline': '%s', 'articleBody': 'The bridge is closed. It has cracks.'}"
                    .formatted(TITLE)),
            "<div id=root></div><noscript>Please enable JavaScript.</noscript>");

    assertThat(page.text()).hasValue("The bridge is closed. It has cracks.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<time itemprop=dateModified datetime=2024-05-01>1 May</time>",
        "<time datetime=2024-05-01>Updated 1 May 2024</time>",
        "<p>Last updated: <time datetime=2024-05-01>1 May 2024</time></p>",
        "<time class=updated datetime=2024-05-01>1 May</time>",
        "<div itemprop=comment itemscope itemtype=https://schema.org/Comment><time datetime=2024-05-01>1 May</time></div>",
        "<div id=comments><time datetime=2024-05-01>1 May</time></div>",
      })
  void timesOfChangesAndCommentsAreNotThePublication(String time) {
    var page =
        WebPage.of(
            filled("<title>{title}</title><article><h1>{title}</h1>" + time + "{story}</article>"));

    assertThat(page.metadata().published()).isNull();
  }

  @Test
  void theTimeOfPublicationIsReadNextToThatOfAChange() {
    var page =
        WebPage.of(
            filled(
                "<title>{title}</title><article><h1>{title}</h1><p>Updated <time datetime=2024-05-01>1 May"
                    + "</time> · <time class='entry-date published' datetime=2024-03-05>5 March</time></p>{story}</article>"));

    assertThat(PublicationDate.dayOrNull(page.metadata().published()))
        .isEqualTo(LocalDate.of(2024, 3, 5));
  }

  private static WebPage page(String head, String body) {
    return WebPage.of(
        """
        <html><head><title>%s | Coast Courier</title><meta property="og:title" content="%s">
        <meta property="og:site_name" content="Coast Courier">
        <meta property="article:published_time" content="2024-03-05T08:00:00Z">
        <link rel="canonical" href="https://coast-courier.example/bridge">%s</head><body>%s
        """
            .formatted(TITLE, TITLE, head, filled(body)));
  }

  private static String filled(String body) {
    return body.replace("{title}", TITLE)
        .replace("{story}", STORY)
        .replace("{other title}", OTHER_TITLE)
        .replace("{other}", OTHER)
        .replace(
            "{more}",
            "<p>The inspector had walked along the girders at low tide, and had tapped them one after"
                + " the other with a lamp in her hand.</p>");
  }

  @Test
  void thePostsOfALiveBlogMayBeItemsOfAList() {
    var post =
        "<li><article><header><time datetime=2024-05-14T1%d:05:00Z>1%d:05</time><h2>%s</h2></header><p>%s</p></article>";
    var page =
        WebPage.of(
            "<html><head><title>Flood in Millbrook</title><script type=application/ld+json>{'@type':'LiveBlogPosting',"
                    .replace('\'', '"')
                + "\"headline\":\"Flood in Millbrook\"}</script></head><body><main><h1>Flood in Millbrook</h1><ol>"
                + post.formatted(
                    3, 3, "Buses run", "Passengers are taken by bus to the next town from noon on.")
                + post.formatted(
                    2,
                    2,
                    "The cost",
                    "Repairs will cost 1.7 million euros, the mayor told the council.")
                + post.formatted(
                    1,
                    1,
                    "The dyke",
                    "The eastern dyke held because volunteers filled 40,000 sandbags.")
                + "</ol></main>");

    assertThat(page.text().orElseThrow())
        .contains("taken by bus", "1.7 million euros", "40,000 sandbags");
  }

  private static String jsonLd(String json) {
    return "<script type=application/ld+json>" + json.replace('\'', '"') + "</script>";
  }
}
