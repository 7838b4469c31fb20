package org.dossier.archive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// The parts of a source that are not in the text of its article: words that the publisher has
/// struck out, and parts of a page that are not the story. They are shown on the page of the
/// article, they are no evidence, and they do not make a version.
///
/// @param struck in the order of the text
/// @param cut in the order of their removal
public record Omissions(List<Struck> struck, List<Cut> cut) {
  public static final Omissions NONE = new Omissions(List.of(), List.of());

  public static final int MAX_STRUCK = 200;
  public static final int MAX_CUT = 200;

  /// The maximum number of characters of each part, and of each element and reason.
  public static final int MAX_TEXT = 1_000;

  private static final String FIELD = "omissions";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  /// Words that the publisher has struck out.
  ///
  /// @param at the offset in the text of the article before which they were
  public record Struck(int at, String text) {}

  /// A part of a page that is not the story.
  ///
  /// @param element its tag, id and classes
  /// @param reason the rule that removed it
  /// @param text the beginning of its text
  public record Cut(String element, String reason, String text) {}

  /// @throws InvalidArticleException if there are too many parts, or one is too long
  public Omissions {
    struck = List.copyOf(struck);
    cut = List.copyOf(cut);
    checkCount("struck", struck.size(), MAX_STRUCK);
    checkCount("cut", cut.size(), MAX_CUT);
    struck.forEach(one -> checkText(one.text()));
    for (var one : cut) {
      checkText(one.element());
      checkText(one.reason());
      checkText(one.text());
    }
  }

  @JsonIgnore
  public boolean isEmpty() {
    return struck.isEmpty() && cut.isEmpty();
  }

  /// Reads the result of [#json].
  ///
  /// @throws InvalidArticleException if `json` has another form
  public static Omissions parse(String json) {
    try {
      return JSON.readValue(json, Omissions.class);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof InvalidArticleException invalid) {
        throw invalid;
      }
      throw new InvalidArticleException(
          FIELD,
          "must be {\"struck\": [{\"at\", \"text\"}], \"cut\": [{\"element\", \"reason\", \"text\"}]}: "
              + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse(""));
    }
  }

  /// The parts as one line of JSON.
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write omissions as JSON", e);
    }
  }

  /// Verifies that the places of struck-out words are between two characters of `text`.
  ///
  /// @throws InvalidArticleException naming the first other place
  void checkPlaces(String text) {
    for (var one : struck) {
      int at = one.at();
      boolean splits = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
      if (at < 0 || at > text.length() || splits) {
        throw new InvalidArticleException(
            FIELD,
            "struck: %d is not an offset between two characters of the text, from 0 to %d"
                .formatted(at, text.length()));
      }
    }
  }

  private static void checkCount(String name, int count, int max) {
    if (count > max) {
      throw new InvalidArticleException(
          FIELD, "%s: %d parts; the maximum is %d".formatted(name, count, max));
    }
  }

  private static void checkText(String text) {
    if (text.length() > MAX_TEXT) {
      throw new InvalidArticleException(
          FIELD, text.length() + " characters; the maximum is " + MAX_TEXT);
    }
    Article.checkCharacters(FIELD, text);
  }
}
