package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
  private static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>Hollin Herald</title><link>https://hollin.example/</link><language>en-gb</language>
      %s
      </channel></rss>
      """;

  @Test
  void eachItemOfRssIsAnArticle() {
    var articles =
        articles(
            RSS.formatted(
                """
                <item><title>Hollin &amp;amp; Tarr merge</title><link>https://hollin.example/n/1</link>
                <guid isPermaLink="false">hh-1</guid><pubDate>Tue, 12 Mar 2024 08:30:00 +0100</pubDate>
                <dc:creator>Meg Dale</dc:creator><description>A summary</description>
                <content:encoded><![CDATA[<p>Hollin &amp; Tarr merge in <s>April</s> May.</p><p>The brigade has 74 men.</p>
                <p>The post <a href="https://hollin.example/n/1">Hollin merge</a> first appeared on <a href="/">Hollin</a>.</p>]]></content:encoded></item>
                <item><title>Toad tunnel opens</title><link>https://hollin.example/n/2</link>
                <author>news@hollin.example (Ada Lowe)</author>
                <description>&lt;p&gt;The tunnel cost 51,000 pounds.&lt;/p&gt;</description></item>
                """));

    assertThat(articles).hasSize(2);
    var first = articles.getFirst();
    assertThat(first.id()).isEqualTo("feed/hh-1");
    assertThat(first.title()).isEqualTo("Hollin & Tarr merge");
    assertThat(first.publisher()).isEqualTo("Hollin Herald");
    assertThat(first.authors()).containsExactly("Meg Dale");
    assertThat(first.url()).isEqualTo("https://hollin.example/n/1");
    assertThat(first.language()).isEqualTo("en-gb");
    assertThat(first.publishedText()).isEqualTo("2024-03-12T08:30+01:00");
    assertThat(first.text()).isEqualTo("Hollin & Tarr merge in May.\n\nThe brigade has 74 men.");
    assertThat(first.omissions().struck()).hasSize(1);
    var second = articles.getLast();
    assertThat(second.id()).isEqualTo("feed/hollin.example/n/2");
    assertThat(second.authors()).containsExactly("Ada Lowe");
    assertThat(second.text()).isEqualTo("The tunnel cost 51,000 pounds.");
    assertThat(second.published()).isNull();
  }

  @Test
  void aTooLongIdIsReplacedByItsHash() {
    var item =
        "<item><guid>tag:hollin.example,%s</guid><description>It opened.</description></item>";
    var first = RSS.formatted(item.formatted("a".repeat(600)));
    var second = RSS.formatted(item.formatted("a".repeat(599) + "b"));

    assertThat(articles(first).getFirst().id()).matches("feed/\\p{XDigit}{64}");
    assertThat(articles(first).getFirst().id())
        .isEqualTo(articles(first).getFirst().id())
        .isNotEqualTo(articles(second).getFirst().id());
  }

  @Test
  void eachEntryOfAtomIsAnArticle() {
    var articles =
        articles(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lake Notes</title><id>tag:lake.example,2024:f</id>
            <updated>2024-04-02T10:00:00Z</updated><author><name>Orla Finn</name></author>
            <entry><title type="html">Pike &amp;amp; perch</title><id>tag:lake.example,2024:1</id>
            <link rel="self" href="https://lake.example/1.atom"/><link rel="alternate" href="https://lake.example/pike"/>
            <published>2024-04-01T07:00:00Z</published><updated>2024-04-02T10:00:00Z</updated>
            <summary>Short</summary><content type="html">&lt;p&gt;A pike of 21 kilos was caught.&lt;/p&gt;</content></entry>
            <entry><title>Ice</title><id>tag:lake.example,2024:2</id><link href="https://lake.example/ice"/>
            <author><name>Bo Ek</name></author><updated>2024-01-12T10:00:00Z</updated>
            <source><id>x</id><title>Ice Watch</title></source>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ice is <b>19</b> cm thick.</p><p>It
            holds.</p></div></content></entry></feed>
            """);

    var first = articles.getFirst();
    assertThat(first.id()).isEqualTo("feed/lake.example,2024:1");
    assertThat(first.title()).isEqualTo("Pike & perch");
    assertThat(first.url()).isEqualTo("https://lake.example/pike");
    assertThat(first.authors()).containsExactly("Orla Finn");
    assertThat(first.publisher()).isEqualTo("Lake Notes");
    assertThat(first.published()).isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(first.publishedInferred()).isFalse();
    assertThat(first.updated()).isEqualTo(LocalDate.of(2024, 4, 2));
    assertThat(first.text()).isEqualTo("A pike of 21 kilos was caught.");
    var second = articles.getLast();
    assertThat(second.text()).isEqualTo("The ice is 19 cm thick.\n\nIt holds.");
    assertThat(second.publisher()).isEqualTo("Ice Watch");
    assertThat(second.authors()).containsExactly("Bo Ek");
    assertThat(second.published()).isEqualTo(LocalDate.of(2024, 1, 12));
    assertThat(second.publishedInferred()).isTrue();
  }

  @Test
  void itemsOfRdfAreArticles() {
    var articles =
        articles(
            """
            <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="r" xmlns:dc="d"><channel><title>Gorse News</title></channel>
            <item rdf:about="https://gorse.example/1"><title>Hill on fire</title><link>https://gorse.example/1</link>
            <description>Gorse hill burns.</description><dc:date>2024-04-15T10:00:00Z</dc:date></item></rdf:RDF>
            """);

    assertThat(articles.getFirst().publisher()).isEqualTo("Gorse News");
    assertThat(articles.getFirst().id()).isEqualTo("feed/gorse.example/1");
    assertThat(articles.getFirst().published()).isEqualTo(LocalDate.of(2024, 4, 15));
  }

  @Test
  void aFaultyEntryIsRejectedWithItsLineAndTheOthersAreRead() {
    var results =
        ReaderFixture.all(
            "feed.rss",
            RSS.formatted(
                    "<item><title>No text</title></item>\n<item><description>Words.</description></item>")
                .getBytes(UTF_8),
            IngestionLimits.DEFAULT);

    assertThat(results.getFirst()).hasToString("feed.rss:4: text: is missing");
    assertThat(results.getLast()).isInstanceOf(ReadResult.ReadArticle.class);
  }

  @Test
  void theDeclaredEncodingIsRead() {
    var feed =
        RSS.replace("UTF-8", "ISO-8859-1")
            .formatted("<item><description>Le préfet Lévêque à Mézière.</description></item>");

    var results = ReaderFixture.all("feed.xml", feed.getBytes(ISO_8859_1), IngestionLimits.DEFAULT);

    assertThat(((ReadResult.ReadArticle) results.getFirst()).article().text())
        .isEqualTo("Le préfet Lévêque à Mézière.");
  }

  @Test
  void anEntryWithoutIdAndAddressKeepsItsIdWhenOthersAreAdded() {
    var entry = "<item><description>The ice holds.</description></item>";
    var other = "<item><description>The ice broke.</description></item>";

    var alone = articles(RSS.formatted(entry)).getFirst();

    assertThat(articles(RSS.formatted(other + entry)).getLast().id()).isEqualTo(alone.id());
    assertThat(articles(RSS.formatted(other)).getFirst().id()).isNotEqualTo(alone.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<urlset><url><loc>https://hollin.example/</loc></url></urlset>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x>&e;</x>",
        "no markup"
      })
  void anotherFileIsRejected(String content) {
    assertThat(ReaderFixture.refusal("feed.xml", content)).contains("is no feed");
  }

  @Test
  void aFeedWithoutEntriesIsRejected() {
    assertThat(ReaderFixture.refusal("feed.xml", RSS.formatted(""))).endsWith("has no entries");
  }

  private static List<Article> articles(String feed) {
    return ReaderFixture.all("feed.xml", feed.getBytes(UTF_8), IngestionLimits.DEFAULT).stream()
        .map(result -> ((ReadResult.ReadArticle) result).article())
        .toList();
  }
}
