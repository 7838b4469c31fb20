package org.dossier.answer.sentence;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// The claims that articles examine, with the verdicts on them: "The claim: The dam will burst.",
/// far below "Our rating: False". A claim without its verdict would be taken for a fact. English
/// only.
public final class FactCheck {
  private static final Pattern CLAIM =
      Pattern.compile(
          "^[*_#> ]{0,4}(?:the )?(?:claim|myth|rumou?r|fiction|allegation)s?\\b.{0,12}?:",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern VERDICT =
      Pattern.compile(
          "(?:^|(?<=[.!?] ))[*_#> ]{0,4}(?:(?:our|the) )?(?:verdict|facts?|reality|truth|rating|ruling|finding|conclusion|false|true)\\b"
              + ".{0,12}?[:.].*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /// A verdict of fewer words is explained by the sentence after it.
  private static final int MIN_WORDS = 6;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private FactCheck() {}

  /// The sentences of the verdict on the claim that `sentence` states, in reading order; empty if
  /// it states none, or if the article has no verdict on it.
  ///
  /// @param text the text of the article
  public static List<Span> verdict(String text, Span sentence) {
    var line = new Span(text.lastIndexOf('\n', sentence.start()) + 1, sentence.end());
    if (!CLAIM.matcher(line.of(text)).lookingAt()) {
      return List.of();
    }
    int end = nextClaim(text, sentence.end());
    var verdict =
        VERDICT
            .matcher(text)
            .region(sentence.end(), end)
            .useAnchoringBounds(false)
            .useTransparentBounds(true);
    return verdict.find() ? sentences(text, verdict.start(), end) : List.of();
  }

  private static int nextClaim(String text, int from) {
    var next = CLAIM.matcher(text);
    return next.find(from) ? next.start() : text.length();
  }

  private static List<Span> sentences(String text, int start, int end) {
    var spans =
        SentenceSplitter.split(text.substring(start, end)).stream()
            .map(span -> span.shifted(start))
            .limit(2)
            .toList();
    boolean isShort = SPACE.split(spans.getFirst().of(text)).length < MIN_WORDS;
    return isShort ? spans : spans.subList(0, 1);
  }
}
