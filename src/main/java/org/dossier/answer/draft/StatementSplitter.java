package org.dossier.answer.draft;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.WhiteSpace;
import org.dossier.text.sentence.SentenceSplitter;

/// Splits the output of an LLM into statements, and returns each as soon as its end is certain: at
/// the end of its line, or when the next sentence has begun. A marker belongs to the sentence that
/// contains or precedes it. A marker at the beginning of a line belongs to the sentence after it.
///
/// Pieces may be cut anywhere, even inside a marker. For use by one thread.
public final class StatementSplitter {
  /// A line of this length or more may be hard-wrapped; a shorter one was ended deliberately.
  private static final int BROKEN_LINE = 60;

  /// A text of this length without an end is not a statement; the rest of its line is dropped too.
  private static final int LONGEST = 1_000;

  private final ReasoningFilter reasoningFilter = new ReasoningFilter();
  private final StringBuilder open = new StringBuilder();
  private final List<DraftStatement> ready = new ArrayList<>();
  private int lineLength;
  private boolean overlong;

  /// The statements that `piece` completes, possibly none.
  public List<DraftStatement> read(String piece) {
    take(reasoningFilter.read(piece));
    handOut(false);
    return drain();
  }

  /// The statements that only the end of the input completes.
  ///
  /// @param whole true if the LLM ended by itself; otherwise an unfinished statement is dropped
  public List<DraftStatement> end(boolean whole) {
    take(reasoningFilter.end());
    handOut(whole || isEnded(open.toString()));
    open.setLength(0);
    return drain();
  }

  private void take(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (!overlong) {
        // Any other line break counts as a space: whether a line was long would depend on where
        // reading began.
        open.append(WhiteSpace.endsLine(c) ? ' ' : c);
        lineLength++;
        shorten();
      }
    }
  }

  private void shorten() {
    if (open.length() > LONGEST) {
      handOut(false);
    }
    if (open.length() > LONGEST) {
      open.setLength(0);
      overlong = true;
    }
  }

  private void endLine() {
    if (lineLength < BROKEN_LINE || isEnded(open.toString())) {
      handOut(true);
    } else {
      open.append(' ');
    }
    lineLength = 0;
    overlong = false;
  }

  /// Adds the statements of the open text whose end is certain; all of them if `ended`.
  private void handOut(boolean ended) {
    int known = ended ? open.length() : CitationMarkerParser.half(open.toString());
    var citationMarkerParser = CitationMarkerParser.of(open.substring(0, known));
    var sentences = SentenceSplitter.split(citationMarkerParser.words());
    int certain =
        ended
            ? sentences.size()
            : SentenceSplitter.settled(citationMarkerParser.words(), sentences);
    if (certain == 0 && !ended) {
      return;
    }
    for (int i = 0; i < certain; i++) {
      int next =
          i + 1 < sentences.size()
              ? sentences.get(i + 1).start()
              : citationMarkerParser.words().length();
      // A marker at the beginning of a line belongs to the sentence after it.
      int start = i == 0 ? -1 : sentences.get(i).start();
      var numbers = citationMarkerParser.between(start, next);
      MarkdownStripper.of(sentences.get(i).of(citationMarkerParser.words()))
          .ifPresent(words -> ready.add(new DraftStatement(words, numbers)));
    }
    open.delete(
        0, ended ? open.length() : citationMarkerParser.origin(sentences.get(certain).start()));
  }

  private List<DraftStatement> drain() {
    var drained = List.copyOf(ready);
    ready.clear();
    return drained;
  }

  /// True if the words end with a sentence terminator or a marker.
  private static boolean isEnded(String words) {
    var stripped = words.strip();
    if (stripped.isEmpty()) {
      return true;
    }
    return ".!?…:;。؟！？]】\"”’»)".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }
}
