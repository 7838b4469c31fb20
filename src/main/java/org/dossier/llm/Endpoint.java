package org.dossier.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Address and credentials of an LLM.
///
/// @param choice provider and name of the model
/// @param address the base URL, to which the paths of the provider's API are appended
/// @param key the API key; empty if none is needed
/// @param headers additional request headers, by name
record Endpoint(ModelSpec choice, URI address, Optional<ApiKey> key, Map<String, String> headers) {
  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]+)\\s*:\\s*([\\x20-\\x7e]+)");

  Endpoint {
    headers = Map.copyOf(headers);
  }

  /// The endpoint of the selected model.
  ///
  /// @throws InvalidModelSettingsException if a setting is invalid; names the setting
  static Endpoint of(ModelSpec choice, ModelConfig config, Map<String, String> environment) {
    return new Endpoint(
        choice,
        address(choice.provider(), config),
        ApiKey.find(choice.provider(), environment),
        headers(config.headers().orElse(List.of())));
  }

  private static URI address(Provider provider, ModelConfig config) {
    var written =
        config
            .baseUrl()
            .map(String::strip)
            .filter(address -> !address.isEmpty())
            .or(provider::defaultAddress)
            .orElseThrow(() ->
                new InvalidModelSettingsException(
                    "dossier.model.base-url",
                    "‘%s’ has no default address: set one such as http://127.0.0.1:8000/v1"
                        .formatted(provider.label())));
    return check(written.replaceFirst("/+$", ""));
  }

  private static URI check(String written) {
    try {
      var address = new URI(written);
      var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      boolean plain = address.getRawQuery() == null && address.getRawFragment() == null;
      if ((scheme.equals("http") || scheme.equals("https"))
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && plain) {
        return address;
      }
    } catch (URISyntaxException _) {
      // Rejected below, without the address in the message, because it may contain a secret.
    }
    throw new InvalidModelSettingsException(
        "dossier.model.base-url",
        "must be an http or https address such as http://127.0.0.1:8000/v1, without user, query and fragment");
  }

  private static Map<String, String> headers(List<String> written) {
    var headers = new LinkedHashMap<String, String>();
    for (var line : written) {
      var header = HEADER.matcher(line.strip());
      if (!header.matches()) {
        throw new InvalidModelSettingsException(
            "dossier.model.headers",
            "header %d must have the form ‘NAME: VALUE’ in ASCII".formatted(headers.size() + 1));
      }
      headers.put(header.group(1), header.group(2));
    }
    return headers;
  }

  /// Contains no secret.
  @Override
  public String toString() {
    return choice + " at " + address;
  }
}
