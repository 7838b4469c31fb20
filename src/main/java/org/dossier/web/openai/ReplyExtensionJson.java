package org.dossier.web.openai;

import java.util.List;
import java.util.stream.IntStream;
import org.dossier.web.json.CitationJson;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.StatementJson;
import org.jspecify.annotations.Nullable;

/// The parts of a reply that OpenAI's API has no field for: the field `dossier` of its responses.
/// The fields are those of a reply of `/api/chat`, except that the places of statements are those
/// in the content.
record ReplyExtensionJson(
    String question,
    String status,
    String kind,
    ReplyJson.@Nullable PeriodJson period,
    double confidence,
    List<StatementJson> statements,
    List<CitationJson> citations,
    List<ReplyJson.NoteJson> notes,
    ReplyJson.@Nullable ClarificationJson clarification,
    ReplyJson.@Nullable AbstentionJson abstention,
    ReplyJson.AnsweredByJson answeredBy,
    long indexGeneration,
    List<String> followUps) {

  static ReplyExtensionJson of(ReplyJson reply, ReplyContent content) {
    var places = content.statements();
    return new ReplyExtensionJson(
        reply.question(),
        reply.status(),
        reply.kind(),
        reply.period(),
        reply.confidence(),
        IntStream.range(0, places.size())
            .mapToObj(i -> {
              var statement = reply.statements().get(i);
              return new StatementJson(
                  statement.text(),
                  places.get(i).start(),
                  places.get(i).end(),
                  statement.citations(),
                  statement.support());
            })
            .toList(),
        reply.citations(),
        reply.notes(),
        reply.clarification(),
        reply.abstention(),
        reply.answeredBy(),
        reply.indexGeneration(),
        reply.followUps());
  }
}
