package org.dossier.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What models are told, one file each: those of `prompts/`, which travel with the program, or
/// those of the same names in a folder of the user's.
///
/// @param answer an answer from evidence; parts `fence`, `evidence`, `asked`, `question`
/// @param answerCiting the same for a model that cites evidence by itself; parts `asked`,
///   `question`
/// @param standAlone a stand-alone question from a conversation; parts `fence`, `conversation`,
///   `message`
/// @param check whether it can be reached; no parts
public record Prompts(
    PromptFile answer, PromptFile answerCiting, PromptFile standAlone, PromptFile check) {
  private static final String ANSWER = "answer";
  private static final String ANSWER_CITING = "answer-citing";
  private static final String STAND_ALONE = "stand-alone";
  private static final String CHECK = "check";
  private static final List<String> NAMES = List.of(ANSWER, ANSWER_CITING, STAND_ALONE, CHECK);
  private static final String ENDING = ".txt";

  /// @param folder the user's; files that it does not have are the program's
  /// @throws InvalidModelSettingsException if a file lacks a part, or the folder has one that is no
  ///   prompt's
  static Prompts read(Optional<Path> folder) {
    folder.ifPresent(Prompts::checkNames);
    return new Prompts(
        PromptFile.parse(
            ANSWER, content(ANSWER, folder), Set.of("fence", "evidence", "asked", "question")),
        PromptFile.parse(
            ANSWER_CITING, content(ANSWER_CITING, folder), Set.of("asked", "question")),
        PromptFile.parse(
            STAND_ALONE, content(STAND_ALONE, folder), Set.of("fence", "conversation", "message")),
        PromptFile.parse(CHECK, content(CHECK, folder), Set.of()));
  }

  /// All of them, for people to see which are in force.
  public List<PromptFile> all() {
    return List.of(answer, answerCiting, standAlone, check);
  }

  /// A misspelt name would leave the program's own prompt in force without a word.
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
                "%s is no prompt: there are %s (.txt)".formatted(name, String.join(", ", NAMES)));
          });
    } catch (IOException _) {
      throw new InvalidModelSettingsException(
          "dossier.model.prompts", "%s is no folder that can be read".formatted(folder));
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
        throw new IllegalStateException("not in the program: " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
