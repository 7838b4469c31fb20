package org.dossier.web.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.ArticleFigures;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.chat.Responder;
import org.dossier.chat.conversation.Reply;
import org.dossier.text.date.DateRange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A reply as JSON: one of five outcomes.
@Schema(
    name = "Reply",
    description =
        "An answer with its citations, related statements, a question back, a reply about the archive, or an abstention.")
public record ReplyJson(
    @Schema(
            description =
                "The id of the conversation. It is a secret: it allows continuing, reading and deleting it.")
        String conversation,
    @Schema(description = "The number of the turn in the conversation, from 1.") int turn,
    @Schema(
            description =
                "The standalone question: the message with its references to earlier turns resolved.")
        String question,
    @Schema(
            enumeration = {"answered", "related", "clarify", "about", "abstained"},
            description =
                "answered: the statements answer the question. related: they are close to it, and no article states the answer directly. clarify: a question back. about: a reply of the program about itself or the archive, without citations. abstained: the archive does not say.")
        String status,
    @Schema(
            enumeration = {
              "fact",
              "yes-no",
              "topic",
              "said",
              "why",
              "how",
              "list",
              "count",
              "compare",
              "timeline",
              "latest",
              "about"
            },
            description = "The kind of the question.")
        String kind,
    @Nullable PeriodJson period,
    @Schema(description = "The confidence that the archive answers the question, 0 to 1.")
        double confidence,
    @Schema(
            description =
                "The statements, each followed by its citation markers; the text of a question back or of a reply about the archive; null in an abstention.")
        @Nullable String answer,
    List<StatementJson> statements,
    @Schema(description = "The citations in the order of their first use in the answer.")
        List<CitationJson> citations,
    @Schema(description = "Remarks of the program, in the order to show them.")
        List<NoteJson> notes,
    @Nullable FiguresJson count,
    @Nullable ClarificationJson clarification,
    @Nullable AbstentionJson abstention,
    AnsweredByJson answeredBy,
    @Schema(description = "The generation of the index that was searched.") long indexGeneration,
    @Schema(description = "Follow-up questions that the archive can answer.")
        List<String> followUps) {

  @Schema(name = "Abstention", description = "The reason why the archive has no answer.")
  public record AbstentionJson(
      @Schema(
              enumeration = {
                "empty-archive",
                "not-mentioned",
                "outside-filters",
                "weak-evidence",
                "unsupported",
                "withdrawn"
              })
          String reason,
      String explanation,
      @Schema(description = "The closest articles, best first.") List<ArticleJson> nearest) {

    static AbstentionJson of(Abstained abstained) {
      return new AbstentionJson(
          label(abstained.reason()),
          abstained.explanation(),
          abstained.nearest().stream().map(ArticleJson::of).toList());
    }
  }

  @Schema(name = "AnsweredBy", description = "The generator of the answer.")
  public record AnsweredByJson(
      @Schema(enumeration = {"extractive", "model"}) String kind,
      @Nullable String model,
      @Schema(description = "True if a language model was called first and failed.")
          boolean fallback) {

    static AnsweredByJson of(AnswerOrigin by) {
      return new AnsweredByJson(label(by.kind()), by.model(), by.fallback());
    }
  }

  @Schema(name = "Clarification", description = "A question back, with questions to choose from.")
  public record ClarificationJson(
      String text,
      @Schema(description = "Questions to send instead; each can be understood by itself.")
          List<String> choices) {}

  @Schema(name = "Figures", description = "The figures of a reply that counts articles.")
  public record FiguresJson(
      @Schema(description = "The exact number of articles.") long articles,
      @Schema(
              description =
                  "The number if articles that print the same text count once; null if unknown.")
          @Nullable Long withoutReprints,
      @Schema(description = "The rule by which they are counted, in English.") String rule,
      @Schema(description = "For each counted name, its interchangeable phrases.")
          List<List<String>> names,
      GroupsJson groups) {
    static @Nullable FiguresJson of(@Nullable ArticleFigures figures) {
      return figures == null
          ? null
          : new FiguresJson(
              figures.articles(),
              figures.withoutReprints(),
              figures.rule(),
              figures.names(),
              GroupsJson.of(figures.groups()));
    }
  }

  @Schema(
      name = "Note",
      description = "A remark of the program on the reply, apart from its statements.")
  public record NoteJson(
      @Schema(
              enumeration = {
                "spelling",
                "not-mentioned",
                "more",
                "newest",
                "counted",
                "disagreement",
                "change",
                "period",
                "language",
                "unanswered",
                "unsupported"
              })
          String type,
      String text,
      @Schema(description = "The words and numbers in the text.") List<String> values) {
    static NoteJson of(Note note) {
      return new NoteJson(label(note.type()), note.text(), note.values());
    }
  }

  @Schema(name = "Period", description = "The period that the question names, inclusive.")
  public record PeriodJson(
      @Schema(description = "Absent if the period has no start: \"before May 2012\".")
          @Nullable LocalDate from,
      LocalDate to) {
    static @Nullable PeriodJson of(@Nullable DateRange period) {
      return period == null
          ? null
          : new PeriodJson(period.isOpen() ? null : period.from(), period.to());
    }
  }

  /// A reply that belongs to no stored conversation.
  public static ReplyJson of(Responder.Response response) {
    return of(new Reply("", 1, response.question(), response.answer(), List.of()));
  }

  public static ReplyJson of(Reply reply) {
    return switch (reply.answer()) {
      case Answered answered -> ofCited(reply, "answered", answered);
      case Related related -> ofCited(reply, "related", related);
      case Clarification clarification ->
          of(
              reply,
              "clarify",
              clarification.text(),
              new ClarificationJson(clarification.text(), clarification.choices()),
              null);
      case About about -> of(reply, "about", about.text(), null, null);
      case Abstained abstained -> of(reply, "abstained", null, null, AbstentionJson.of(abstained));
    };
  }

  private static ReplyJson ofCited(Reply reply, String status, CitedAnswer cited) {
    var spans = cited.spans();
    return new ReplyJson(
        reply.conversation(),
        reply.turn(),
        reply.question(),
        status,
        label(cited.kind()),
        PeriodJson.of(cited.period()),
        cited.confidence(),
        cited.text(),
        IntStream.range(0, spans.size())
            .mapToObj(i -> StatementJson.of(cited.statements().get(i), spans.get(i).start()))
            .toList(),
        cited.citations().stream().map(CitationJson::of).toList(),
        cited.notes().stream().map(NoteJson::of).toList(),
        FiguresJson.of(cited.metadata().figures()),
        null,
        null,
        AnsweredByJson.of(cited.origin()),
        cited.generation(),
        reply.followUps());
  }

  private static ReplyJson of(
      Reply reply,
      String status,
      @Nullable String text,
      @Nullable ClarificationJson clarification,
      @Nullable AbstentionJson abstention) {
    var answer = reply.answer();
    return new ReplyJson(
        reply.conversation(),
        reply.turn(),
        reply.question(),
        status,
        label(answer.kind()),
        PeriodJson.of(answer.period()),
        answer.confidence(),
        text,
        List.of(),
        List.of(),
        answer.notes().stream().map(NoteJson::of).toList(),
        FiguresJson.of(answer.metadata().figures()),
        clarification,
        abstention,
        AnsweredByJson.of(answer.origin()),
        answer.generation(),
        answer instanceof About about ? about.examples() : reply.followUps());
  }

  /// The JSON form of an enum constant, such as `not-mentioned` for `NOT_MENTIONED`.
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
