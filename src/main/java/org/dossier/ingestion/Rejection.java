package org.dossier.ingestion;

import org.dossier.ingestion.format.RejectedArticleException;
import org.jspecify.annotations.Nullable;

/// A file, folder or article that was not ingested, with the reason.
///
/// @param file path of the file or folder, as reached from the given path
/// @param line line number, from 1; 0 if the rejection does not concern a line
/// @param field the invalid field of an article; `null` if it is the whole file or line
/// @param reason the problem, to be read after the field or the file: "is empty"
public record Rejection(String file, int line, @Nullable String field, String reason)
    implements ReadResult, WalkEntry {
  public Rejection {
    if (line < 0) {
      throw new IllegalArgumentException("a line number must not be negative: " + line);
    }
  }

  static Rejection of(String file, RejectedArticleException refused) {
    return new Rejection(file, refused.line(), refused.field(), refused.reason());
  }

  public static Rejection of(String file, String reason) {
    return new Rejection(file, 0, null, reason);
  }

  /// One line for people, safe to print: `notes/a.jsonl:17: text: is empty`.
  @Override
  public String toString() {
    var line = new StringBuilder(PrintablePath.toPrintable(file));
    if (this.line > 0) {
      line.append(':').append(this.line);
    }
    if (field != null) {
      line.append(": ").append(field);
    }
    return line.append(": ").append(PrintablePath.toPrintable(reason)).toString();
  }
}
