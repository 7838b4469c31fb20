package org.dossier.verification;

import java.util.regex.Pattern;
import org.dossier.text.sentence.SentenceSplitter;

/// Whether a statement is what a source says, word for word: all of it, or one whole sentence.
/// There is nothing to read into such a one, and no rule to misjudge it.
final class Verbatim {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private Verbatim() {}

  static boolean says(AnalyzedText claim, AnalyzedSources analyzedSources) {
    var statement = line(claim.plain());
    return analyzedSources.texts().stream()
        .map(AnalyzedText::plain)
        .anyMatch(text ->
            line(text).equals(statement)
                || SentenceSplitter.split(text).stream()
                    .anyMatch(sentence -> line(sentence.of(text)).equals(statement)));
  }

  private static String line(String plain) {
    return WHITE_SPACE.matcher(plain).replaceAll(" ").strip();
  }
}
