package org.dossier.llm;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// A secret that lets us use a provider. It comes from the environment and goes to the provider,
/// nowhere else: [#toString()] does not tell it.
final class ApiKey {
  /// Meant for whichever provider is chosen.
  static final String OF_ANY_PROVIDER = "DOSSIER_MODEL_API_KEY";

  private final String variable;
  private final String secret;

  private ApiKey(String variable, String secret) {
    this.variable = variable;
    this.secret = secret;
  }

  /// The key for `provider` in `environment`: the one meant for this program, else the one that the
  /// provider's own tools use.
  ///
  /// @throws InvalidModelSettingsException if the provider wants one and there is none, or it could
  ///   not be sent
  static Optional<ApiKey> find(Provider provider, Map<String, String> environment) {
    var variables = new ArrayList<String>();
    variables.add(OF_ANY_PROVIDER);
    variables.addAll(provider.keyVariables());
    for (var variable : variables) {
      var secret = environment.getOrDefault(variable, "").strip();
      if (!secret.isEmpty()) {
        return Optional.of(new ApiKey(variable, check(variable, secret)));
      }
    }
    if (provider.wantsKey()) {
      throw new InvalidModelSettingsException(
          "dossier.model",
          "‘%s’ wants a key: set %s in the environment"
              .formatted(provider.word(), String.join(" or ", variables.reversed())));
    }
    return Optional.empty();
  }

  private static String check(String variable, String secret) {
    if (secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new InvalidModelSettingsException(
          variable, "is no key: it has white space or characters beyond ASCII");
    }
    return secret;
  }

  /// The name of the variable that it came from.
  String variable() {
    return variable;
  }

  /// The secret itself, for the request's header.
  String secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "the key in " + variable;
  }
}
