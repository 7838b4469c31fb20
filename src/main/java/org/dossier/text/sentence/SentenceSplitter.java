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
    return split(text, ParagraphSplitter.split(text));
  }

  /// Those of [#split] that overlap `place`, or else the first one: reads only their paragraphs.
  public static List<Span> splitAt(String text, Span place) {
    var paragraphs = ParagraphSplitter.split(text);
    var near = paragraphs.stream().filter(place::overlaps).toList();
    var sentences = split(text, near.isEmpty() ? paragraphs.stream().limit(1).toList() : near);
    var found = sentences.stream().filter(place::overlaps).toList();
    return found.isEmpty() ? sentences.stream().limit(1).toList() : found;
  }

  private static List<Span> split(String text, List<Span> paragraphs) {
    ParagraphSentenceSplitter breaks = new ParagraphSentenceSplitter();
    List<Span> sentences = new ArrayList<>();
    for (Span paragraph : paragraphs) {
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
