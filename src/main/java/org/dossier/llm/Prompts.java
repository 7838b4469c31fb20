package org.dossier.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The prompt templates, one file each: the files of `prompts/`, which are packaged with the
/// program, or files of the same names in a folder of the operator.
///
/// @param answer answers a question from evidence; placeholders `fence`, `evidence`, `asked`,
///   `question`
/// @param answerCiting as `answer`, for a model that cites by itself; placeholders `asked`,
///   `question`
/// @param standaloneQuestion rewrites a message as a standalone question; placeholders `fence`,
///   `conversation`, `message`
/// @param check tests the connection; no placeholders
public record Prompts(
    PromptFile answer, PromptFile answerCiting, PromptFile standaloneQuestion, PromptFile check) {
  private static final String ANSWER = "answer";
  private static final String ANSWER_CITING = "answer-citing";
  private static final String STANDALONE = "standalone";
  private static final String CHECK = "check";
  private static final List<String> NAMES = List.of(ANSWER, ANSWER_CITING, STANDALONE, CHECK);
  private static final String ENDING = ".txt";

  /// Reads the templates.
  ///
  /// @param folder the operator's folder; the packaged files replace those it lacks
  /// @throws InvalidModelSettingsException if a file lacks a placeholder, or the folder has a file
  ///   with the name of no prompt
  static Prompts read(Optional<Path> folder) {
    folder.ifPresent(Prompts::checkNames);
    return new Prompts(
        PromptFile.parse(
            ANSWER, content(ANSWER, folder), Set.of("fence", "evidence", "asked", "question")),
        PromptFile.parse(
            ANSWER_CITING, content(ANSWER_CITING, folder), Set.of("asked", "question")),
        PromptFile.parse(
            STANDALONE, content(STANDALONE, folder), Set.of("fence", "conversation", "message")),
        PromptFile.parse(CHECK, content(CHECK, folder), Set.of()));
  }

  /// All templates, to show operators which are in use.
  public List<PromptFile> all() {
    return List.of(answer, answerCiting, standaloneQuestion, check);
  }

  /// Rejects unknown file names, because with a misspelt name the packaged prompt would silently
  /// stay in use.
  private static void checkNames(Path folder) {
    try (var files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .filter(name -> !NAMES.contains(name.substring(0, name.length() - ENDING.length())))
          .findFirst()
          .ifPresent(name -> {
            throw new InvalidModelSettingsException(
                "dossier.model.prompts",
                "%s is not a prompt; the prompts are %s (.txt)"
                    .formatted(name, String.join(", ", NAMES)));
          });
    } catch (IOException _) {
      throw new InvalidModelSettingsException(
          "dossier.model.prompts", "%s is not a readable folder".formatted(folder));
    }
  }

  private static String content(String name, Optional<Path> folder) {
    var own = folder.map(path -> path.resolve(name + ENDING)).filter(Files::exists);
    try {
      return own.isPresent() ? Files.readString(own.get()) : readShipped(name);
    } catch (IOException e) {
      throw new InvalidModelSettingsException(
          "dossier.model.prompts", "%s cannot be read as UTF-8".formatted(own.orElseThrow()));
    }
  }

  private static String readShipped(String name) {
    var resource = "/prompts/" + name + ENDING;
    try (var stream = Prompts.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("missing resource: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
