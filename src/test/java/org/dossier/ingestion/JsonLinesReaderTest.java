package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.dossier.archive.Article;
import org.dossier.archive.Omissions;
import org.dossier.ingestion.format.JsonArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesReaderTest {

  @Test
  void aLineIsAnArticle() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            """
            {"id": "n/1", "title": "Bridge", "publisher": "Courier", "authors": ["A B", "C D"], \
            "url": "https://a.example/1", "language": "en", "published": "2019-05-03T23:40:00-05:00", \
            "publishedInferred": true, "updated": "2019-05-06", "text": "One.\\r\\nTwo.", \
            "tags": [{"deep": [1]}], "score": 1.5}
            """);

    assertThat(article.id()).isEqualTo("n/1");
    assertThat(article.authors()).containsExactly("A B", "C D");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.publishedTime()).hasToString("23:40-05:00");
    assertThat(article.publishedInferred()).isTrue();
    assertThat(article.updated()).isEqualTo(LocalDate.of(2019, 5, 6));
    assertThat(article.text()).isEqualTo("One.\nTwo.");
  }

  @Test
  void nullAndEmptyCountAsAbsent() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            "{\"id\":\"1\",\"title\":null,\"authors\":\"A B\",\"published\":\"\",\"text\":\"x\"}");

    assertThat(article.title()).isNull();
    assertThat(article.authors()).containsExactly("A B");
    assertThat(article.published()).isNull();
  }

  @Test
  void htmlIsDecodedOnce() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            """
            {"id": "a&amp;b", "title": "Strike &amp; <i>talks</i>", "publisher": "Smith &amp;amp; Sons", \
            "authors": ["P&eacute;n&eacute;lope Ros&eacute;n"], \
            "text": "<p>It killed 25<sup>1</sup> people.</p><p>It cost <del>3</del> 4&nbsp;million.</p>"}
            """);

    assertThat(article.id()).isEqualTo("a&amp;b");
    assertThat(article.title()).isEqualTo("Strike & talks");
    assertThat(article.publisher()).isEqualTo("Smith &amp; Sons");
    assertThat(article.authors()).containsExactly("Pénélope Rosén");
    assertThat(article.text()).isEqualTo("It killed 25 people.\n\nIt cost 4 million.");
  }

  @Test
  void aWrittenArticleIsReadBack() {
    var article =
        new Article(
            "a",
            "R&amp;D <b>x</b>",
            "A & B",
            List.of("C &lt; D"),
            null,
            null,
            null,
            false,
            null,
            "Write <p>&amp;</p> for &.\n\nOne <br> more.");
    var omissions =
        new Omissions(
            List.of(new Omissions.Struck(5, "~~not~~ <b>")),
            List.of(new Omissions.Cut("nav", "<nav>", "Home & more")));

    assertThat(
            ReaderFixture.article(
                "a.jsonl", JsonArticle.write(article.withOmissions(omissions)) + "\n"))
        .isEqualTo(article.withOmissions(omissions));
    assertThat(ReaderFixture.article("a.jsonl", JsonArticle.write(article) + "\n"))
        .isEqualTo(article);
  }

  @Test
  void struckOutWordsKeepTheirPlaces() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            "{\"id\": \"a\", \"text\": \"Of 12 ~~13~~ men <b>two</b> <del>three</del> fled.\"}");

    assertThat(article.text()).isEqualTo("Of 12 men two fled.");
    assertThat(article.omissions().struck())
        .containsExactly(new Omissions.Struck(5, "13"), new Omissions.Struck(13, "three"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"struck\": [], \"cut\": [], \"more\": 1} | more",
        "{\"struck\": []}                         | cut",
        "{\"struck\": [{\"at\": 9, \"text\": \"x\"}], \"cut\": []} | from 0 to 4",
        "{\"struck\": [{\"at\": -1, \"text\": \"x\"}], \"cut\": []} | from 0 to 4",
        "[]                                      | struck",
        "7                                       | struck"
      })
  void invalidOmissionsAreRejectedWithTheirField(String omissions, String reason) {
    var line = "{\"id\": \"a\", \"text\": \"Four\", \"omissions\": " + omissions + "}";

    assertThat(read("a.jsonl", line.getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("omissions", reason);
  }

  @Test
  void theNamesOfOtherProgramsAreKnown() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            """
            {"@type": "NewsArticle", "identifier": "lock/1", "headline": "A new lock", \
            "articleBody": "The lock opened.", "datePublished": "2024-03-05T08:15:00+01:00", \
            "dateModified": "2024-03-06", "inLanguage": "en", "link": "https://hollin.example/1", \
            "author": [{"@type": "Person", "name": "Ada Quill"}, "Ben Ohm"], \
            "publisher": {"@type": "Organization", "logo": {"name": "logo"}, "name": "Hollin Post"}}
            """);

    assertThat(article.id()).isEqualTo("lock/1");
    assertThat(article.title()).isEqualTo("A new lock");
    assertThat(article.text()).isEqualTo("The lock opened.");
    assertThat(article.published()).isEqualTo("2024-03-05");
    assertThat(article.updated()).isEqualTo("2024-03-06");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.url()).isEqualTo("https://hollin.example/1");
    assertThat(article.authors()).containsExactly("Ada Quill", "Ben Ohm");
    assertThat(article.publisher()).isEqualTo("Hollin Post");
  }

  @Test
  void aPostOfWordPressIsRead() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            """
            {"id": 4711, "date": "2024-03-05T08:15:00", "modified": "2024-03-06T09:00:00", \
            "slug": "a-new-lock", "link": "https://hollin.example/a-new-lock", \
            "title": {"rendered": "A new lock &#8211; at last"}, "author": 3, \
            "content": {"rendered": "<p>The lock opened.</p><p>It is wide.</p>", "protected": false}}
            """);

    assertThat(article.id()).isEqualTo("4711");
    assertThat(article.title()).isEqualTo("A new lock – at last");
    assertThat(article.text()).isEqualTo("The lock opened.\n\nIt is wide.");
    assertThat(article.published()).isEqualTo("2024-03-05");
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void theOwnNameCountsFirst() {
    var article =
        ReaderFixture.article(
            "a.jsonl",
            """
            {"body": "Not this.", "slug": "not-this", "id": "a", "text": "This.", "date": "1999-01-01", \
            "published": 1710223200, "content": "Nor this.", "source": 7, "lang": null}
            """);

    assertThat(article.id()).isEqualTo("a");
    assertThat(article.text()).isEqualTo("This.");
    assertThat(article.published()).isEqualTo("2024-03-12");
    assertThat(article.publisher()).isNull();
  }

  @Test
  void anErrorHasTheNameOfTheLine() {
    assertThat(
            read(
                "a.jsonl",
                """
                {"slug": "a", "body": "x", "date": "once"}
                {"slug": "b", "body": ["x"]}
                """
                    .getBytes(UTF_8)))
        .containsExactly(
            "a.jsonl:1: date: is not a date such as 2011-11-11: once",
            "a.jsonl:2: text: is missing");
  }

  @Test
  void aFaultyLineDoesNotAffectTheOthers() {
    var lines =
        List.of(
            line("1"),
            "{\"id\": \"2\", \"text\": }",
            "",
            "{\"id\": true, \"text\": \"x\"}",
            "{\"id\": \"4\"}",
            "{\"text\": \"x\"}",
            "{\"id\": \"5\", \"text\": \"x\", \"published\": \"once\"}",
            "{\"id\": \"6\", \"text\": \" \"}",
            "[1]",
            "{\"id\": \"7\", \"text\": \"x\"} {}",
            "{\"id\": \"8\", \"text\": \"x\", \"id\": \"9\"}",
            "{\"id\": \"10\", \"text\": \"half \\ud83d\"}",
            line("11"));

    assertThat(read("a.jsonl", String.join("\n", lines).getBytes(UTF_8)))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1"),
            broken ->
                assertThat(broken).startsWith("a.jsonl:2: is not JSON: ").contains("(column 21)"),
            wrong ->
                assertThat(wrong).isEqualTo("a.jsonl:4: id: is a boolean, not a string (column 8)"),
            bare -> assertThat(bare).isEqualTo("a.jsonl:5: text: is missing"),
            nameless -> assertThat(nameless).isEqualTo("a.jsonl:6: id: is missing"),
            undated -> assertThat(undated).startsWith("a.jsonl:7: published: is not a date"),
            blank -> assertThat(blank).isEqualTo("a.jsonl:8: text: is empty"),
            array -> assertThat(array).isEqualTo("a.jsonl:9: is not a JSON object"),
            two -> assertThat(two).startsWith("a.jsonl:10: has more than one JSON object"),
            twice -> assertThat(twice).startsWith("a.jsonl:11: is not JSON: Duplicate field 'id'"),
            half -> assertThat(half).startsWith("a.jsonl:12: text: character 5 is an unpaired"),
            last -> assertThat(last).isEqualTo("11"));
  }

  @Test
  void aLineInAnotherEncodingIsRejected() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((line("1") + "\n{\"id\": \"2\", \"text\": \"caf").getBytes(UTF_8));
    bytes.write(0xe9);
    bytes.writeBytes(("\"}\n" + line("3")).getBytes(UTF_8));

    assertThat(read("a.jsonl", bytes.toByteArray()))
        .containsExactly(
            "1", "a.jsonl:2: is not UTF-8: byte 24 is 0xe9; save the file as UTF-8", "3");
  }

  @Test
  void aTooLongLineIsRejectedAndTheNextIsRead() {
    var limits = new IngestionLimits(10, 60, 1, IngestionLimits.DEFAULT.batchTime(), 10);
    var lines = line("1") + "\n" + line("x".repeat(100_000)) + "\n" + line("3") + "\n";

    assertThat(
            ReaderFixture.all("a.jsonl", lines.getBytes(UTF_8), limits).stream()
                .map(this::describe))
        .containsExactly("1", "a.jsonl:2: is longer than 60 bytes", "3");
  }

  @Test
  void gzippedLinesAreRead() {
    assertThat(read("a.jsonl.gz", zipped(line("1") + "\n" + line("2")))).containsExactly("1", "2");
  }

  @Test
  void linesBeforeACorruptionInAGzippedFileAreRead() {
    var text = new StringBuilder();
    for (int i = 1; i <= 5_000; i++) {
      text.append(line(i + "-" + Integer.toHexString(i * 0x9e3779b9))).append('\n');
    }
    var whole = zipped(text.toString());
    var found = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThat(found).hasSizeBetween(1_000, 4_500);
    assertThat(found.getLast()).startsWith("a.jsonl.gz:" + found.size() + ": is truncated here: ");
    assertThat(found.subList(0, found.size() - 1)).noneMatch(line -> line.contains("refused"));
  }

  @Test
  void aGzippedFileTruncatedAtItsEndYieldsItsLines() {
    var whole = zipped(line("1") + "\n");

    assertThat(read("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 1)))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("1"),
            end -> assertThat(end).startsWith("a.jsonl.gz:2: is truncated here: "));
  }

  @Test
  void emptyAndNonGzippedFilesAreRejected() {
    assertThat(read("a.ndjson", "\n\n".getBytes(UTF_8))).containsExactly("a.ndjson: is empty");
    assertThat(read("a.jsonl.gz", zipped(""))).containsExactly("a.jsonl.gz: is empty");
    assertThat(read("a.jsonl.gz", new byte[0])).containsExactly("a.jsonl.gz: is empty");
    assertThat(read("a.jsonl.gz", line("1").getBytes(UTF_8)))
        .containsExactly("a.jsonl.gz: is not gzipped: Not in GZIP format");
  }

  private List<String> read(String fileName, byte[] content) {
    return ReaderFixture.all(fileName, content).stream().map(this::describe).toList();
  }

  private String describe(ReadResult readResult) {
    return switch (readResult) {
      case ReadResult.ReadArticle readArticle -> readArticle.article().id();
      case Rejection rejection -> rejection.toString();
    };
  }

  static String line(String id) {
    return "{\"id\": \"" + id + "\", \"text\": \"Words of it.\"}";
  }

  static byte[] zipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
