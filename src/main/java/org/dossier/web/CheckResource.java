package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.verification.StatementVerifier;
import org.dossier.web.check.CheckInput;
import org.dossier.web.check.CitedAnswer;
import org.dossier.web.check.InvalidAnswerException;
import org.dossier.web.check.TextChecker;
import org.dossier.web.json.CheckJson;
import org.dossier.web.json.CheckJson.CheckedJson;
import org.dossier.web.json.CheckJson.FoundJson;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.CheckBody;
import org.dossier.web.request.RequestJson;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/// Verifies an answer of any system against its sources, or a text against sources or the archive.
/// Nothing is stored.
@Path("/api/check")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class CheckResource {
  private final StatementVerifier verifier;
  private final TextChecker textChecker;
  private final RequestExecutor requestExecutor;

  CheckResource(
      StatementVerifier verifier, TextChecker textChecker, RequestExecutor requestExecutor) {
    this.verifier = verifier;
    this.textChecker = textChecker;
    this.requestExecutor = requestExecutor;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public CheckJson check(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(ref = "#/components/schemas/CheckRequest")))
          @Nullable CheckBody body) {
    try {
      var input = CheckInput.read(RequestJson.required(body).root());
      return requestExecutor.run(cancellationToken ->
          CheckJson.of(
              switch (input) {
                case CheckInput.Answer(var answer) -> verify(answer, cancellationToken::check);
                case CheckInput.Text text -> verify(text, cancellationToken::check);
              }));
    } catch (InvalidAnswerException e) {
      throw invalid(e);
    }
  }

  private List<CheckedJson> verify(CitedAnswer answer, Runnable checkpoint) {
    return answer.statements().stream()
        .map(statement -> {
          checkpoint.run();
          var verdict = verifier.verify(statement.text(), answer.sourcesOf(statement));
          return CheckedJson.of(statement.text(), null, statement.citations(), verdict, List.of());
        })
        .toList();
  }

  private List<CheckedJson> verify(CheckInput.Text text, Runnable checkpoint) {
    boolean isArchive = text.sources().isEmpty();
    return textChecker.check(text, checkpoint).stream()
        .map(sentence ->
            CheckedJson.of(
                sentence.claim().text(),
                sentence.span(),
                List.of(),
                sentence.claim().verdict(),
                sentence.claim().found().stream()
                    .map(place ->
                        isArchive
                            ? FoundJson.of(place.source(), place.span())
                            : FoundJson.ofGiven(place.source().article(), place.span()))
                    .toList()))
        .toList();
  }

  /// The message begins with the field, if one is invalid.
  private static ProblemException invalid(InvalidAnswerException e) {
    var message = String.valueOf(e.getMessage());
    int colon = message.indexOf(": ");
    var field = colon < 0 ? "" : message.substring(0, colon);
    return field.matches("[a-zA-Z0-9.\\[\\]]+")
        ? ProblemException.of(ProblemType.INVALID_FIELD, message).withField(field)
        : ProblemException.of(ProblemType.INVALID_FIELD, "The body " + message);
  }
}
