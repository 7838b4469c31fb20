package org.dossier.cli.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.llm.ConfiguredLlm;
import org.dossier.llm.GenerationStream;
import org.dossier.llm.LanguageModel;
import org.dossier.llm.ModelFailure;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/// Shows the selected chat model, and tests whether it answers.
@CommandLine.Command(
    name = "models",
    description = "Show the selected chat model, and test it with one short prompt.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the model answers, or none is selected",
      "1:the model does not answer, or a setting is invalid",
      "2:the command line is invalid"
    })
public final class ModelsCommand implements Command {
  private static final int MAX_EXCERPT = 60;

  @Mixin ModelOption model = new ModelOption();
  @Mixin CommonOptions common = new CommonOptions();

  /// The command runs in this process, alongside any server.
  @Override
  public boolean usesDataFolder() {
    return false;
  }

  @Override
  public boolean needsModels() {
    return false;
  }

  @Override
  public Map<String, String> settings() {
    var settings = Command.withoutServing(common);
    model.addTo(settings);
    if (!common.verbose) {
      // The failure is the result of this command, and is printed as such.
      settings.put("quarkus.log.category.\"org.dossier.llm\".level", "OFF");
    }
    return settings;
  }

  @Override
  public int run(CommandContext context) {
    return run(context.get(ConfiguredLlm.class), context.out());
  }

  static int run(ConfiguredLlm configuredLlm, PrintStream out) {
    var chosen = configuredLlm.chosen();
    if (chosen.isEmpty()) {
      out.println(
          """
          No model is selected: answers consist of sentences of the articles.
          To select one, set DOSSIER_MODEL, for example to ollama:llama3.2. See docs/how-to/llm.md.\
          """);
      return 0;
    }
    describe(chosen.get(), out);
    return tryModel(chosen.get(), out);
  }

  private static void describe(LanguageModel model, PrintStream out) {
    out.println("model    " + TerminalSanitizer.line(model.name()));
    out.println("address  " + model.address());
    out.println("key      " + model.keyVariable().map(name -> "from " + name).orElse("none"));
    out.println("prompts  " + String.join(", ", model.prompts().versions()));
  }

  private static int tryModel(LanguageModel model, PrintStream out) {
    try {
      var reply = model.generate(model.prompts().check().fill(Map.of()), () -> {}, Reply::of);
      out.println(
          "The model answers: first token after %s, complete after %s: “%s”"
              .formatted(seconds(reply.first), seconds(reply.whole), excerpt(reply.words)));
      return 0;
    } catch (ModelFailure failure) {
      out.println("The model does not answer: " + failure.getMessage() + ".");
      return 1;
    }
  }

  private static String excerpt(String words) {
    var line = TerminalSanitizer.line(words);
    return line.codePointCount(0, line.length()) <= MAX_EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_EXCERPT)) + "…";
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1_000.0);
  }

  private record Reply(String words, Duration first, Duration whole) {
    static Reply of(GenerationStream generationStream) throws ModelFailure {
      var words = new StringBuilder();
      var first = Duration.ZERO;
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
      } catch (ModelFailure failure) {
        // A model that exceeds the length limit is reachable all the same.
        if (words.isEmpty() || failure.reason() != ModelFailure.Reason.TRUNCATED) {
          throw failure;
        }
      }
      return new Reply(words.toString(), first, generationStream.elapsed());
    }
  }
}
