package org.dossier.web.openai;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dossier.auth.Permission;
import org.dossier.auth.RequiresPermission;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Lists the models: the ways to answer a message.
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RequiresPermission(Permission.READ)
final class ModelsResource {
  private static final String OWNER = "dossier";

  @GET
  @Operation(hidden = true)
  public ModelListJson list() {
    return new ModelListJson("list", ModelName.ALL.stream().map(ModelsResource::json).toList());
  }

  @GET
  @Path("/{model}")
  @Operation(hidden = true)
  public ModelJson read(@PathParam("model") String model) {
    return json(ModelName.of(model));
  }

  private static ModelJson json(ModelName model) {
    return new ModelJson(model.id(), "model", 0, OWNER);
  }

  record ModelListJson(String object, List<ModelJson> data) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ModelJson(String id, String object, long created, String ownedBy) {}
}
