package org.dossier.verification;

import java.util.regex.Pattern;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.analysis.AnalyzedText;

/// Detects a statement that equals a source word for word: all of it, or one whole sentence. Such a
/// statement needs no interpretation, so no rule can misjudge it.
final class Verbatim {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private Verbatim() {}

  static boolean matches(AnalyzedText statement, AnalyzedSources analyzedSources) {
    var wanted = line(statement.plain());
    return analyzedSources.texts().stream()
        .map(AnalyzedText::plain)
        .anyMatch(text ->
            line(text).equals(wanted)
                || SentenceSplitter.split(text).stream()
                    .anyMatch(sentence -> line(sentence.of(text)).equals(wanted)));
  }

  private static String line(String plain) {
    return WHITE_SPACE.matcher(plain).replaceAll(" ").strip();
  }
}
