package org.dossier.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import java.util.List;

/// Hands LangChain4j the one client of one call. The times that it would set are not kept: whoever
/// reads the words waits for them as long as the answer may take.
///
/// @param http the call's
/// @param evidence what the model may cite by itself, perhaps nothing
record CancellableHttpClientBuilder(CancellableHttpClient http, List<CitableDocument> evidence)
    implements HttpClientBuilder {
  @Override
  public Duration connectTimeout() {
    return Duration.ZERO;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return Duration.ZERO;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return evidence.isEmpty() ? http : new AnthropicCitationsClient(http, evidence);
  }
}
