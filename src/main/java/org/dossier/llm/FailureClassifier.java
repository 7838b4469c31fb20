package org.dossier.llm;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import org.dossier.llm.ModelFailure.Reason;

/// Maps the exception or HTTP status of a failed call to a [ModelFailure]. Its messages contain no
/// text of the provider, which may repeat the question or the key.
public final class FailureClassifier {
  private FailureClassifier() {}

  /// The failure that an exception means.
  ///
  /// @param status HTTP status of the response, or 0 without a response
  static ModelFailure of(Throwable fault, int status) {
    if (status >= 400) {
      return ofStatus(status);
    }
    if (caused(fault, ConnectException.class)
        || caused(fault, UnknownHostException.class)
        || caused(fault, UnresolvedAddressException.class)
        || caused(fault, HttpConnectTimeoutException.class)) {
      return new ModelFailure(Reason.UNREACHABLE, "no server answers at the address");
    }
    if (caused(fault, IOException.class) && !caused(fault, "com.fasterxml.jackson.")) {
      return status == 0
          ? new ModelFailure(Reason.UNREACHABLE, "the connection was lost before the response")
          : new ModelFailure(Reason.TRUNCATED, "the connection was lost during the response");
    }
    var kind = fault.getClass().getSimpleName();
    return new ModelFailure(
        Reason.INVALID_RESPONSE, "the response cannot be parsed (" + kind + ")");
  }

  private static ModelFailure ofStatus(int status) {
    return switch (status) {
      case 401, 403 -> failure(Reason.REFUSED, status, "the key is missing, wrong or not allowed");
      case 404 -> failure(Reason.UNKNOWN_MODEL, status, "the model or the path does not exist");
      case 402, 429 ->
          failure(Reason.RATE_LIMITED, status, "too many requests, or the quota is used up");
      case 408, 504 -> failure(Reason.TIMEOUT, status, "the provider timed out");
      default ->
          status >= 500
              ? failure(Reason.PROVIDER_ERROR, status, "the provider reported an error")
              : failure(Reason.REFUSED, status, "the provider refused the request");
    };
  }

  private static ModelFailure failure(Reason reason, int status, String words) {
    return new ModelFailure(reason, "%s (HTTP %d)".formatted(words, status));
  }

  private static boolean caused(Throwable fault, Class<? extends Throwable> kind) {
    return causes(fault).anyMatch(kind::isInstance);
  }

  private static boolean caused(Throwable fault, String packageName) {
    return causes(fault).anyMatch(cause -> cause.getClass().getName().startsWith(packageName));
  }

  /// The exception, its cause, the cause of that, and so on.
  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.iterate(fault, cause -> cause != null, Throwable::getCause).limit(20);
  }
}
