package org.dossier.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.dossier.auth.PublicEndpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Serves the chat widget to pages of every origin. The script is public; authorization applies to
/// the requests that it sends.
@Path("/widget.js")
@PublicEndpoint("the script is public, and its requests are authorized")
final class WidgetResource {
  private static final int MAX_AGE_SECONDS = 600;

  private final WidgetScript script;

  WidgetResource(WidgetScript script) {
    this.script = script;
  }

  @GET
  @Operation(hidden = true)
  public Response script(@Context Request request) {
    var tag = new EntityTag(script.integrity());
    var unchanged = request.evaluatePreconditions(tag);
    var response =
        unchanged == null ? Response.ok(script.text(), "text/javascript;charset=UTF-8") : unchanged;
    var cacheControl = new CacheControl();
    cacheControl.setMaxAge(MAX_AGE_SECONDS);
    return response
        .tag(tag)
        .cacheControl(cacheControl)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
