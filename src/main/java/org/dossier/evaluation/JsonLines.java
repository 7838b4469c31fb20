package org.dossier.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// A file of JSON objects, one per line, plain or gzipped, in UTF-8; blank lines are skipped.
///
/// @param file its path
public record JsonLines(Path file) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  /// A consumer of the objects, in the order of the file.
  public interface Reader {
    /// @param number its line number, from 1
    void object(int number, JsonNode object);
  }

  /// Reads the file to its end.
  ///
  /// @throws InvalidQuestionSetException naming the line if a line cannot be read
  public void read(Reader reader) throws IOException {
    try (var lines = open()) {
      int number = 1;
      for (var line = next(lines, number); line != null; line = next(lines, ++number)) {
        if (!line.isBlank()) {
          reader.object(number, object(line, number));
        }
      }
    }
  }

  /// Decodes strictly: input that is not UTF-8 is an error of the file, not a question mark in a
  /// question.
  private BufferedReader open() throws IOException {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    return new BufferedReader(new InputStreamReader(unpack(), decoder));
  }

  private InputStream unpack() throws IOException {
    var bytes = new BufferedInputStream(Files.newInputStream(file));
    try {
      bytes.mark(2);
      boolean gzipped = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
      bytes.reset();
      return gzipped ? new GZIPInputStream(bytes) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private @Nullable String next(BufferedReader lines, int number) throws IOException {
    try {
      var line = lines.readLine();
      return number == 1 && line != null && line.startsWith("\uFEFF") ? line.substring(1) : line;
    } catch (CharacterCodingException e) {
      throw new InvalidQuestionSetException(file, "is not UTF-8, near line " + number);
    } catch (ZipException | EOFException e) {
      throw new InvalidQuestionSetException(
          file, "cannot be decompressed, near line %d: %s".formatted(number, e.getMessage()));
    }
  }

  private JsonNode object(String line, int number) {
    try {
      var node = JSON.readTree(line);
      if (!node.isObject()) {
        throw new InvalidQuestionSetException(file, number, "is not a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new InvalidQuestionSetException(file, number, "is not JSON: " + e.getOriginalMessage());
    }
  }
}
