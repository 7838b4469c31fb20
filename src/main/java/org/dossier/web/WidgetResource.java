package org.dossier.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.dossier.auth.PublicEndpoint;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Serves the chat widget to pages of every origin, and the script of the page `/check`. The
/// scripts are public; authorization applies to the requests that they send.
@Path("/")
@PublicEndpoint("the scripts are public, and their requests are authorized")
final class WidgetResource {
  private static final int MAX_AGE_SECONDS = 600;

  private final WidgetScript scripts;

  WidgetResource(WidgetScript scripts) {
    this.scripts = scripts;
  }

  @GET
  @Path("widget.js")
  @Operation(hidden = true)
  public Response widget(@Context Request request) {
    return response(scripts.widget(), request)
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  @GET
  @Path("check.js")
  @Operation(hidden = true)
  public Response check(@Context Request request) {
    return response(scripts.check(), request).build();
  }

  private static ResponseBuilder response(WidgetScript.Script script, Request request) {
    var tag = new EntityTag(script.integrity());
    var unchanged = request.evaluatePreconditions(tag);
    var response =
        unchanged == null ? Response.ok(script.text(), "text/javascript;charset=UTF-8") : unchanged;
    var cacheControl = new CacheControl();
    cacheControl.setMaxAge(MAX_AGE_SECONDS);
    return response.tag(tag).cacheControl(cacheControl);
  }
}
