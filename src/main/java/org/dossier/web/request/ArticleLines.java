package org.dossier.web.request;

/// The body of a request that stores articles: JSON lines.
///
/// @param content UTF-8, not validated
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record ArticleLines(byte[] content) {
  /// The media type of JSON lines in requests and responses.
  public static final String MEDIA_TYPE = "application/x-ndjson";

  /// Another name of the same format, accepted in requests.
  public static final String OTHER_MEDIA_TYPE = "application/jsonl";
}
