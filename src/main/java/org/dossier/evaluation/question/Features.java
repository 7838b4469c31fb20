package org.dossier.evaluation.question;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.answer.AnswerFeatureDump;

/// A writer of the candidates that each answer of a set was chosen from, as one JSON line per
/// question. `src/training` reads it to learn the weights of extractive answers and the reader
/// model.
public final class Features implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Writer lines;

  /// @param file an existing file is overwritten
  public Features(Path file) {
    this.file = file;
    try {
      this.lines = Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  void add(GoldQuestion gold, AnswerFeatureDump answerFeatureDump) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", gold.id());
    line.put("abstain", gold.abstain());
    line.put("features", answerFeatureDump.features());
    line.put("options", answerFeatureDump.options().stream().map(o -> option(gold, o)).toList());
    try {
      lines.write(JSON.writeValueAsString(line));
      lines.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Map<String, Object> option(GoldQuestion gold, AnswerFeatureDump.Option option) {
    var article = option.evidence().source().article();
    var line = new LinkedHashMap<String, Object>();
    line.put("article", article.id());
    line.put("title", article.title());
    line.put("passage", option.evidence().rank());
    line.put("place", option.span().start());
    line.put("text", option.text());
    line.put("holds", gold.answers().isContainedIn(List.of(option.text())));
    line.put("features", option.features());
    return line;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
