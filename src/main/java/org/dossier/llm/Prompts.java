package org.dossier.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The prompt templates, one file each: the files of `prompts/`, which are packaged with the
/// program, or files of the same names in a folder of the operator.
///
/// @param answer answers a question from evidence; placeholders `kind`, `fence`, `evidence`,
///   `asked`, `question`
/// @param answerCiting as `answer`, for a model that cites by itself; placeholders `kind`, `asked`,
///   `question`
/// @param kinds the values of `kind`: the form of the answer to each kind of question; and a
///   sentence for a question with a period, placeholder `period`
/// @param standaloneQuestion rewrites a message as a standalone question; placeholders `fence`,
///   `conversation`, `message`
/// @param check tests the connection; no placeholders
public record Prompts(
    PromptFile answer,
    PromptFile answerCiting,
    PromptSections kinds,
    PromptFile standaloneQuestion,
    PromptFile check) {
  /// The heading in `kinds` of the form of an answer to a question of an unknown kind.
  public static final String ANY = "any";

  /// The heading in `kinds` of the sentence for a question with a period.
  public static final String PERIOD = "period";

  private static final String ANSWER = "answer";
  private static final String ANSWER_CITING = "answer-citing";
  private static final String KINDS = "kinds";
  private static final String STANDALONE = "standalone";
  private static final String CHECK = "check";
  private static final List<String> NAMES =
      List.of(ANSWER, ANSWER_CITING, KINDS, STANDALONE, CHECK);
  private static final String ENDING = ".txt";

  private static final List<String> QUESTION_KINDS =
      List.of(
          ANY,
          "fact",
          "yes-no",
          "topic",
          "said",
          "why",
          "how",
          "list",
          "compare",
          "timeline",
          "latest");

  /// Reads the templates.
  ///
  /// @param folder the operator's folder; the packaged files replace those it lacks
  /// @throws InvalidModelSettingsException if a file lacks a placeholder, or the folder has a file
  ///   with the name of no prompt
  static Prompts read(Optional<Path> folder) {
    folder.ifPresent(Prompts::checkNames);
    return new Prompts(
        PromptFile.parse(
            ANSWER,
            content(ANSWER, folder),
            Set.of("kind", "fence", "evidence", "asked", "question")),
        PromptFile.parse(
            ANSWER_CITING, content(ANSWER_CITING, folder), Set.of("kind", "asked", "question")),
        PromptSections.parse(KINDS, content(KINDS, folder), headings()),
        PromptFile.parse(
            STANDALONE, content(STANDALONE, folder), Set.of("fence", "conversation", "message")),
        PromptFile.parse(CHECK, content(CHECK, folder), Set.of()));
  }

  /// The headings of `kinds`, each with its placeholders.
  private static Map<String, Set<String>> headings() {
    var headings = new HashMap<String, Set<String>>();
    QUESTION_KINDS.forEach(kind -> headings.put(kind, Set.of()));
    headings.put(PERIOD, Set.of(PERIOD));
    return headings;
  }

  /// The versions of all files, to show operators which are in use.
  public List<String> versions() {
    return List.of(
        answer.version(),
        answerCiting.version(),
        kinds.version(),
        standaloneQuestion.version(),
        check.version());
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
