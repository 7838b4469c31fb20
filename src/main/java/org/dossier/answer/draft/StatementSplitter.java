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
  private static final int MIN_WRAPPED_LENGTH = 60;

  /// A text of this length without an end is not a statement; the rest of its line is dropped too.
  private static final int MAX_LENGTH = 1_000;

  private final ReasoningFilter reasoningFilter = new ReasoningFilter();
  private final StringBuilder pending = new StringBuilder();
  private final List<DraftStatement> ready = new ArrayList<>();
  private int lineLength;
  private boolean tooLong;

  /// The statements that `piece` completes, possibly none.
  public List<DraftStatement> read(String piece) {
    append(reasoningFilter.read(piece));
    flush(false);
    return drain();
  }

  /// The statements that only the end of the input completes.
  ///
  /// @param whole true if the LLM ended by itself; otherwise an unfinished statement is dropped
  public List<DraftStatement> end(boolean whole) {
    append(reasoningFilter.end());
    flush(whole || isEnded(pending.toString()));
    pending.setLength(0);
    return drain();
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (!tooLong) {
        // Any other line break counts as a space: whether a line was long would depend on where
        // reading began.
        pending.append(WhiteSpace.isLineTerminator(c) ? ' ' : c);
        lineLength++;
        limitLength();
      }
    }
  }

  private void limitLength() {
    if (pending.length() > MAX_LENGTH) {
      flush(false);
    }
    if (pending.length() > MAX_LENGTH) {
      pending.setLength(0);
      tooLong = true;
    }
  }

  private void endLine() {
    if (lineLength < MIN_WRAPPED_LENGTH || isEnded(pending.toString())) {
      flush(true);
    } else {
      pending.append(' ');
    }
    lineLength = 0;
    tooLong = false;
  }

  /// Adds the statements of the open text whose end is certain; all of them if `ended`.
  private void flush(boolean ended) {
    int known = ended ? pending.length() : CitationMarkerParser.incompleteStart(pending.toString());
    var citationMarkerParser = CitationMarkerParser.of(pending.substring(0, known));
    var sentences = SentenceSplitter.split(citationMarkerParser.words());
    int certain =
        ended
            ? sentences.size()
            : SentenceSplitter.countStable(citationMarkerParser.words(), sentences);
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
      MarkdownStripper.strip(sentences.get(i).of(citationMarkerParser.words()))
          .ifPresent(words -> ready.add(new DraftStatement(words, numbers)));
    }
    pending.delete(
        0, ended ? pending.length() : citationMarkerParser.origin(sentences.get(certain).start()));
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
