package org.dossier.web.problem;

import org.jspecify.annotations.Nullable;

/// A problem in the form that clients of MCP expect: an error of JSON-RPC.
///
/// @param id `null`, because the request was rejected before its id was read
public record RpcErrorJson(String jsonrpc, @Nullable Object id, ErrorJson error) {
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int INTERNAL_ERROR = -32603;
  private static final int FIRST_SERVER_ERROR = 500;

  /// @param data the problem
  public record ErrorJson(int code, String message, ProblemJson data) {}

  public static RpcErrorJson of(ProblemJson problem) {
    return new RpcErrorJson("2.0", null, new ErrorJson(code(problem), problem.detail(), problem));
  }

  private static int code(ProblemJson problem) {
    if (problem.type().equals(ProblemType.MALFORMED_JSON.type())) {
      return PARSE_ERROR;
    }
    return problem.status() < FIRST_SERVER_ERROR ? INVALID_REQUEST : INTERNAL_ERROR;
  }
}
