package org.dossier.llm;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// The API key of a provider. It is read from the environment and sent only to the provider;
/// [#toString()] does not contain it.
final class ApiKey {
  /// The variable of a key for the configured provider, regardless of which one it is.
  static final String ANY_PROVIDER = "DOSSIER_MODEL_API_KEY";

  private final String variable;
  private final String secret;

  private ApiKey(String variable, String secret) {
    this.variable = variable;
    this.secret = secret;
  }

  /// The key for `provider` in `environment`: the one for this program, or else the one that the
  /// provider's own tools use.
  ///
  /// @throws InvalidModelSettingsException if the provider requires a key and none is set, or the
  ///   key cannot be sent in a header
  static Optional<ApiKey> find(Provider provider, Map<String, String> environment) {
    var variables = new ArrayList<String>();
    variables.add(ANY_PROVIDER);
    variables.addAll(provider.keyVariables());
    for (var variable : variables) {
      var secret = environment.getOrDefault(variable, "").strip();
      if (!secret.isEmpty()) {
        return Optional.of(new ApiKey(variable, check(variable, secret)));
      }
    }
    if (provider.requiresKey()) {
      throw new InvalidModelSettingsException(
          "dossier.model",
          "‘%s’ needs a key: set %s in the environment"
              .formatted(provider.label(), String.join(" or ", variables.reversed())));
    }
    return Optional.empty();
  }

  private static String check(String variable, String secret) {
    if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new InvalidModelSettingsException(
          variable, "is not a valid key: it has white space or non-ASCII characters");
    }
    return secret;
  }

  /// The name of the environment variable that the key was read from.
  String variable() {
    return variable;
  }

  /// The secret itself, for the request header.
  String secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "the key in " + variable;
  }
}
