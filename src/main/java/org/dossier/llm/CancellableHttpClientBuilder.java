package org.dossier.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;
import java.util.List;

/// Gives LangChain4j the HTTP client of one call. Timeouts set by LangChain4j are ignored, because
/// the reader of the stream enforces the time limits.
///
/// @param http the client of the call
/// @param evidence the documents that the model may cite by itself; possibly empty
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
