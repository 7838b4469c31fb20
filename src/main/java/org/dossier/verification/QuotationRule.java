package org.dossier.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.TextNormalizer;

/// The rule for quotations. Words in quotation marks must occur in one of the sources word for
/// word. The pieces between ellipses and bracketed additions must occur in their order.
final class QuotationRule implements Rule {
  private static final Pattern QUOTATION = Pattern.compile("\"([^\"]*+)(?:\"|$)");
  private static final Pattern SINGLE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])'([^'\"]*+(?:(?<=\\p{L})'(?=\\p{L})[^'\"]*+)*+)'(?![\\p{L}\\p{N}])");
  private static final Pattern OMISSION = Pattern.compile("\\.\\.\\.+|\\[[^\\]]*+]|…");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  /// The number of words that an ellipsis may omit.
  private static final int MAX_OMITTED_WORDS = 15;

  /// Words that begin another statement, or reverse it.
  private static final Set<String> JOINING =
      Set.of(
          "that",
          "which",
          "who",
          "but",
          "because",
          "although",
          "while",
          "if",
          "unless",
          "not",
          "no",
          "never",
          "cannot",
          "nor",
          "said");

  private static final Pattern EDGE =
      Pattern.compile("^[\\s.,;:!?'\"()–-]++|(?<![\\s.,;:!?'\"()–-])[\\s.,;:!?'\"()–-]++$");

  @Override
  public Optional<Violation> findViolation(
      AnalyzedText statement, AnalyzedSources analyzedSources) {
    var unknown =
        quotations(statement.plain()).stream()
            .filter(quotation ->
                analyzedSources.texts().stream()
                    .noneMatch(text -> contains(text.plain(), quotation)))
            .findFirst()
            .map(quotation ->
                new Violation(
                    Reason.QUOTATION, "no source has the words “%s”".formatted(quotation)));
    return unknown.or(() -> QuotationContext.findViolation(statement, analyzedSources));
  }

  static List<String> quotations(String plain) {
    var quotations = new ArrayList<String>();
    for (var pattern : List.of(QUOTATION, SINGLE)) {
      pattern
          .matcher(plain)
          .results()
          .map(result -> result.group(1).strip())
          .filter(words -> !trimmed(words).isEmpty())
          .forEach(quotations::add);
    }
    return quotations;
  }

  private static boolean contains(String text, String quotation) {
    var folded = " " + words(text) + " ";
    int at = 0;
    for (var piece : OMISSION.split(quotation, -1)) {
      var quoted = words(trimmed(piece));
      if (quoted.isEmpty()) {
        continue;
      }
      int found = folded.indexOf(" " + quoted + " ", at);
      if (found < 0 || (at > 0 && joinsStatements(folded.substring(at, found)))) {
        return false;
      }
      at = found + quoted.length();
    }
    return true;
  }

  /// True if the omitted words are more than a few, or such that the pieces before and after them
  /// belong to different statements.
  private static boolean joinsStatements(String omitted) {
    var words = WHITE_SPACE.splitAsStream(omitted.strip()).toList();
    return words.size() > MAX_OMITTED_WORDS || words.stream().anyMatch(JOINING::contains);
  }

  /// The words and digits alone, so that neither punctuation nor nested quotation marks make a
  /// difference. Punctuation within a number remains.
  static String words(String plain) {
    return TextNormalizer.folded(plain)
        .replaceAll("(?<!\\p{L})'|'(?!\\p{L})", "")
        .replaceAll("(?<!\\p{N})[.,]|[.,](?!\\p{N})|[;:!?()\\[\\]–]", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String trimmed(String words) {
    return EDGE.matcher(words).replaceAll("");
  }
}
