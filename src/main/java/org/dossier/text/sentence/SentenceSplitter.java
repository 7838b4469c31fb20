package org.dossier.text.sentence;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Span;

/// Splits a text into sentences.
///
/// Uses Unicode's rules with CLDR's abbreviations ([ParagraphSentenceSplitter]) within the
/// paragraphs of the text ([ParagraphSplitter]). Overlong sentences are cut at a place that reads
/// well ([LongSentenceSplitter]).
public final class SentenceSplitter {
  private SentenceSplitter() {}

  /// The sentences of `text`, in order, without overlap, trimmed. Every character that is not white
  /// space is in exactly one sentence.
  ///
  /// White space is that of Java and Unicode, including no-break spaces, and every line terminator.
  public static List<Span> split(String text) {
    ParagraphSentenceSplitter breaks = new ParagraphSentenceSplitter();
    List<Span> sentences = new ArrayList<>();
    for (Span paragraph : ParagraphSplitter.split(text)) {
      for (Span sentence : breaks.split(paragraph.of(text))) {
        sentences.addAll(LongSentenceSplitter.split(text, sentence.shifted(paragraph.start())));
      }
    }
    return List.copyOf(sentences);
  }

  /// The number of leading `sentences` of `text` that remain unchanged regardless of any text
  /// appended to it.
  public static int countStable(String text, List<Span> sentences) {
    return new ParagraphSentenceSplitter().countStable(text, sentences);
  }
}
