package org.dossier.slack.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.conversation.Reply;
import org.dossier.text.WhiteSpace;
import org.jspecify.annotations.Nullable;

/// Formats a reply as blocks: a paragraph with citation markers for each statement, then each cited
/// article with its quotations; or the text of a reply without citations, and questions to ask.
/// Thread-safe.
public final class ReplyBlocks {
  public static final String FEEDBACK = "dossier_feedback";
  public static final String ASK = "dossier_ask_";

  /// Slack's limit for the value of a button is 2,000 characters.
  private static final int MAX_QUESTION_LENGTH = 2_000;

  private static final int MAX_REPRINTS = 10;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final ArticleLinks links;

  public ReplyBlocks(ArticleLinks links) {
    this.links = links;
  }

  /// The blocks of a statement.
  ///
  /// @param citations at least those of the statement, by number
  public List<Block> statement(Statement statement, Map<Integer, Citation> citations) {
    var textRuns = new ArrayList<TextRun>();
    textRuns.add(TextRun.plain(statement.text() + " "));
    for (int number : statement.citations()) {
      textRuns.add(marker(number, citations.get(number)));
    }
    return Block.paragraph(textRuns);
  }

  /// The blocks before statements that are only related to the question.
  public List<Block> introduction() {
    return Block.paragraph(List.of(TextRun.italic(Related.INTRODUCTION)));
  }

  private TextRun marker(int number, @Nullable Citation citation) {
    var link = citation == null ? null : links.linkTo(citation);
    return TextRun.linked("[" + number + "]", link, TextRun.Style.PLAIN);
  }

  /// The blocks of the complete reply. An answer or an abstention ends with feedback buttons; a
  /// question back and a reply about the archive end with questions to ask.
  ///
  /// @param message the question as the user wrote it
  /// @param id the number that feedback buttons send back
  public List<Block> reply(Reply reply, String message, long id) {
    var blocks = new ArrayList<Block>();
    switch (reply.answer()) {
      case CitedAnswer answered -> {
        if (answered instanceof Related) {
          blocks.addAll(introduction());
        }
        var citations = new LinkedHashMap<Integer, Citation>();
        answered.citations().forEach(citation -> citations.put(citation.number(), citation));
        answered.statements().forEach(statement -> blocks.addAll(statement(statement, citations)));
        blocks.addAll(figures(answered));
        blocks.addAll(rewrittenQuestion(reply, message));
        blocks.addAll(fallbackRemark(answered));
        blocks.addAll(notes(answered));
        blocks.add(Block.divider());
        byArticle(answered.citations()).values().forEach(cited -> blocks.addAll(source(cited)));
        blocks.add(Block.feedback(FEEDBACK, id));
      }
      case Clarification clarification -> {
        blocks.addAll(Block.paragraph(List.of(TextRun.plain(clarification.text()))));
        blocks.addAll(notes(clarification));
        blocks.addAll(suggestions(clarification.choices()));
      }
      case About about -> {
        blocks.addAll(Block.paragraph(List.of(TextRun.plain(about.text()))));
        blocks.addAll(notes(about));
        blocks.addAll(suggestions(about.examples()));
      }
      case Abstained abstained -> {
        blocks.addAll(Block.paragraph(List.of(TextRun.plain(abstained.explanation()))));
        blocks.addAll(nearest(abstained.nearest()));
        blocks.addAll(rewrittenQuestion(reply, message));
        blocks.addAll(notes(abstained));
        blocks.add(Block.feedback(FEEDBACK, id));
      }
    }
    return List.copyOf(blocks);
  }

