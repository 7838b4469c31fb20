package org.dossier.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which chat model puts answers into words, and how far it is waited for. Its key is no setting:
/// it comes from the environment only.
@ConfigMapping(prefix = "dossier.model")
public interface ModelConfig {
  /// The chat model that words answers: `none`, or `PROVIDER:NAME`. `--model` sets it.
  @WithParentName
  @WithDefault("none")
  String choice();

  /// Where it is reached, such as `http://127.0.0.1:8000/v1`; the provider's own place where not
  /// set.
  Optional<String> baseUrl();

  /// How freely it words, 0 to 2. Empty: not sent, for models that accept none but their own.
  @WithDefault("0")
  OptionalDouble temperature();

  /// How long the first statement is waited for, its checking included.
  @WithDefault("8s")
  Duration firstStatement();

  /// How long the whole answer is waited for.
  @WithDefault("20s")
  Duration timeout();

  /// How many tokens an answer may have.
  @WithDefault("800")
  int maxTokens();

  /// How many tokens of evidence it is given, by our estimate.
  @WithDefault("3000")
  int contextBudget();

  /// How many answers it may write at once; the next one is made of the articles' own sentences.
  @WithDefault("4")
  int callsAtOnce();

  /// After so many failures in a row it is left alone for a while.
  @WithDefault("3")
  int failures();

  /// For how long.
  @WithDefault("30s")
  Duration rest();

  /// Headers to send along, each `NAME: VALUE`, separated by commas. Their values are shown
  /// nowhere.
  Optional<List<String>> headers();

  /// A folder whose files replace the prompts of the same names.
  Optional<Path> prompts();
}
