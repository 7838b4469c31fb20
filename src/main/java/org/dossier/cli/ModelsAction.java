package org.dossier.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.GenerationStream;
import org.dossier.llm.LanguageModel;
import org.dossier.llm.ModelFailure;
import org.dossier.llm.PromptFile;

/// Says which model is chosen and tries it.
public final class ModelsAction {
  private static final int SHOWN = 60;

  private final ConfiguredLlm configuredLlm;
  private final PrintStream out;

  public ModelsAction(ConfiguredLlm configuredLlm, PrintStream out) {
    this.configuredLlm = configuredLlm;
    this.out = out;
  }

  /// Prints all that can be told of the model.
  ///
  /// @return the exit code: 0 if the model answers or none is chosen, else 1
  public int show() {
    var chosen = configuredLlm.chosen();
    if (chosen.isEmpty()) {
      out.println(
          """
          No model is chosen: answers are made of the articles' own sentences.
          Choose one with DOSSIER_MODEL, such as ollama:llama3.2; docs/models.md tells more.\
          """);
      return 0;
    }
    describe(chosen.get());
    return tryModel(chosen.get());
  }

  private void describe(LanguageModel model) {
    var prompts =
        model.prompts().all().stream().map(PromptFile::version).collect(Collectors.joining(", "));
    out.println("model    " + TerminalSanitizer.line(model.name()));
    out.println("address  " + model.address());
    out.println("key      " + model.keyVariable().map(name -> "from " + name).orElse("none"));
    out.println("prompts  " + prompts);
  }

  private int tryModel(LanguageModel model) {
    var reply = new Reply();
    try {
      model.generate(model.prompts().check().fill(Map.of()), () -> {}, reply::read);
    } catch (ModelFailure failure) {
      if (!reply.isTruncated(failure)) {
        out.println("It does not answer: " + failure.getMessage() + ".");
        return 1;
      }
    }
    out.println(
        "It answers: first words after %s, all of them after %s: “%s”"
            .formatted(
                seconds(reply.first), seconds(reply.whole), excerpt(reply.words.toString())));
    return 0;
  }

  private static String excerpt(String words) {
    var line = TerminalSanitizer.line(words);
    return line.codePointCount(0, line.length()) <= SHOWN
        ? line
        : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1_000.0);
  }

  /// The text of a reply, and the times of its first words and of its end.
  private static final class Reply {
    private final StringBuilder words = new StringBuilder();
    private Duration first = Duration.ZERO;
    private Duration whole = Duration.ZERO;

    Duration read(GenerationStream generationStream) throws ModelFailure {
      try {
        for (var piece = generationStream.next();
            piece.isPresent();
            piece = generationStream.next()) {
          if (words.isEmpty()) {
            first = generationStream.elapsed();
            generationStream.onStatementVerified();
          }
          words.append(piece.get());
        }
      } finally {
        whole = generationStream.elapsed();
      }
      return whole;
    }

    /// Whether the model wrote more than it was asked for: it answers all the same.
    boolean isTruncated(ModelFailure failure) {
      return !words.isEmpty() && failure.reason() == ModelFailure.Reason.TRUNCATED;
    }
  }
}
