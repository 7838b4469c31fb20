package org.dossier.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dossier.chat.Conversations;
import org.dossier.chat.UnknownConversationException;

/// Reads and deletes conversations; who knows the id may.
@Path("/api/conversations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ConversationsResource {
  private final Conversations conversations;
  private final UnderWay underWay;

  ConversationsResource(Conversations conversations, UnderWay underWay) {
    this.conversations = conversations;
    this.underWay = underWay;
  }

  @GET
  public ConversationJson read(@PathParam("id") String id) {
    return underWay.run(stop ->
        conversations
            .find(id)
            .map(ConversationJson::of)
            .orElseThrow(() -> new UnknownConversationException(id)));
  }

  @DELETE
  public void delete(@PathParam("id") String id) {
    boolean deleted = underWay.run(stop -> conversations.delete(id));
    if (!deleted) {
      throw new UnknownConversationException(id);
    }
  }
}
