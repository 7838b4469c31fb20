package org.dossier.web.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.answer.Related;
import org.dossier.text.Span;
import org.dossier.web.json.ArticleJson;
import org.dossier.web.json.CitationJson;
import org.dossier.web.json.Links;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.ReprintJson;
import org.jspecify.annotations.Nullable;

/// The text of a reply in Markdown, composed part by part: the statements with their markers, then
/// what else the outcome has. Not thread-safe.
final class ReplyContent {
  private static final String PARAGRAPH = "\n\n";
  private static final int MAX_REPRINTS = 10;
  static final String INTRODUCTION = Related.INTRODUCTION + PARAGRAPH;

  private final Consumer<String> deltas;
  private final String base;
  private final StringBuilder text = new StringBuilder();
  private final List<Marker> markers = new ArrayList<>();
  private final List<Span> statements = new ArrayList<>();
  private int codePoints;

  /// @param base the beginning of links to this server's pages
  /// @param deltas receives each part of the text
  ReplyContent(String base, Consumer<String> deltas) {
    this.base = base;
    this.deltas = deltas;
  }

  /// A citation marker in the text.
  ///
  /// @param number the number of the citation
  /// @param start the offset of its first character, in code points
  /// @param end the offset after its last character, in code points
  record Marker(int number, int start, int end) {}

  /// The whole text of `reply`.
  static ReplyContent of(ReplyJson reply, String base, boolean sourceList) {
    var content = new ReplyContent(base, _ -> {});
    if (reply.status().equals("related")) {
      content.addIntroduction();
    }
    reply
        .statements()
        .forEach(statement -> content.addStatement(statement.text(), statement.citations()));
    content.finish(reply, sourceList);
    return content;
  }

  /// Announces that the statements that follow are only related to the question.
  void addIntroduction() {
    add(INTRODUCTION);
  }

  /// @param citations the numbers of its citations
  void addStatement(String statement, List<Integer> citations) {
    var escaped = MarkdownText.escape(statement);
    var added = new StringBuilder(statements.isEmpty() ? "" : " ");
    int start = text.length() + added.length();
    statements.add(new Span(start, start + escaped.length()));
    added.append(escaped).append(' ');
    int end = codePoints + added.codePointCount(0, added.length());
    for (int number : citations) {
      var marker = "[" + number + "]";
      markers.add(new Marker(number, end, end + marker.length()));
      end += marker.length();
      added.append(marker);
    }
    add(added.toString());
  }

  /// Adds everything after the statements.
  void finish(ReplyJson reply, boolean sourceList) {
    addParagraph(ownWords(reply));
    addParagraph(figures(reply));
    reply.notes().forEach(note -> addParagraph(lines(note.text())));
    if (sourceList && !reply.citations().isEmpty()) {
      addParagraph(sources(reply.citations()));
    }
  }

  /// The text of a reply without statements; empty for a reply with statements.
  private String ownWords(ReplyJson reply) {
    var abstention = reply.abstention();
    if (abstention != null) {
      var nearest = items(abstention.nearest().stream().map(this::linkToPage));
      return lines(abstention.explanation())
          + (nearest.isEmpty() ? "" : PARAGRAPH + "The nearest articles:" + PARAGRAPH + nearest);
    }
    if (!reply.statements().isEmpty() || reply.answer() == null) {
      return "";
    }
    var clarification = reply.clarification();
    var questions = clarification == null ? reply.followUps() : clarification.choices();
    var choices = items(questions.stream().map(MarkdownText::escape));
    return lines(reply.answer()) + (choices.isEmpty() ? "" : PARAGRAPH + choices);
  }

  /// The numbers of articles by year, month or publisher; empty for a single group.
  private static String figures(ReplyJson reply) {
    var count = reply.count();
    return count == null || count.groups().groups().size() < 2
        ? ""
        : items(
            count.groups().groups().stream()
                .map(group ->
                    MarkdownText.escape(
                        (group.key() == null ? "unknown" : group.key())
                            + ": "
                            + group.articles())));
  }

  private String sources(List<CitationJson> citations) {
    var list = new StringBuilder("**Sources**" + PARAGRAPH);
    for (var citation : citations) {
      list.append(citation.number()).append(". ").append(source(citation)).append('\n');
    }
    return list.toString().stripTrailing();
  }

  private String source(CitationJson citation) {
    var article = citation.article();
    var details =
        Stream.of(article.publisher(), article.published())
            .filter(detail -> detail != null)
            .map(detail -> MarkdownText.escape(detail.toString()))
            .collect(Collectors.joining(", "));
    return link(article, citation.link())
        + (details.isEmpty() ? "" : ", " + details)
        + alsoIn(citation.alsoIn());
  }

  /// The other articles that print the text, each by its publisher.
  private String alsoIn(List<ReprintJson> reprints) {
    return reprints.isEmpty()
        ? ""
        : reprints.stream()
            .limit(MAX_REPRINTS)
            .map(reprint ->
                "[%s](%s%s)"
                    .formatted(MarkdownText.escape(oneLine(reprint.name())), base, reprint.link()))
            .collect(
                Collectors.joining(
                    ", ",
                    "; also in " + reprints.size() + ": ",
                    reprints.size() > MAX_REPRINTS ? ", …" : ""));
  }

  private String linkToPage(ArticleJson article) {
    return link(article, Links.page(article.id()));
  }

  private String link(ArticleJson article, String path) {
    return "[%s](%s%s)".formatted(MarkdownText.escape(headline(article)), base, path);
  }

  /// The title of an article on one line; its id if it has none.
  static String headline(ArticleJson article) {
    @Nullable String title = article.title();
    return oneLine(title == null ? article.id() : title);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{C}]+", " ").strip();
  }

  private static String items(Stream<String> items) {
    return items.map(item -> "- " + item).collect(Collectors.joining("\n"));
  }

  private static String lines(String plain) {
    return plain.lines().map(MarkdownText::escape).collect(Collectors.joining("\n"));
  }

  private void addParagraph(String paragraph) {
    if (!paragraph.isEmpty()) {
      add(text.isEmpty() ? paragraph : PARAGRAPH + paragraph);
    }
  }

  private void add(String part) {
    text.append(part);
    codePoints += part.codePointCount(0, part.length());
    deltas.accept(part);
  }

  String text() {
    return text.toString();
  }

  /// The markers in the order of the text.
  List<Marker> markers() {
    return List.copyOf(markers);
  }

  /// The place of each statement in the text, in UTF-16 code units, without its markers.
  List<Span> statements() {
    return List.copyOf(statements);
  }
}
