package org.dossier.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dossier.ingestion.document.DocumentLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileExplanationTest {
  @TempDir Path folder;

  @Test
  void thePartsOfAPageThatAreLeftOutHaveAReason() throws IOException {
    var explanation =
        explain(
            "bridge.html",
            """
            <title>Cracks close the bridge</title><meta property=article:published_time content=2024-03-05>
            <nav>Home News</nav>
            <article><h1>Cracks close the bridge</h1>
            <p>The bridge at Port Ellery was closed to lorries after an inspector found cracks in it.</p>
            <p>Share this article</p>
            <div class=newsletter><p>Sign up for our newsletter</p></div></article>
            <article class=story><h1>Sea otters\u001b move</h1><p>The aquarium has bought a pair of sea otters.</p>
            </article>
            """);

    assertThat(explanation.accepted()).isTrue();
    assertThat(explanation.lines())
        .startsWith(folder.resolve("bridge.html").toString(), "  title: Cracks close the bridge")
        .contains(
            "  published: 2024-03-05",
            "  cut: nav (<nav>): Home News",
            "  cut: div.newsletter (newsletter: without sentences): Sign up for our newsletter",
            "  in no passage: Share this article")
        .anySatisfy(line ->
            assertThat(line)
                .startsWith("  cut: article.story (another story: “Sea otters\\u001b move”): Sea"));
  }

  @Test
  void aPageWithoutAnArticleIsExplainedToo() throws IOException {
    var explanation = explain("a.html", "<p hidden>The whole text of this page is hidden.</p>");

    assertThat(explanation.accepted()).isFalse();
    assertThat(explanation.lines())
        .containsExactly(
            folder.resolve("a.html") + ": text: no article found on the page",
            "  cut: p (hidden): The whole text of this page is hidden.");
  }

  @Test
  void filesWithoutOneArticleAreNamed() throws IOException {
    assertThat(explain("a.jsonl", "{}").lines())
        .containsExactly(folder.resolve("a.jsonl") + ": has many articles");
    assertThat(explain("a.png", "x").lines())
        .containsExactly(folder.resolve("a.png") + ": is not of a supported kind");
    assertThat(
            FileExplanation.of(
                    folder.resolve("b.md"), IngestionLimits.DEFAULT, DocumentLimits.DEFAULT)
                .lines())
        .singleElement()
        .asString()
        .contains("b.md: cannot be read");
  }

  private FileExplanation explain(String name, String content) throws IOException {
    return FileExplanation.of(
        Files.writeString(folder.resolve(name), content),
        IngestionLimits.DEFAULT,
        DocumentLimits.DEFAULT);
  }
}
