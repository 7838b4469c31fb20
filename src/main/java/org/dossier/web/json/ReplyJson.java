package org.dossier.web.json;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dossier.answer.Abstained;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.chat.conversation.Reply;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A reply as JSON: an answer, or an abstention if `abstention` is not `null`.
@Schema(name = "Reply", description = "An answer with its citations, or an abstention.")
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
    @Schema(enumeration = {"answered", "abstained"}) String status,
    @Schema(
            description =
                "The statements, each followed by its citation markers; null in an abstention.")
        @Nullable String answer,
    List<StatementJson> statements,
    @Schema(description = "The citations in the order of their first use in the answer.")
        List<CitationJson> citations,
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

  public static ReplyJson of(Reply reply) {
    return switch (reply.answer()) {
      case Answered answered -> of(reply, answered);
      case Abstained abstained -> of(reply, abstained);
    };
  }

  private static ReplyJson of(Reply reply, Answered answered) {
    var spans = answered.spans();
    return new ReplyJson(
        reply.conversation(),
        reply.turn(),
        reply.question(),
        "answered",
        answered.text(),
        IntStream.range(0, spans.size())
            .mapToObj(i -> StatementJson.of(answered.statements().get(i), spans.get(i).start()))
            .toList(),
        answered.citations().stream().map(CitationJson::of).toList(),
        null,
        AnsweredByJson.of(answered.origin()),
        answered.generation(),
        reply.followUps());
  }

  private static ReplyJson of(Reply reply, Abstained abstained) {
    return new ReplyJson(
        reply.conversation(),
        reply.turn(),
        reply.question(),
        "abstained",
        null,
        List.of(),
        List.of(),
        AbstentionJson.of(abstained),
        AnsweredByJson.of(abstained.origin()),
        abstained.generation(),
        reply.followUps());
  }

  /// The JSON form of an enum constant, such as `not-mentioned` for `NOT_MENTIONED`.
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
