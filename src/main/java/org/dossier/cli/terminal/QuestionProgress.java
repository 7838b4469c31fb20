package org.dossier.cli.terminal;

import java.util.Locale;

/// The progress of commands that ask many questions. On a terminal, it is one line that is
/// rewritten; elsewhere, it is a line per 50 questions.
public final class QuestionProgress {
  private static final int INTERVAL = 50;

  private QuestionProgress() {}

  public static void report(int asked, int all, ProgressOutput output) {
    var line = String.format(Locale.ROOT, "questions: %,d of %,d", asked, all);
    if (output.terminal().interactive()) {
      output.err().print('\r' + (asked < all ? line : " ".repeat(line.length()) + '\r'));
      output.err().flush();
    } else if (asked % INTERVAL == 0) {
      output.err().println(line);
    }
  }
}
