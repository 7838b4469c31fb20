package org.dossier.web.json;

import org.dossier.ingestion.LineIngestion.LineResult;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The result of one line of a request that stores several articles.
@Schema(name = "LineResult", description = "The result of one line, in the order of the lines.")
public record LineResultJson(
    @Schema(description = "The number of the line, from 1.") int line,
    @Schema(description = "The id of the article; null if it was rejected.") @Nullable String id,
    @Schema(enumeration = {"added", "changed", "unchanged", "rejected"}) String outcome,
    @Schema(description = "The current version; null if the article was rejected.")
        @Nullable String version,
    @Schema(description = "The invalid field, if the line was rejected because of one.")
        @Nullable String field,
    @Schema(description = "The reason of a rejection.") @Nullable String detail) {

  public static LineResultJson of(LineResult result) {
    return switch (result) {
      case LineResult.Stored stored ->
          new LineResultJson(
              stored.line(),
              stored.id(),
              ReplyJson.label(stored.putResult()),
              stored.version(),
              null,
              null);
      case LineResult.Rejected rejected ->
          new LineResultJson(
              rejected.line(), null, "rejected", null, rejected.field(), rejected.reason());
    };
  }
}
