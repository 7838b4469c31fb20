package org.dossier.web.openai;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// The endpoints for clients of OpenAI's API.
@ConfigMapping(prefix = "dossier.openai")
public interface OpenAiConfig {
  /// Whether every reply ends with a list of its sources in Markdown, for clients that do not show
  /// annotations. A client can also request it by a model whose name ends with `-sources`.
  @WithDefault("false")
  boolean sourceList();
}
