package org.dossier.web.check;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dossier.answer.ClaimChecker;
import org.dossier.answer.ClaimChecker.CheckedClaim;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// Verifies each sentence of a text against the archive or given sources. Thread-safe.
@Singleton
public final class TextChecker {
  /// Each sentence costs a retrieval and several verifications.
  static final int MAX_SENTENCES = 50;

  private static final Pattern MARKER = Pattern.compile("\\s*\\[[0-9]{1,3}]");

  private final ClaimChecker claimChecker;

  TextChecker(ClaimChecker claimChecker) {
    this.claimChecker = claimChecker;
  }

  /// One sentence of the text with its verdict.
  ///
  /// @param span its place in the text
  /// @param claim its words, without citation markers
  public record CheckedSentence(Span span, CheckedClaim claim) {}

  /// @param checkpoint called before each sentence; may throw to cancel
  /// @return the sentences with words, in order
  /// @throws InvalidAnswerException if the text has too many sentences
  public List<CheckedSentence> check(CheckInput.Text input, Runnable checkpoint) {
    var text = input.text();
    var sentences = SentenceSplitter.split(text);
    if (sentences.size() > MAX_SENTENCES) {
      throw new InvalidAnswerException(
          "text: has %d sentences; the limit is %d".formatted(sentences.size(), MAX_SENTENCES));
    }
    Function<String, CheckedClaim> check =
        input.sources().isEmpty() ? claimChecker::check : claimChecker.against(input.sources());
    var checked = new ArrayList<CheckedSentence>();
    for (var sentence : sentences) {
      checkpoint.run();
      var claim = MARKER.matcher(sentence.of(text)).replaceAll("").strip();
      if (claim.codePoints().anyMatch(Character::isLetterOrDigit)) {
        checked.add(new CheckedSentence(sentence, check.apply(claim)));
      }
    }
    return checked;
  }
}
