package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.chat.suggestion.FollowUpQuestions;
import org.dossier.web.json.ConversationJson;
import org.dossier.web.json.ConversationListJson;
import org.dossier.web.json.FollowUpsJson;
import org.dossier.web.request.ClientKeyHeader;
import org.dossier.web.request.FeedbackRequest;
import org.dossier.web.request.Parameters;
import org.dossier.web.request.RequestJson;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Reads, rates and deletes conversations; the conversation id is the authorization. Lists a
/// client's own conversations.
@Path("/api/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ConversationsResource {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final Conversations conversations;
  private final FollowUpQuestions followUps;
  private final RequestExecutor requestExecutor;

  ConversationsResource(
      Conversations conversations, FollowUpQuestions followUps, RequestExecutor requestExecutor) {
    this.conversations = conversations;
    this.followUps = followUps;
    this.requestExecutor = requestExecutor;
  }

  @GET
  public ConversationListJson list(
      @HeaderParam(ClientKeyHeader.HEADER) @Nullable String client,
      @QueryParam("limit") @Nullable String limit) {
    var key = ClientKeyHeader.required(client);
    int max = Parameters.integer("limit", limit, DEFAULT_LIMIT, MAX_LIMIT);
    return requestExecutor.run(
        cancellationToken -> ConversationListJson.of(conversations.list(key, max)));
  }

  @GET
  @Path("/{id}")
  public ConversationJson read(@PathParam("id") String id) {
    return requestExecutor.run(cancellationToken ->
        conversations
            .find(id)
            .map(ConversationJson::of)
            .orElseThrow(() -> new UnknownConversationException(id)));
  }

  @DELETE
  @Path("/{id}")
  // A client that reads nothing but problems accepts only their media type.
  @Produces(MediaType.WILDCARD)
  public void delete(@PathParam("id") String id) {
    boolean deleted = requestExecutor.run(cancellationToken -> conversations.delete(id));
    if (!deleted) {
      throw new UnknownConversationException(id);
    }
  }

  /// Suggests follow-up questions. They are found and tried only on request, so that no reply waits
  /// for them.
  @GET
  @Path("/{id}/turns/{turn}/follow-ups")
  public FollowUpsJson followUps(@PathParam("id") String id, @PathParam("turn") String turn) {
    int number = Parameters.turn(turn);
    return requestExecutor.run(cancellationToken -> new FollowUpsJson(followUps.after(id, number)));
  }

  /// Repeated calls overwrite the previous feedback.
  @POST
  @Path("/{id}/turns/{turn}/feedback")
  @Produces(MediaType.WILDCARD)
  @Consumes(MediaType.APPLICATION_JSON)
  @APIResponse(responseCode = "204", description = "The feedback is stored.")
  public void rate(
      @PathParam("id") String id,
      @PathParam("turn") String turn,
      @Nullable FeedbackRequest request) {
    int number = Parameters.turn(turn);
    var feedback = RequestJson.required(request);
    var verdict = feedback.decodeVerdict();
    requestExecutor.run(cancellationToken -> {
      conversations.rate(id, number, verdict, feedback.comment());
      return id;
    });
  }
}
