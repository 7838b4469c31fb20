package org.dossier.writing;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.SentenceSplitter;
import org.dossier.text.WhiteSpace;

/// Splits what a model writes into statements, each handed out as soon as it is certain where it
/// ends: at the end of its line, or where the next sentence has begun. Markers belong to the
/// sentence they stand in or behind; at the beginning of a line, to the one that follows.
///
/// Pieces may be cut anywhere, inside a marker too. For one thread.
public final class Drafts {
  /// A line this long may have been broken by its writer; a shorter one was ended.
  private static final int BROKEN_LINE = 60;

  /// What has no end by then is no statement; the rest of its line goes with it.
  private static final int LONGEST = 1_000;

  private final Spoken spoken = new Spoken();
  private final StringBuilder open = new StringBuilder();
  private final List<Draft> ready = new ArrayList<>();
  private int lineLength;
  private boolean overlong;

  /// The statements that `piece` brings to their ends, perhaps none.
  public List<Draft> read(String piece) {
    take(spoken.read(piece));
    handOut(false);
    return drained();
  }

  /// The statements that only the end of everything ends.
  ///
  /// @param whole whether the model ended by itself; otherwise what it had not finished is left out
  public List<Draft> end(boolean whole) {
    take(spoken.end());
    handOut(whole || isEnded(open.toString()));
    open.setLength(0);
    return drained();
  }

  private void take(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '\n') {
        endLine();
      } else if (!overlong) {
        // Any other line break is a blank: whether a line was long would depend on where reading
        // began.
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

  /// Hands out what is certain of the open words; all of them if `ended`.
  private void handOut(boolean ended) {
    int known = ended ? open.length() : Marked.half(open.toString());
    var marked = Marked.of(open.substring(0, known));
    var sentences = SentenceSplitter.of(marked.words());
    int certain = ended ? sentences.size() : SentenceSplitter.settled(marked.words(), sentences);
    if (certain == 0 && !ended) {
      return;
    }
    for (int i = 0; i < certain; i++) {
      int next = i + 1 < sentences.size() ? sentences.get(i + 1).start() : marked.words().length();
      // A marker at the beginning of a line belongs to what follows it.
      int start = i == 0 ? -1 : sentences.get(i).start();
      var numbers = marked.between(start, next);
      PlainWords.of(sentences.get(i).of(marked.words()))
          .ifPresent(words -> ready.add(new Draft(words, numbers)));
    }
    open.delete(0, ended ? open.length() : marked.origin(sentences.get(certain).start()));
  }

  private List<Draft> drained() {
    var drained = List.copyOf(ready);
    ready.clear();
    return drained;
  }

  /// Whether the words end as a sentence or its marker does.
  private static boolean isEnded(String words) {
    var stripped = words.strip();
    if (stripped.isEmpty()) {
      return true;
    }
    return ".!?…:;。؟！？]】\"”’»)".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }
}
