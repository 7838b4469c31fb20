package org.dossier.web.problem;

import java.util.Locale;

/// The problem types (RFC 9457) of this interface, each with its HTTP status and title.
public enum ProblemType {
  MALFORMED_URL(400, "Malformed URL"),
  INVALID_HOST(400, "Invalid Host header"),
  REPEATED_HEADER(400, "Repeated header"),
  INVALID_PARAMETER(400, "Invalid parameter"),
  MISSING_BODY(400, "Missing body"),
  NOT_UTF_8(400, "Body is not UTF-8"),
  MALFORMED_JSON(400, "Malformed JSON"),
  UNKNOWN_FIELD(400, "Unknown field"),
  INVALID_FIELD(400, "Invalid field"),
  PAGE_TOKEN_REQUIRED(401, "Page token required"),
  UNAUTHORIZED(401, "Access token required"),
  FORBIDDEN(403, "Permission denied"),
  ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
  UNKNOWN_ARTICLE(404, "Article not found"),
  UNKNOWN_MODEL(404, "Model not found"),
  UNKNOWN_CONVERSATION(404, "Conversation not found"),
  UNKNOWN_TURN(404, "Turn not found"),
  WITHDRAWN(410, "Article withdrawn"),
  VERSION_CHANGED(412, "Version changed"),
  TOO_LARGE(413, "Body too large"),
  MISDIRECTED(421, "Wrong host"),
  KEY_REUSED(422, "Idempotency key reused"),
  RATE_LIMITED(429, "Too many requests"),
  INTERNAL_ERROR(500, "Internal error"),
  ARCHIVE_UNAVAILABLE(503, "Archive unavailable"),
  OVERLOADED(503, "Server overloaded"),
  SHUTTING_DOWN(503, "Server shutting down"),
  ISSUER_UNAVAILABLE(503, "Token issuer unavailable"),
  TIMEOUT(504, "Request timed out");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  String title() {
    return title;
  }

  /// The URI of the type, for programs. It does not resolve.
  public String type() {
    return "urn:dossier:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
