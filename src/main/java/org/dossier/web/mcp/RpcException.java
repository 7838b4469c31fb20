package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// A request that is answered with an error of JSON-RPC.
final class RpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final int PARSE_ERROR = -32700;
  static final int INTERNAL_ERROR = -32603;

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final int code;
  private final int status;
  private final transient @Nullable JsonNode data;

  private RpcException(int code, int status, String message, @Nullable JsonNode data) {
    super(message, null, false, false);
    this.code = code;
    this.status = status;
    this.data = data;
  }

  static RpcException invalidRequest(String message) {
    return new RpcException(-32600, BAD_REQUEST, message, null);
  }

  /// @param modern true for a revision that states the error by the HTTP status, too
  static RpcException unknownMethod(String method, boolean modern) {
    return new RpcException(-32601, modern ? NOT_FOUND : OK, "unknown method: " + method, null);
  }

  static RpcException invalidParams(String message) {
    return new RpcException(-32602, OK, message, null);
  }

  /// A request without the fields that every request must have.
  static RpcException malformedParams(String message) {
    return new RpcException(-32602, BAD_REQUEST, message, null);
  }

  static RpcException headerMismatch(String message) {
    return new RpcException(-32020, BAD_REQUEST, message, null);
  }

  /// @param data the supported versions and the requested one
  static RpcException unsupportedVersion(JsonNode data) {
    return new RpcException(-32022, BAD_REQUEST, "unsupported protocol version", data);
  }

  int code() {
    return code;
  }

  /// The HTTP status of the response.
  int status() {
    return status;
  }

  @Nullable JsonNode data() {
    return data;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
