package org.dossier.search;

import java.time.Duration;

/// A search engine outside of this process, and the requests that this process sent to it.
///
/// @param address for people
/// @param state "green", "yellow" or "red", as the engine reports it; "unreachable" if it does not
///   answer
/// @param requests the number of requests
/// @param failures those that got no answer, or an error of the server
/// @param time the total time of all requests
public record EngineStatus(
    String address, String state, long requests, long failures, Duration time) {
  /// The state of an engine that does not answer.
  public static final String UNREACHABLE = "unreachable";

  public boolean isReachable() {
    return !state.equals(UNREACHABLE);
  }
}
