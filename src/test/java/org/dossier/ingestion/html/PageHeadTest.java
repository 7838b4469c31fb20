package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dossier.archive.Article;
import org.dossier.ingestion.ReaderFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lines between the heading and the text name author and date, and are no text.
class PageHeadTest {
  private static final String TITLE = "Rotten piles close Kelstad pier";
  private static final String TEXT =
      "The harbour office of Kelstad shut the ferry pier on Tuesday after divers found rotten piles.";
  private static final String MORE =
      "Repairs will cost 1.7 million euros and take until the autumn, the port manager told the council.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Classes without meaning.
        "<div class=css-1><h1>{title}</h1><div><span>By</span> <a href=/a>Ina Dahl</a></div><div>Published 14 May"
            + " 2024</div></div><div class=css-2><div>{text}</div><div>{more}</div></div>",
        // The author after a time that does not say the day.
        "<main><article><h1>{title}</h1><div><time datetime=2024-05-14>2 hours ago</time><span>Ina Dahl</span></div>"
            + "<p>{text}</p><p>{more}</p></article></main>",
        "<article><h1>{title}</h1><div class=meta-item><time class=dt-published datetime=2024-05-14>May 14</time>"
            + " <span>Written By Ina Dahl</span></div><p>{text}</p><p>{more}</p></article>",
        // Microformats in a footer.
        "<div class=hentry><h3 class=entry-title>{title}</h3><div class=entry-content>{text}<br><br>{more}</div>"
            + "<div class=post-footer>Posted by <span itemprop=author>Ina Dahl</span> at"
            + " <abbr class=published title=2024-05-14T02:00:00-07:00>2:00 AM</abbr></div></div>",
        // A link to the page of the author, and a time of reading.
        "<main><h1>{title}</h1><div><a href=/@ina><p>Ina Dahl</p></a><span>3 min read</span><span>May 14, 2024</span></div>"
            + "<p>{text}</p><p>{more}</p></main>",
        // Names alone, in lines without classes.
        "<div class=hero><h1>{title}</h1><div>May 14, 2024</div><div>Ina Dahl</div></div><div class=text><p>{text}</p>"
            + "<p>{more}</p></div>",
        "<main><h1>{title}</h1><p>mardi 14 mai 2024, par Ina Dahl</p><p>{text}</p><p>{more}</p></main>",
        // The name of the site and the title are repeated.
        "<div><h2>Fjord Gazette</h2><h1>{title}</h1><p>Tuesday, May 14, 2024<br>Ina Dahl, staff writer</p><p>{text}</p>"
            + "<p>{more}</p></div>",
        // Microdata.
        "<div itemscope itemtype=http://schema.org/NewsArticle><h1>{title}</h1><meta itemprop=datePublished"
            + " content=2024-05-14><span itemprop=author>Ina Dahl</span><div itemprop='description articleBody'>"
            + "<p>{text}</p><p>{more}</p></div></div>",
      })
  void authorAndDateAreReadAndAreNoText(String body) {
    var article = article("", body);

    assertThat(article.title()).isEqualTo(TITLE);
    assertThat(article.authors()).containsExactly("Ina Dahl");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 5, 14));
    assertThat(article.text()).isEqualTo(TEXT + "\n\n" + MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<main><header><h1>{title}</h1><p class=lead>{text}</p></header><div class=body><p>{more}</p><p>{end}</p></div></main>",
        "<div><h1>{title}</h1><p itemprop=description>{text}</p><div itemprop=articleBody><p>{more}</p><p>{end}</p></div></div>",
        "<main><h1>{title}</h1><p>{text}</p><section class=content><p>{text}</p><p>{more}</p><p>{end}</p></section></main>",
      })
  void theFirstParagraphMayBeAboveTheMarkedText(String body) {
    var end = "Passengers are taken by bus to the next landing, eleven kilometres to the south.";

    assertThat(article("", body.replace("{end}", end)).text())
        .isEqualTo(TEXT + "\n\n" + MORE + "\n\n" + end);
  }

  @Test
  void aTeaserAboveTheTitleIsNotTheFirstParagraph() {
    var article =
        article(
            "",
            "<div><p>The bakery on Lime Street has won the county bread prize for the third time.</p></div><h1>{title}"
                + "</h1><div itemprop=articleBody><p>{text}</p><p>{more}</p></div>");

    assertThat(article.text()).isEqualTo(TEXT + "\n\n" + MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>2 hours ago</p>",
        "<p>Updated 3 days ago</p>",
        "<p>4 min read</p>",
        "<div>14 May 2024 | Ina Dahl</div>"
      })
  void lineOfTheHeadIsNoText(String line) {
    assertThat(
            article("", "<main><h1>" + TITLE + "</h1>" + line + "<p>{text}</p><p>{more}</p>")
                .text())
        .isEqualTo(TEXT + "\n\n" + MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>The boats came back 2 hours ago</p>",
        "<p>May 14 will be a day to remember</p>",
        "<p>By the pier stood Ina Dahl</p>"
      })
  void otherLinesAboveTheTextStay(String line) {
    var article = article("", "<main><h1>" + TITLE + "</h1>" + line + "<p>{text}</p><p>{more}</p>");

    assertThat(article.text()).startsWith(line.substring(3, 20)).endsWith(MORE);
    assertThat(article.authors()).isEmpty();
    assertThat(article.published()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sailthru.author", "byl", "parsely-author"})
  void theAuthorMayBeStatedInManyNames(String name) {
    var article =
        article(
            "<meta name=" + name + " content='By Ina Dahl'>",
            "<main><h1>" + TITLE + "</h1><p>{text}</p><p>{more}</p>");

    assertThat(article.authors()).containsExactly("Ina Dahl");
  }

  @Test
  void microdataNameThePublisher() {
    var article =
        article(
            "",
            "<div itemscope><h1>{title}</h1><div itemprop=publisher itemscope><meta itemprop=name content='Fjord"
                + " Gazette'></div><div itemprop=articleBody><p>{text}</p></div></div>");

    assertThat(article.publisher()).isEqualTo("Fjord Gazette");
  }

  @Test
  void aTitleForSocialMediaDoesNotReplaceTheHeading() {
    var head = "<meta property=og:title content='You will not believe what this town did'>";
    var body = "<main><h1>{title}</h1><p>{text}</p><p>{more}</p>";

    assertThat(article(head, body).title()).isEqualTo(TITLE);
    assertThat(
            article(
                    "<meta property=og:title content='Kelstad pier is closed by rotten piles'>",
                    body)
                .title())
        .isEqualTo("Kelstad pier is closed by rotten piles");
  }

  @ParameterizedTest
  @ValueSource(strings = {" | Politics | The Fjord Examiner", " - The Fjord Examiner"})
  void thePaperInTheTitleOfThePageIsThePublisher(String site) {
    var body = "<article><h1>" + TITLE + "</h1><p>" + TEXT + "</p><p>" + MORE + "</p></article>";

    assertThat(titled(TITLE + site, body).publisher()).isEqualTo("The Fjord Examiner");
    assertThat(titled(TITLE + " | Fjords", body).publisher()).isNull();
    assertThat(
            titled(TITLE + site, body + "<meta property=og:site_name content=Fjords>").publisher())
        .isEqualTo("Fjords");
  }

  @Test
  void theTitleOfThePageMayHaveOtherQuotationMarksThanTheHeading() {
    var article =
        titled(
            "Kelstad’s pier closed – The Fjord Examiner",
            "<h1>The Fjord Examiner</h1><article><h2>Kelstad's pier closed</h2><p>"
                + TEXT
                + "</p><p>"
                + MORE
                + "</p></article>");

    assertThat(article.title()).isEqualTo("Kelstad's pier closed");
    assertThat(article.publisher()).isEqualTo("The Fjord Examiner");
  }

  @Test
  void aHeadingBehindTheNameOfTheSiteIsTheTitle() {
    var article =
        titled(
            "Fjord Gazette: " + TITLE,
            "<header><h1>Fjord Gazette</h1></header><article><h2>"
                + TITLE
                + "</h2><p>"
                + TEXT
                + "</p><p>"
                + MORE
                + "</p></article>");

    assertThat(article.title()).isEqualTo(TITLE);
  }

  private static Article titled(String title, String body) {
    return ReaderFixture.article("a.html", "<title>" + title + "</title><body>" + body);
  }

  private static Article article(String head, String body) {
    return ReaderFixture.article(
        "a.html",
        ("<html><head><title>{title}</title>" + head + "</head><body>" + body)
            .replace("{title}", TITLE)
            .replace("{text}", TEXT)
            .replace("{more}", MORE));
  }
}
