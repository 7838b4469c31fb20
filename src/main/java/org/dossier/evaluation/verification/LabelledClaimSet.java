package org.dossier.evaluation.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.dossier.evaluation.InvalidQuestionSetException;
import org.dossier.evaluation.JsonLines;
import org.jspecify.annotations.Nullable;

/// A set of claims written and labelled by people, for measuring the verifier.
///
/// @param name its name in reports: the file's name
/// @param claims in the order of the file; never empty
public record LabelledClaimSet(String name, List<LabelledClaim> claims) {
  private static final String SUPPORTED = "supported";

  /// The kinds of claims that name none.
  private static final String WHOLLY = "wholly supported";

  private static final String NOT_WHOLLY = "partly or not supported";

  public LabelledClaimSet {
    claims = List.copyOf(claims);
    if (claims.isEmpty()) {
      throw new IllegalArgumentException("the claim set is empty: " + name);
    }
  }

  /// Reads JSON Lines, plain or gzipped: `claim`, `sentences`, `supporting` (sets of indexes into
  /// `sentences`), and `label`, of which `supported` means wholly supported and any other value
  /// means not. `kind`, `title` and `published` are optional.
  ///
  /// @throws InvalidQuestionSetException naming the file, the line and the invalid field
  public static LabelledClaimSet read(Path file) {
    var labelledClaims = new ArrayList<LabelledClaim>();
    try {
      new JsonLines(file).read((line, object) -> labelledClaims.add(claim(file, line, object)));
    } catch (IOException e) {
      throw new InvalidQuestionSetException(file, e);
    }
    if (labelledClaims.isEmpty()) {
      throw new InvalidQuestionSetException(file, "contains no claims");
    }
    return new LabelledClaimSet(String.valueOf(file.getFileName()), labelledClaims);
  }

  private static LabelledClaim claim(Path file, int line, JsonNode object) {
    for (var field : List.of("claim", "label")) {
      if (!object.path(field).isTextual()) {
        throw new InvalidQuestionSetException(file, line, field, "is not a string");
      }
    }
    for (var field : List.of("kind", "title", "published")) {
      if (object.has(field) && !object.path(field).isTextual()) {
        throw new InvalidQuestionSetException(file, line, field, "is not a string");
      }
    }
    for (var field : List.of("sentences", "supporting")) {
      if (!object.path(field).isArray()) {
        throw new InvalidQuestionSetException(file, line, field, "is not a list");
      }
    }
    var sentences = new ArrayList<String>();
    object.path("sentences").forEach(sentence -> sentences.add(sentence.asText()));
    var marked = new TreeSet<Integer>();
    object.path("supporting").forEach(set -> set.forEach(place -> marked.add(place.asInt(-1))));
    boolean supported = object.path("label").asText().equals(SUPPORTED);
    var kind = object.path("kind").asText(supported ? WHOLLY : NOT_WHOLLY);
    try {
      return new LabelledClaim(
          object.path("claim").asText(),
          sentences,
          marked,
          supported,
          kind,
          object.path("title").asText(""),
          published(file, line, object));
    } catch (IllegalArgumentException e) {
      throw new InvalidQuestionSetException(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable LocalDate published(Path file, int line, JsonNode object) {
    if (!object.has("published")) {
      return null;
    }
    try {
      return LocalDate.parse(object.path("published").asText());
    } catch (DateTimeParseException e) {
      throw new InvalidQuestionSetException(
          file, line, "published", "is not a date like 2011-11-11");
    }
  }

  /// The held-out half, which is never used for training: the second claim, the fourth and so on.
  public LabelledClaimSet heldOut() {
    return half(1);
  }

  /// The half for training: the first claim, the third and so on.
  public LabelledClaimSet trainingPart() {
    return half(0);
  }

  private LabelledClaimSet half(int remainder) {
    var half =
        IntStream.range(0, claims.size())
            .filter(i -> i % 2 == remainder)
            .mapToObj(claims::get)
            .toList();
    return new LabelledClaimSet(name, half);
  }
}
