package org.dossier.archive;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.Span;

/// An accumulator that fills passages with the sentences of one text, added in reading order.
final class PassageBuilder {
  static final int MAX_WORDS = 150;

  /// A limit for text without spaces between its words.
  static final int MAX_CHARACTERS = 1_200;

  /// The largest articles have a third as many passages. Each passage is indexed and embedded with
  /// the title, so a text that consisted only of interruptions would otherwise cost hundreds of
  /// times its size.
  static final int MAX_INTERRUPTED = 5_000;

  private final String text;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Span> sentences = new ArrayList<>();
  private int words;

  PassageBuilder(String text) {
    this.text = text;
  }

  void add(Span sentence) {
    int more = words(sentence);
    if (!sentences.isEmpty() && (overflows(sentence, more) || shouldEndWithParagraph(sentence))) {
      endPassage();
    }
    sentences.add(sentence);
    words += more;
  }

  /// Marks an interruption by boilerplate: the next sentence begins a new passage, unless there are
  /// already [#MAX_INTERRUPTED].
  void interrupt() {
    if (passages.size() < MAX_INTERRUPTED) {
      endPassage();
    }
  }

  private void endPassage() {
    if (sentences.isEmpty()) {
      return;
    }
    passages.add(new Passage(passages.size(), new Span(start(), end()), sentences));
    sentences.clear();
    words = 0;
  }

  List<Passage> passages() {
    endPassage();
    return List.copyOf(passages);
  }

  private boolean overflows(Span next, int more) {
    return words + more > MAX_WORDS || next.end() - start() > MAX_CHARACTERS;
  }

  /// True if it is better to end the passage here, with its paragraph, than somewhere in the next
  /// paragraph.
  private boolean shouldEndWithParagraph(Span next) {
    boolean full = 3 * words >= 2 * MAX_WORDS || 3 * (end() - start()) >= 2 * MAX_CHARACTERS;
    return full && text.substring(end(), next.start()).indexOf('\n') >= 0;
  }

  private int start() {
    return sentences.getFirst().start();
  }

  private int end() {
    return sentences.getLast().end();
  }

  private int words(Span sentence) {
    int count = 0;
    boolean between = true;
    for (int i = sentence.start(); i < sentence.end(); i++) {
      boolean space =
          Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i));
      count += between && !space ? 1 : 0;
      between = space;
    }
    return count;
  }
}
