package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dossier.auth.AuthConfig;
import org.dossier.auth.PublicEndpoint;
import org.dossier.web.request.PublicLinks;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Describes the MCP endpoint as a protected resource of OAuth (RFC 9728): the issuer whose tokens
/// it accepts. Without an issuer there is nothing to describe.
@Path("/.well-known/oauth-protected-resource")
@Produces(MediaType.APPLICATION_JSON)
@PublicEndpoint("Clients read it to find out where to get a token.")
final class ProtectedResource {
  private final AuthConfig config;
  private final PublicLinks links;

  ProtectedResource(AuthConfig config, PublicLinks links) {
    this.config = config;
    this.links = links;
  }

  /// The metadata.
  @JsonNaming(SnakeCaseStrategy.class)
  record MetadataJson(
      String resource,
      List<String> authorizationServers,
      List<String> bearerMethodsSupported,
      String resourceName) {}

  @GET
  @Operation(hidden = true)
  public MetadataJson read(@Context HttpServerRequest http) {
    var issuer = config.oidc().issuer().orElseThrow(NotFoundException::new);
    return new MetadataJson(
        links.base(http) + "/mcp", List.of(issuer), List.of("header"), "Dossier");
  }

  @GET
  @Path("/mcp")
  @Operation(hidden = true)
  public MetadataJson readForMcp(@Context HttpServerRequest http) {
    return read(http);
  }
}
