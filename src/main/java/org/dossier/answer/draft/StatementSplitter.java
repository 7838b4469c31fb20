package org.dossier.answer.draft;

import java.util.ArrayList;
import java.util.List;
import org.dossier.text.WhiteSpace;
import org.dossier.text.sentence.SentenceSplitter;

/// Splits what a model writes into statements, each handed out as soon as it is certain where it
/// ends: at the end of its line, or where the next sentence has begun. Markers belong to the
/// sentence they stand in or behind; at the beginning of a line, to the one that follows.
///
/// Pieces may be cut anywhere, inside a marker too. For one thread.
public final class StatementSplitter {
  /// A line this long may have been broken by its writer; a shorter one was ended.
  private static final int BROKEN_LINE = 60;

  /// What has no end by then is no statement; the rest of its line goes with it.
  private static final int LONGEST = 1_000;

  private final ReasoningFilter reasoningFilter = new ReasoningFilter();
  private final StringBuilder open = new StringBuilder();
  private final List<DraftStatement> ready = new ArrayList<>();
  private int lineLength;
  private boolean overlong;

  /// The statements that `piece` brings to their ends, perhaps none.
  public List<DraftStatement> read(String piece) {
    take(reasoningFilter.read(piece));
    handOut(false);
    return drain();
  }

  /// The statements that only the end of everything ends.
  ///
  /// @param whole whether the model ended by itself; otherwise what it had not finished is left out
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
      // A marker at the beginning of a line belongs to what follows it.
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

  /// Whether the words end as a sentence or its marker does.
  private static boolean isEnded(String words) {
    var stripped = words.strip();
    if (stripped.isEmpty()) {
      return true;
    }
    return ".!?…:;。؟！？]】\"”’»)".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
  }
}
