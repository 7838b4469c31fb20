package org.dossier.web.json;

import org.dossier.archive.PutResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The result of storing an article.
@Schema(name = "Change", description = "What putting an article did to the archive.")
public record PutResultJson(
    String id,
    @Schema(enumeration = {"added", "changed", "unchanged"}) String outcome,
    @Schema(description = "The version that holds now.") String version) {

  public static PutResultJson of(String id, PutResult putResult, String version) {
    return new PutResultJson(id, ReplyJson.word(putResult), version);
  }
}
