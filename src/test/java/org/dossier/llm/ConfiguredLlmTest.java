package org.dossier.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings of the LLM, and the messages for invalid ones.
class ConfiguredLlmTest {
  private static final Map<String, String> KEYS =
      Map.of(
          "OPENAI_API_KEY", "key-of-openai",
          "ANTHROPIC_API_KEY", "key-of-anthropic",
          "GEMINI_API_KEY", "key-of-gemini",
          "MISTRAL_API_KEY", "key-of-mistral");

  @Test
  void noModelIsConfiguredByDefault() {
    assertThat(models(Map.of()).chosen()).isEmpty();
    assertThat(models(Map.of("dossier.model", " None ")).chosen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ollama:llama3.2:1b,       http://127.0.0.1:11434,                           ",
    "OpenAI:gpt-x,             https://api.openai.com/v1,                        OPENAI_API_KEY",
    "anthropic:claude-x,       https://api.anthropic.com/v1,                     ANTHROPIC_API_KEY",
    "gemini:gemini-x,          https://generativelanguage.googleapis.com/v1beta, GEMINI_API_KEY",
    "mistral:mistral-x,        https://api.mistral.ai/v1,                        MISTRAL_API_KEY"
  })
  void oneSettingSelectsProviderAndModel(String choice, String address, String variable) {
    var model = models(Map.of("dossier.model", choice)).chosen().orElseThrow();

    assertThat(model.name()).isEqualToIgnoringCase(choice);
    assertThat(model.address()).hasToString(address);
    assertThat(model.keyVariable().orElse(null)).isEqualTo(variable);
  }

  @Test
  void openAiCompatibleServerGetsNoOpenAiKey() {
    var settings =
        Map.of(
            "dossier.model", "openai-compatible:org/model:q4",
            "dossier.model.base-url", "http://127.0.0.1:8000/v1/");

    var model = models(settings).chosen().orElseThrow();

    assertThat(model.name()).isEqualTo("openai-compatible:org/model:q4");
    assertThat(model.address()).hasToString("http://127.0.0.1:8000/v1");
    assertThat(model.keyVariable()).isEmpty();
  }

  @Test
  void dossierKeyTakesPrecedence() {
    var keys = new HashMap<>(KEYS);
    keys.put("DOSSIER_MODEL_API_KEY", "mine");

    var model =
        ConfiguredLlm.of(
            ModelSettings.of(Map.of("dossier.model", "openai:m")), keys, ModelMeter.NONE);

    assertThat(model.chosen().orElseThrow().keyVariable()).contains("DOSSIER_MODEL_API_KEY");
  }

