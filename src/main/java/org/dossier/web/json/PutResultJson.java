package org.dossier.web.json;

import org.dossier.archive.PutResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of storing an article.
@Schema(name = "PutResult", description = "The result of storing an article.")
public record PutResultJson(
    String id,
    @Schema(enumeration = {"added", "changed", "unchanged"}) String outcome,
    @Schema(description = "The current version.") String version) {

  public static PutResultJson of(String id, PutResult putResult, String version) {
    return new PutResultJson(id, ReplyJson.label(putResult), version);
  }
}
