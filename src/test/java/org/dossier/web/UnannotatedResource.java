package org.dossier.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// A resource without an annotation about permissions.
@Path("/api/forgotten")
public final class UnannotatedResource {
  @GET
  @Operation(hidden = true)
  public String forgotten() {
    return "\"found\"";
  }
}