  @Test
  void keyAndHeadersAreNotDisclosed() {
    var key = ApiKey.find(Provider.OPENAI, KEYS).orElseThrow();
    var config =
        ModelSettings.of(
            Map.of("dossier.model", "openai:m", "dossier.model.headers", "X-Token: hidden-too"));
    var endpoint = Endpoint.of(ModelSpec.parse("openai:m").orElseThrow(), config, KEYS);

    assertThat(key.toString() + endpoint).doesNotContain("key-of-openai", "hidden-too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dossier.model                 | llama3.2                   | PROVIDER:NAME
          dossier.model                 | lama:llama3.2              | ollama, openai-compatible, openai
          dossier.model                 | ollama:                    | is empty
          dossier.model                 | openai-compatible:m        | dossier.model.base-url
          dossier.model.base-url        | localhost:11434            | http or https
          dossier.model.base-url        | http://me:pass@host/v1     | without user
          dossier.model.base-url        | http://host/v1?key=abc     | query
          dossier.model.temperature     | 2.5                        | from 0 to 2
          dossier.model.max-tokens      | 3                          | at least 16
          dossier.model.context-budget  | 10                         | at least 100
          dossier.model.max-concurrent-calls   | 0                          | at least 1
          dossier.model.circuit-breaker.failure-threshold        | 0                          | at least 1
          dossier.model.first-statement-timeout | 0s                         | greater than zero
          dossier.model.total-timeout         | 1s                         | dossier.model.first-statement-timeout
          dossier.model.headers         | no colon                   | NAME: VALUE
          dossier.model.prompts         | /there/is/no/such/folder   | not a readable folder
          """)
  void invalidSettingIsNamedWithARemedy(String setting, String value, String message) {
    var settings = new HashMap<>(Map.of("dossier.model", "ollama:m"));
    settings.put(setting, value);

    assertThatThrownBy(() -> models(settings))
        .isInstanceOf(InvalidModelSettingsException.class)
        .hasMessageContaining(setting)
        .hasMessageContaining(message)
        .hasMessageNotContainingAny("pass@", "abc");
  }

  @ParameterizedTest
  @CsvSource({
    "openai, OPENAI_API_KEY",
    "anthropic, ANTHROPIC_API_KEY",
    "gemini, GEMINI_API_KEY",
    "mistral, MISTRAL_API_KEY"
  })
  void hostedModelRequiresAKey(String provider, String variable) {
    var config = ModelSettings.of(Map.of("dossier.model", provider + ":m"));

    assertThatThrownBy(() -> ConfiguredLlm.of(config, Map.of(), ModelMeter.NONE))
        .hasMessageContainingAll(variable, "DOSSIER_MODEL_API_KEY", "environment");
  }

  @Test
  void invalidKeyIsNotDisclosed() {
    var config = ModelSettings.of(Map.of("dossier.model", "openai:m"));

    assertThatThrownBy(
            () -> ConfiguredLlm.of(config, Map.of("OPENAI_API_KEY", "se cret"), ModelMeter.NONE))
        .hasMessageContaining("OPENAI_API_KEY")
        .hasMessageNotContaining("cret");
  }

  // Prompts

  @Test
  void packagedPromptsAreValid() {
    var prompts = models(Map.of("dossier.model", "ollama:m")).chosen().orElseThrow().prompts();

    assertThat(prompts.versions())
        .allMatch(version ->
            version.matches("(answer|answer-citing|kinds|standalone|check):[0-9a-f]{12}"));
  }

  @Test
  void fileOfTheSameNameReplacesAPrompt(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("answer.txt"),
        "[system]\nBe brief. {{fence}} {{kind}}\n[user]\n{{fence}}{{evidence}}{{asked}} {{ question }}\n");
    var prompts = withPrompts(folder);

    var prompt =
        prompts
            .answer()
            .fill(
                Map.of(
                    "kind", "List.",
                    "fence", "=",
                    "evidence", "[1] {{question}} $1",
                    "asked", "today",
                    "question", "What?"));

    assertThat(prompt.system()).isEqualTo("Be brief. = List.");
    assertThat(prompt.user()).isEqualTo("=[1] {{question}} $1today What?");
    assertThat(prompts.answer().version()).isNotEqualTo(shipped().answer().version());
    assertThat(prompts.standaloneQuestion()).isEqualTo(shipped().standaloneQuestion());
  }

  @Test
  void partsOfAPromptAreOneLineEach(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("kinds.txt"),
        shippedKinds().replace("[topic]\n", "[topic]\n\n  Be short,\n  and clear.\n\nDo it.\n#"));
    var kinds = withPrompts(folder).kinds();

    assertThat(kinds.fill("topic", Map.of())).startsWith("Be short, and clear. Do it. #");
    assertThat(kinds.fill(Prompts.PERIOD, Map.of("period", "2014 $1"))).contains("2014 $1");
    assertThat(kinds.version()).isNotEqualTo(shipped().kinds().version());
    assertThat(shipped().kinds().fill("fact", Map.of())).doesNotContain("\n", "[");
  }

  @ParameterizedTest
  @CsvSource({"The question is about {{period}}., in 2014", "[fact], '[fact]\n{{period}}\n'"})
  void placeholderOfAPartIsRequiredThereAndNowhereElse(
      String old, String replacement, @TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("kinds.txt"), shippedKinds().replace(old, replacement));

    assertThatThrownBy(() -> withPrompts(folder))
        .isInstanceOf(InvalidModelSettingsException.class)
        .hasMessageContaining("kinds.txt")
        .hasMessageContaining("{{period}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer.txt | [system] x                                        | [user]
          answer.txt | [system]¶x¶[user]¶{{fence}} {{evidence}}          | {{question}}
          check.txt  | [system]¶x¶[user]¶{{name}}                        | {{name}}
          answer-citing.txt | [system]¶x¶[user]¶{{fence}} {{asked}} {{question}} | {{fence}}
          answer.txt | [system]¶x¶[user]¶{{fence}}{{evidence}}{{asked}}{{question}} | {{kind}}
          kinds.txt  | [fact]¶x                                          | [timeline]
          kinds.txt  | x                                                 | heading in square brackets
          kinds.txt  | [fact]¶x¶[fact]¶y                                 | [fact] twice
          anwser.txt | x                                                 | anwser.txt is not a prompt
          """)
  void invalidPromptFailsTheStart(String file, String content, String message, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve(file), content.replace('¶', '\n'));

    assertThatThrownBy(() -> withPrompts(folder))
        .isInstanceOf(InvalidModelSettingsException.class)
        .hasMessageContaining("dossier.model.prompts")
        .hasMessageContaining(message);
  }

  private static Prompts withPrompts(Path folder) {
    var settings = Map.of("dossier.model", "ollama:m", "dossier.model.prompts", folder.toString());
    return models(settings).chosen().orElseThrow().prompts();
  }

  private static String shippedKinds() throws IOException {
    return Files.readString(Path.of("prompts/kinds.txt"));
  }

  private static Prompts shipped() {
    return models(Map.of("dossier.model", "ollama:m")).chosen().orElseThrow().prompts();
  }

  private static ConfiguredLlm models(Map<String, String> settings) {
    return ConfiguredLlm.of(ModelSettings.of(settings), KEYS, ModelMeter.NONE);
  }
}
