package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dossier.LinearWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of any kind take time in proportion to their size, regardless of their content, and yield
/// an article or a rejection.
class HostileFilesTest {
  private static final int LENGTH = 15_000;
  private static final String PROSE =
      "The quay was opened by the mayor of the town on a bright day, and then it rained. ";

  @Test
  void markdown() {
    verifyAll("x.md", text -> "# Harbour\n\n" + text);
  }

  @Test
  void frontMatter() {
    verifyAll("x.md", text -> "---\ntitle: " + text + "\n---\n" + PROSE);
    verifyAll("x.md", text -> "---\n" + text + "\n---\n" + PROSE);
  }

  @Test
  void plainText() {
    verifyAll("x.txt", text -> text);
    verifyAll("x.txt", text -> "The quay of the harbour\n\n" + text);
  }

  @Test
  void pages() {
    verifyAll("x.html", text -> "<html><body><p>" + PROSE + text);
    verifyAll(
        "x.html",
        text ->
            "<html><head><title>"
                + text
                + "</title><meta name=author content='"
                + text
                + "'></head><body><p>"
                + PROSE);
  }

  @Test
  void feeds() {
    verifyAll("x.rss", text -> "<rss><channel><item><description>" + text);
    verifyAll("x.rss", text -> "<feed><entry><content type='xhtml'><div>" + text);
    verifyAll("x.rss", text -> "<rss><item><title>" + text + "</title><guid>" + text);
    verifyAll(
        "x.rss",
        text -> "<rss><item><description>" + PROSE + "</description><author>" + text + "@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<item>",
        "<item>a</item>",
        "<item><description>x</description></item>",
        "<item><link>a",
        "<a b='c'>",
        "<![CDATA[",
        "&amp;",
        "<!DOCTYPE a [<!ENTITY b '"
      })
  void elementsOfFeeds(String element) {
    verify("x.rss", element, 100_000, "<rss><channel><item><description>" + PROSE);
    verify("x.rss", element, 100_000, "<rss><channel>");
  }

  @Test
  void jsonLinesFiles() {
    verifyAll("x.jsonl", text -> "{\"id\":\"x\",\"authors\":[" + text);
    verifyAll("x.jsonl", text -> "{\"id\":\"x\",\"text\":\"" + text.replace("\n", "\\n") + "\"}");
  }

  /// The maximum size of a file is 20,000,000 bytes.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a ",
        "<http://",
        "[",
        "![",
        "[a](",
        "[a](<b",
        "[a]: b\n",
        "[a]: b\n[a]\n",
        "*a",
        "**a ",
        "_a",
        "*a _b ",
        "`a``",
        "> ",
        ">",
        "- ",
        "  - a\n",
        "1. ",
        "<!--",
        "<?",
        "<!A ",
        "<![CDATA[",
        "&#",
        "\\[",
        "```\n",
        "a\n---\n",
        "[a](b \"",
        "<a b=\"",
        "<a b='c' ",
        "</a ",
        "<a@b",
        "<div\n",
        "a**b",
        "|a",
        "a|b\n-|-\n",
        "|-|-|\n|a|",
        "[a\\]("
      })
  void markdownSyntax(String mark) {
    verify("x.md", mark, 100_000, "# Harbour\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<div>a",
        "<p>a",
        "<b>a",
        "<h1>a<div>",
        "<table><tr><td>a",
        "<ul><li>a",
        "<nav></nav>",
        "<input>",
        "<p class=ad></p>",
        "<article>a ",
        "<a href=x>",
        "<a><b>",
        "<br>",
        "<div itemprop=articleBody>a ",
        "<form>",
        "<time datetime=2011-11-11>",
        "<i><p>",
        "<!--",
        "<svg>",
        "<template>",
        "<select>",
        "<table><b>",
        "&amp",
        "<script>",
        "<figure><figcaption>a.",
        "<div class=gallery><figcaption>",
        "<header><p>a",
        "<p class=page hidden>a",
        "<p class=comments>a.",
        "<div class=comments>a.",
        "<h2>a</h2><p>a",
        "<div><h2><a href=a>a</a></h2><time datetime=2011-11-11></div>",
        "<table><tr><td>1",
        "<tr><td rowspan=9>1",
        "<div a='"
      })
  void htmlTags(String tag) {
    verify("x.html", tag, 30_000, "<html><body><p>" + PROSE);
  }

  /// In an encoding that has to be found.
  @ParameterizedTest
  @ValueSource(strings = {"<!--", "<meta ", "<?xml ", "<meta charset", "<meta a='", "é<p>"})
  void declarationsOfEncodings(String tag) {
    LinearWork.verify(
        "x.html of " + tag,
        1_000_000,
        part -> ("<p>é" + tag.repeat(part / tag.length())).getBytes(ISO_8859_1),
        content -> assertThat(ReaderFixture.all("x.html", content)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "a:\n ",
        "&a ",
        "*a ",
        "! ",
        "\"a",
        "'",
        "|",
        ">",
        "[a,",
        "{a: ",
        "a: &b [*b]\n",
        "a,",
        "%",
        "\t"
      })
  void frontMatterSyntax(String mark) {
    verify("x.md", mark, 150_000, "---\ntitle: a\nb: ");
    verify("x.md", mark, 150_000, "---\n");
  }

  private static void verifyAll(String file, UnaryOperator<String> content) {
    LinearWork.verify(LENGTH, text -> read(file, content.apply(text)));
  }

  private static void verify(String file, String unit, int length, String head) {
    var tail = head.startsWith("---") ? "\n---\n" + PROSE : "";
    LinearWork.verify(
        file + " of " + unit,
        length,
        part -> head + unit.repeat(part / unit.length()) + tail,
        content -> read(file, content));
  }

  private static void read(String file, String content) {
    List<ReadResult> readResult = ReaderFixture.all(file, content.getBytes(UTF_8));

    assertThat(readResult).isNotEmpty();
    for (var one : readResult) {
      if (one instanceof Rejection rejection) {
        // The file is rejected for its content, and not because a parser failed.
        assertThat(rejection.toString())
            .doesNotContain("StackOverflowError")
            .doesNotContain("java.");
      }
    }
  }
}
