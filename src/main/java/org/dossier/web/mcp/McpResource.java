package org.dossier.web.mcp;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.dossier.answer.AnswerListener;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.dossier.web.RequestExecutor;
import org.dossier.web.WaitingClient;
import org.dossier.web.request.JsonBody;
import org.dossier.web.request.PublicLinks;
import org.dossier.web.request.RequestJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The endpoint of MCP over HTTP: one message, one response, no session and no stream.
@Path("/mcp")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class McpResource {
  private final McpServer server;
  private final RequestExecutor requestExecutor;
  private final PublicLinks links;

  McpResource(McpServer server, RequestExecutor requestExecutor, PublicLinks links) {
    this.server = server;
    this.requestExecutor = requestExecutor;
    this.links = links;
  }

  @POST
  @Operation(hidden = true)
  public Response answer(@Nullable JsonBody body, @Context HttpServerRequest http) {
    var message = RequestJson.required(body).root();
    var client = WaitingClient.of(http);
    var base = links.base(http);
    var response =
        requestExecutor.run(cancellationToken ->
            server.answer(
                message,
                new McpCaller(
                    http::getHeader, base, new CancellableClient(cancellationToken, client))));
    if (response.body() == null) {
      return Response.status(response.status()).build();
    }
    return Response.status(response.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(response.body())
        .build();
  }

  /// Stops the work if the request was cancelled or its client has disconnected.
  private record CancellableClient(
      RequestExecutor.CancellationToken cancellationToken, WaitingClient client)
      implements AnswerListener {
    @Override
    public void waiting() {
      cancellationToken.check();
      client.waiting();
    }
  }
}