  /// The blocks of questions, each with a button that asks it; empty for no questions. A question
  /// that is too long for a button has none.
  public List<Block> suggestions(List<String> questions) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < questions.size(); i++) {
      var question = questions.get(i);
      if (question.length() > MAX_QUESTION_LENGTH) {
        blocks.addAll(Block.paragraph(List.of(TextRun.plain(question))));
      } else {
        blocks.add(Block.suggestion(ASK + (i + 1), question));
      }
    }
    return List.copyOf(blocks);
  }

  /// The numbers of articles by year, month or publisher; empty for a single group.
  private static List<Block> figures(Answer answer) {
    var figures = answer.metadata().figures();
    if (figures == null || figures.groups().groups().size() < 2) {
      return List.of();
    }
    var lines =
        figures.groups().groups().stream()
            .map(group -> (group.key() == null ? "unknown" : group.key()) + ": " + group.articles())
            .collect(Collectors.joining("\n"));
    return Block.paragraph(List.of(TextRun.plain(lines)));
  }

  private static List<Block> notes(Answer answer) {
    return answer.notes().stream().flatMap(note -> Block.remarks(note.text()).stream()).toList();
  }

  /// Shows the rewritten question if it differs from the message.
  private static List<Block> rewrittenQuestion(Reply reply, String message) {
    return reply.question().equals(WhiteSpace.normalize(message))
        ? List.of()
        : Block.paragraph(List.of(TextRun.italic("Understood as: " + reply.question())));
  }

  private static List<Block> fallbackRemark(CitedAnswer answered) {
    return answered.origin().fallback()
        ? List.of(
            Block.remark(
                "The language model was unavailable. These are sentences from the articles."))
        : List.of();
  }

  private static Map<String, List<Citation>> byArticle(List<Citation> citations) {
    var articles = new LinkedHashMap<String, List<Citation>>();
    for (var citation : citations) {
      var source = citation.source();
      articles
          .computeIfAbsent(
              source.article().id() + "\n" + source.version(), key -> new ArrayList<>())
          .add(citation);
    }
    return articles;
  }

  private List<Block> source(List<Citation> citations) {
    var first = citations.getFirst();
    var heading = new ArrayList<>(heading(first.source(), links.linkTo(first)));
    heading.addAll(alsoIn(first.alsoIn()));
    var blocks = new ArrayList<>(Block.paragraph(heading));
    for (var citation : citations) {
      var text = citation.quote().replaceAll("\\s+", " ").strip();
      blocks.addAll(
          Block.quote(
              List.of(
                  marker(citation.number(), citation),
                  TextRun.plain(" “" + text + "”" + page(citation)))));
    }
    return blocks;
  }

  private static String page(Citation citation) {
    return citation.page() == null ? "" : " (p. " + citation.page() + ")";
  }

  /// The other articles that print the text, each by its publisher.
  private List<TextRun> alsoIn(List<ArticleVersion> reprints) {
    var textRuns = new ArrayList<TextRun>();
    for (var reprint : reprints.subList(0, Math.min(MAX_REPRINTS, reprints.size()))) {
      var article = reprint.article();
      var name = article.publisher() == null ? article.headline() : article.publisher();
      textRuns.add(
          TextRun.plain(textRuns.isEmpty() ? "\nAlso in " + reprints.size() + ": " : ", "));
      textRuns.add(TextRun.linked(name, links.page(reprint), TextRun.Style.PLAIN));
    }
    if (reprints.size() > MAX_REPRINTS) {
      textRuns.add(TextRun.plain(", …"));
    }
    return textRuns;
  }

  private List<Block> nearest(List<ArticleVersion> articles) {
    if (articles.isEmpty()) {
      return List.of();
    }
    var blocks = new ArrayList<>(Block.paragraph(List.of(TextRun.plain("The nearest articles:"))));
    for (var article : articles) {
      var textRuns = new ArrayList<TextRun>();
      textRuns.add(TextRun.plain("• "));
      textRuns.addAll(heading(article, links.page(article)));
      blocks.addAll(Block.paragraph(textRuns));
    }
    return blocks;
  }

  /// The title, and the publisher and date if known.
  private static List<TextRun> heading(ArticleVersion source, @Nullable String link) {
    var article = source.article();
    var textRuns = new ArrayList<TextRun>();
    textRuns.add(TextRun.linked(article.headline(), link, TextRun.Style.BOLD));
    var facts = new ArrayList<String>();
    if (article.publisher() != null) {
      facts.add(article.publisher());
    }
    if (article.published() != null) {
      facts.add(day(article.published(), article.publishedInferred()));
    }
    if (!facts.isEmpty()) {
      textRuns.add(TextRun.plain(" — " + String.join(", ", facts)));
    }
    return textRuns;
  }

  private static String day(LocalDate day, boolean inferred) {
    return DAY.format(day) + (inferred ? " (inferred)" : "");
  }
}
