package org.dossier.answer.sentence;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How well a sentence reports what someone said.
public final class ReportedSpeech {
  private static final double BY_SPEAKER = 3;
  private static final double QUOTATION = 2;
  private static final double SPEECH = 1;

  private static final Pattern QUOTATION_MARK = Pattern.compile("[\"“”«»]");
  private static final Pattern VERB =
      Pattern.compile("\\b" + Speaker.VERB + "|\\baccording to\\b", Pattern.CASE_INSENSITIVE);

  private ReportedSpeech() {}

  /// The points of a sentence: those that report words of `speaker`, or anybody's if the question
  /// names none.
  ///
  /// @param before the sentence before it; empty for the first one
  public static double points(@Nullable Speaker speaker, String sentence, String before) {
    double quoted = QUOTATION_MARK.matcher(sentence).find() ? QUOTATION : 0;
    if (speaker != null) {
      return speaker.speaksIn(sentence, before) ? BY_SPEAKER + quoted / 2 : 0;
    }
    return quoted > 0 ? quoted : VERB.matcher(sentence).find() ? SPEECH : 0;
  }
}
