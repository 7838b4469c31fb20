package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prose is kept regardless of its class, and furniture is cut by class together with content.
class FurnitureTest {
  private static final String FIRST =
      "<p>The county will rebuild the lighthouse on Gannet Rock, which a storm broke in two.</p>";
  private static final String MORE =
      "<p>The new tower is to be 31 metres high, four more than the old one, and made of granite.</p>"
          + "<p>The contract for 7.8 million euros went to the firm Harrow and Daughters.</p>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=paywall>{more}</div>",
        "<div class='widget text-widget'>{more}</div>",
        "<section id=panel-discussion>{more}<blockquote>It is a kindness.<cite>Ned Vasey</cite></blockquote></section>",
        "<section id=comments-on-the-plan><h2>Comments on the plan</h2>{more}</section>",
        "<div class=subscription>{more}</div>",
        "<div class=sponsored-walk>{more}</div>",
        "<div class=promo>{more}</div>",
        "<div class=related-background><h2>The plan</h2>{more}</div>",
        "<div class=social-history>{more}</div>",
        "<div class=slideshow><div class=slide>{more}</div></div>",
        "<div aria-hidden=true>{more}</div>",
        "<div class=login-story><p>Residents log in to the county's site to see drawings of the tower, it"
            + " said, and three hundred have already done so since Monday morning.</p>{more}</div>",
        "<div class='page page-1'>{first}</div><div class='page page-2' style='display:none'>{more}</div>",
        "<figure class=wp-block-pullquote><blockquote>{more}</blockquote><figcaption>x</figcaption></figure>",
        "<div class=caption>{more}</div>",
        "<aside class=fact-box><h3>The tower in figures</h3>{more}</aside>",
        "<div class=banner><ul><li>The new tower is to be 31 metres high</li>"
            + "<li>The contract went to Harrow and Daughters</li></ul></div>",
        "<div class=widget><table><tr><th>What</th><th>Value</th></tr><tr><td>Height</td><td>31 metres high</td></tr>"
            + "<tr><td>Firm</td><td>Harrow</td></tr></table></div>",
      })
  void proseIsKeptRegardlessOfItsClass(String part) {
    assertThat(text("<article>{first}" + part + "</article>")).contains("31 metres high", "Harrow");
    assertThat(text("<main><div>{first}" + part + "</div></main>"))
        .contains("31 metres high", "Harrow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=newsletter><h4>Sign up for our newsletter</h4><p>CUT the news of the day, every morning at seven.</p></div>",
        "<div class=newsletter><p>CUT the news of the day, every morning at seven.</p><input type=email></div>",
        "<div class=paywall><p>You have read your three free articles this month.</p><p>CUT to read on, become a subscriber today.</p></div>",
        "<div class=share><a>CUT</a> <a>Facebook</a> <a>Copy the link</a></div>",
        "<div class=related><h3>Related</h3><ul><li><a href=/a>CUT ferry to Toll is late again</a></li><li><a href=/b>The quarry at Toll reopens</a></li></ul></div>",
        "<div class=related><h3>More on this story</h3><p>CUT farmers fear for the harvest, as wells run dry.</p></div>",
        "<div class=promo><p><a href=/x>CUT our guide to the lighthouses of the coast, with maps and tides.</a></p></div>",
        "<div id=comments><div class=comment-body><p class=comment-author>Wren</p><p>CUT we had none at all this year, neither here nor there.</p></div></div>",
        "<div id=comments><p>CUT we had none at all this year, neither here nor there.</p></div>",
        "<section class=discussion><p>CUT we had none at all this year, neither here nor there. <time>1 May</time></p></section>",
        "<div class=author-bio><p>CUT is a reporter who covers the coast and its lighthouses.</p></div>",
        "<div class=wp-caption><img src=a.jpg><p class=wp-caption-text>CUT the old tower in 2018, before the storm of last winter.</p></div>",
        "<figure><img src=a.jpg><figcaption>CUT the old tower in 2018, before the storm of last winter.</figcaption></figure>",
        "<div class=cookie-banner><p>We use cookies to improve your experience, CUT and to show you advertising.</p></div>",
        "<div class=tags>CUT lighthouses, storms, Gannet Rock</div>",
        "<p hidden>CUT the paragraph that no reader of the page sees, for it is hidden.</p>",
        "<p style='display: none'>CUT the paragraph that no reader of the page sees, for it is hidden.</p>",
        "<span class=screen-reader-text>CUT opens in a new window</span>",
        "<aside class=info-box><h3>Read next</h3><p>CUT our guide to the lighthouses of the coast.</p></aside>",
        "<aside><p>CUT our guide to the lighthouses of the coast, with maps and tides.</p></aside>",
        "<div class=advertisement>CUT advertisement</div>",
        "<div aria-hidden=true>CUT</div>",
        "<div class=toc><details><summary>CUT</summary><ul><li><a href=#cost>CUT the cost of the tower</a></li>"
            + "<li><a href=#keeper>CUT the keeper</a></li></ul></details></div>",
        "<div class=subscription-widget><p>Thanks for reading the CUT letter! Subscribe for free to receive new"
            + " posts and support my work.</p></div>",
      })
  void furnitureIsCut(String part) {
    assertThat(text("<article>{first}{more}" + part + "</article>"))
        .contains("a storm broke in two", "Harrow and Daughters")
        .doesNotContain("CUT");
    assertThat(text("<article>{first}" + part + "{more}</article>"))
        .contains("a storm broke in two", "Harrow and Daughters")
        .doesNotContain("CUT");
  }

  @Test
  void theLabelOfAnAdvertisementIsCutAndASentenceAboutOneIsNot() {
    assertThat(
            text(
                "<div><div>{first}</div><div>ADVERTISEMENT</div>{more}<div>Advertisement of the tower began in"
                    + " March, the county said.</div></div>"))
        .contains("Advertisement of the tower began", "Harrow")
        .doesNotContain("ADVERTISEMENT");
  }

  @Test
  void theCountOfFreeArticlesIsCutAndASentenceAboutThemIsNot() {
    assertThat(
            text(
                "<div><div>{first}</div><p>You have read 3 of 5 free articles this month.</p>{more}<p>The library gave"
                    + " free articles to schools.</p></div>"))
        .contains("gave free articles to schools", "Harrow")
        .doesNotContain("3 of 5");
  }

  @Test
  void aShortSentenceIsKeptRegardlessOfTheClassOfItsParagraph() {
    assertThat(
            text(
                "<article>{first}<p class=intro-share>It wore out four pairs of boots.</p>{more}"
                    + "<p class=share>Share this with your friends.</p><p class=caption>The tower in the storm.</p>"
                    + "</article>"))
        .contains("four pairs of boots")
        .doesNotContain("friends", "in the storm");
  }

  @Test
  void theSectionsOfAPageBuilderAreOneArticle() {
    assertThat(
            text(
                "<div class=page><section class=row><div class=column><div class=editor>{first}</div></div></section>"
                    + "<section class=row><div class=column><div class=editor>{more}</div></div></section></div>"))
        .contains("a storm broke in two", "Harrow and Daughters");
    assertThat(
            text(
                "<div class=page><section class=row><div class=column><div class=editor>{first}{more}</div></div>"
                    + "</section><section class=other><div><p>The tram museum of the town is closed for the winter,"
                    + " from the first of November on.</p></div></section></div>"))
        .contains("a storm broke in two", "Harrow and Daughters")
        .doesNotContain("tram museum");
  }

  @Test
  void wordsInsideASentenceAreKept() {
    assertThat(
            text(
                "<article>{first}<p>The tower got <span class=rating>4.5 stars</span> from the keepers of the"
                    + " coast, who met in May.</p></article>"))
        .contains("The tower got 4.5 stars from the keepers");
  }

  @Test
  void aParagraphThatIsOneLinkIsKeptAndAListOfLinksIsNot() {
    assertThat(
            text(
                "<article>{first}<p><a href=/x>The contract for 7.8 million euros went to Harrow and Daughters</a></p>"
                    + "{more}<p><a href=/a>The ferry to Toll is late again, and its passengers are angry</a></p>"
                    + "<p><a href=/b>The quarry at Toll reopens after two years of strikes and rain</a></p></article>"))
        .contains("went to Harrow and Daughters\n")
        .doesNotContain("ferry", "quarry");
  }

  @Test
  void theStandfirstInTheHeaderIsKept() {
    assertThat(
            text(
                "<article><header><h1>Gannet Rock lighthouse to be rebuilt</h1><div class=standfirst>Granite from"
                    + " Toll will stand where a storm broke the old tower.</div><p class=byline>By Ann Other,"
                    + " 9 April 2024.</p><ul><li>Share</li></ul></header>{first}{more}</article>"))
        .startsWith("Granite from Toll will stand")
        .doesNotContain("Share", "Ann Other");
    assertThat(
            text(
                "<header><p>All the news of the coast and of the islands, every day.</p></header>"
                    + "<article>{first}{more}</article>"))
        .startsWith("The county will rebuild");
  }

  @Test
  void theKeyPointsAboveTheTextAreKept() {
    var points =
        "<h1>Gannet Rock lighthouse to be rebuilt</h1><ul class=%s><li>A storm broke the tower last winter</li>"
            + "<li><a href=/a>The islands in pictures, from north to south</a></li></ul>"
            + "<article>{first}{more}</article>";

    assertThat(text(points.formatted("key-points")))
        .startsWith("A storm broke the tower last winter")
        .doesNotContain("in pictures");
    assertThat(text(points.formatted("tools"))).startsWith("The county will rebuild");
  }

  @Test
  void theCaptionsOfAGalleryAreItsText() {
    var picture =
        "<figure><img src=a.jpg><figcaption>%s stands on the rock since the year 1880.</figcaption></figure>";
    var pictures =
        picture.formatted("The old tower")
            + picture.formatted("The house of the keeper")
            + picture.formatted("The shed for the boat");

    assertThat(text("<article>{first}{more}<div class=gallery>" + pictures + "</div></article>"))
        .contains("Harrow and Daughters", "The house of the keeper stands");
    assertThat(text("<article><p>Three views of Gannet Rock.</p>" + pictures + "</article>"))
        .contains("The old tower stands", "The shed for the boat stands");
    assertThat(text("<article>{first}{more}" + pictures + "</article>"))
        .contains("Harrow and Daughters")
        .doesNotContain("The old tower stands");
  }

  @Test
  void aQuotationInAFigureKeepsItsSpeaker() {
    assertThat(
            text(
                "<article>{first}<figure><blockquote><p>It is a kindness to the boats.</p></blockquote>"
                    + "<figcaption>Ned Vasey, keeper</figcaption></figure>{more}</article>"))
        .contains("“It is a kindness to the boats.”\n\nNed Vasey, keeper");
  }

  @Test
  void aShortChinesePageIsRead() {
    assertThat(text("<div><p>市议会星期二决定修建一座桥，耗资四千万元。</p><p>工程将于春天开始。</p></div>"))
        .isEqualTo("市议会星期二决定修建一座桥，耗资四千万元。\n\n工程将于春天开始。");
    assertThat(text("<div><p>市议会星期二决定修建一座新桥。</p><p>工程明年春天开始。</p></div>"))
        .isEqualTo("市议会星期二决定修建一座新桥。\n\n工程明年春天开始。");
  }

  @Test
  void anAmpPageIsReadWithoutItsBoxes() {
    assertThat(
            text(
                "<amp-sidebar><p>CUT all the sections of the paper, from the coast to the islands.</p></amp-sidebar>"
                    + "<article>{first}<amp-ad>CUT</amp-ad>{more}<amp-embed><p>CUT from around the web, ten"
                    + " towers that you have to see.</p></amp-embed></article>"))
        .contains("a storm broke in two", "Harrow and Daughters")
        .doesNotContain("CUT");
  }

  private static String text(String body) {
    return WebPage.of(
            "<html><head><title>Gannet Rock lighthouse to be rebuilt</title></head><body>"
                + body.replace("{first}", FIRST).replace("{more}", MORE))
        .text()
        .orElseThrow();
  }
}
