package org.dossier.web.problem;

import java.util.Locale;

/// The kinds of faults that a request can meet, each a problem type of RFC 9457.
public enum ProblemType {
  BAD_ADDRESS(400, "The address is malformed"),
  INVALID_HOST(400, "The Host header is invalid"),
  REPEATED_HEADER(400, "A header occurs more than once"),
  INVALID_PARAMETER(400, "A query parameter is invalid"),
  MISSING_BODY(400, "The body is missing"),
  NOT_UTF_8(400, "The body is not UTF-8"),
  MALFORMED_JSON(400, "The body is not JSON"),
  UNKNOWN_FIELD(400, "The body has a field that is not known"),
  INVALID_FIELD(400, "A field of the body is invalid"),
  TOKEN_NEEDED(401, "A page's token is needed"),
  UNAUTHORIZED(401, "An access token is needed"),
  FORBIDDEN(403, "The access token does not allow this"),
  FOREIGN_PAGE(403, "Pages from there may not ask"),
  UNKNOWN_ARTICLE(404, "There is no such article"),
  UNKNOWN_CONVERSATION(404, "There is no such conversation"),
  UNKNOWN_TURN(404, "The conversation has no such turn"),
  WITHDRAWN(410, "The article was withdrawn"),
  TOO_LARGE(413, "The body is too large"),
  MISDIRECTED(421, "The request calls another server"),
  KEY_REUSED(422, "The key was used for another message"),
  LIMITED(429, "Too many requests of one client"),
  FAILED(500, "The request failed"),
  UNREACHABLE(503, "The archive cannot be reached"),
  BUSY(503, "Too many requests are under way"),
  STOPPING(503, "The server is stopping"),
  UNDECIDED(503, "The access token cannot be judged now"),
  TOO_SLOW(504, "The request took too long");

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

  /// Names the kind, for programs; it leads nowhere.
  public String type() {
    return "urn:dossier:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
