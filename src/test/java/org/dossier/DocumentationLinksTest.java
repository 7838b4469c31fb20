package org.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Links between the pages of the documentation.
class DocumentationLinksTest {
  private static final Pattern CODE = Pattern.compile("```[\\s\\S]*?```");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern LINK_IN_HEADING = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  @Test
  void everyLinkLeadsToAFileAndAHeading() throws IOException {
    var broken = new ArrayList<String>();
    for (var page : pages()) {
      for (var link : links(page)) {
        if (!link.matches("[a-z]+:.*") && !exists(page, link)) {
          broken.add(page + " → " + link);
        }
      }
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    var index = Path.of("docs/README.md");
    var listed =
        links(index).stream()
            .map(link -> index.resolveSibling(link.replaceFirst("#.*", "")).normalize())
            .toList();

    assertThat(listed)
        .containsAll(
            pages().stream()
                .filter(page -> page.startsWith("docs") && !page.equals(index))
                .toList());
  }

  private static List<Path> pages() throws IOException {
    try (var root = Files.list(Path.of(""));
        var docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(root, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static List<String> links(Path page) throws IOException {
    return LINK.matcher(text(page)).results().map(link -> link.group(1)).toList();
  }

  private static boolean exists(Path page, String link) throws IOException {
    var parts = link.split("#", 2);
    var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || !target.toString().endsWith(".md")
        || anchors(target).contains(parts[1]);
  }

  private static List<String> anchors(Path page) throws IOException {
    return HEADING.matcher(text(page)).results().map(DocumentationLinksTest::anchor).toList();
  }

  /// The anchor that GitHub gives a heading.
  private static String anchor(MatchResult heading) {
    return LINK_IN_HEADING
        .matcher(heading.group(1))
        .replaceAll("$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
        .replace(' ', '-');
  }

  private static String text(Path page) throws IOException {
    return CODE.matcher(Files.readString(page)).replaceAll("");
  }
}
