package org.dossier.text.sentence;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Span;

/// Finds the sentences of a text.
///
/// Unicode's rules with CLDR's abbreviations ([ParagraphSentenceSplitter]), within the paragraphs
/// of the text ([ParagraphSplitter]), and what runs on beyond all measure cut at a place that reads
/// well ([LongSentenceSplitter]).
public final class SentenceSplitter {
  private SentenceSplitter() {}

  /// The sentences of `text`, in order, without overlap, white space at their ends left out; every
  /// character that is not white space lies in exactly one.
  ///
  /// White space is Java's and Unicode's, no-break spaces included, and every line terminator.
  public static List<Span> split(String text) {
    ParagraphSentenceSplitter breaks = new ParagraphSentenceSplitter();
    List<Span> sentences = new ArrayList<>();
    for (Span paragraph : ParagraphSplitter.split(text)) {
      for (Span sentence : breaks.in(paragraph.of(text))) {
        sentences.addAll(LongSentenceSplitter.cut(text, sentence.shifted(paragraph.start())));
      }
    }
    return List.copyOf(sentences);
  }

  /// How many of the `sentences` of `text`, counted from its first, stay as they are whatever is
  /// written on behind it.
  public static int settled(String text, List<Span> sentences) {
    return new ParagraphSentenceSplitter().settled(text, sentences);
  }
}
