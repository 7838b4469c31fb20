package org.dossier.web.json;

import java.util.List;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.verification.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The verdicts on the statements of an answer, or on the sentences of a text.
@Schema(name = "Check", description = "The verdicts on an answer or a text.")
public record CheckJson(
    @Schema(description = "The number of supported statements.") int supported,
    @Schema(description = "The number of statements.") int of,
    List<CheckedJson> statements) {

  public static CheckJson of(List<CheckedJson> statements) {
    int supported = (int) statements.stream().filter(CheckedJson::supported).count();
    return new CheckJson(supported, statements.size(), statements);
  }

  /// One statement with its verdict.
  @Schema(name = "CheckedStatement", description = "A statement with its verdict.")
  public record CheckedJson(
      String text,
      @Schema(description = "The start of the sentence in the text; null for a given statement.")
          @Nullable Integer start,
      @Schema(description = "The end of the sentence in the text, exclusive.")
          @Nullable Integer end,
      @Schema(description = "The numbers of the sources that it cites; empty for a text.")
          List<Integer> citations,
      boolean supported,
      @Schema(description = "The degree of support, 0 to 1.") double support,
      @Schema(
              description =
                  "The first violated rule: length, markup, source, quotation, number, date, name,"
                      + " roles, negation or meaning; null if the statement is supported.")
          @Nullable String reason,
      @Schema(description = "What violates the rule, for people.") @Nullable String detail,
      @Schema(
              description =
                  "The sentences of the archive, or of the sources given with a text, that support it,"
                      + " or else the one that comes nearest; empty for a given statement.")
          List<FoundJson> found) {

    /// @param span its place in a text; `null` for a given statement
    public static CheckedJson of(
        String text,
        @Nullable Span span,
        List<Integer> citations,
        Verdict verdict,
        List<FoundJson> found) {
      var unsupported = verdict instanceof Verdict.Unsupported u ? u : null;
      return new CheckedJson(
          text,
          span == null ? null : span.start(),
          span == null ? null : span.end(),
          citations,
          unsupported == null,
          verdict.support(),
          unsupported == null ? null : unsupported.reason().label(),
          unsupported == null ? null : unsupported.detail(),
          found);
    }
  }

  /// A sentence of the archive or of a given source.
  @Schema(
      name = "FoundSentence",
      description = "A sentence of one version of an article, or of a given source.")
  public record FoundJson(
      @Schema(description = "The number of the given source; null for an article.")
          @Nullable Integer source,
      @Nullable ArticleJson article,
      @Schema(description = "The text of the version or the source from start to end.")
          String quote,
      int start,
      int end,
      @Schema(
              description =
                  "The path of the article page with the sentence marked; null for a given source.")
          @Nullable String link) {

    /// @param source a given source, whose id is its number
    public static FoundJson ofGiven(Article source, Span span) {
      return new FoundJson(
          Integer.valueOf(source.id()),
          null,
          span.of(source.text()),
          span.start(),
          span.end(),
          null);
    }

    public static FoundJson of(ArticleVersion source, Span span) {
      return new FoundJson(
          null,
          ArticleJson.of(source),
          span.of(source.article().text()),
          span.start(),
          span.end(),
          Links.cited(source, span));
    }
  }
}
