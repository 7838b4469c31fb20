package org.dossier.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dossier.corpus.Article;

/// Reads content as if it stood in a file of some name.
final class Read {
  private Read() {}

  /// All that is found, in order.
  static List<Found> all(String fileName, byte[] content) {
    return all(fileName, content, IntakeLimits.DEFAULT);
  }

  static List<Found> all(String fileName, byte[] content, IntakeLimits limits) {
    var readers = new Readers(limits);
    var reader = readers.of(fileName).orElseThrow();
    var source =
        new Source(Path.of(fileName), readers.withoutEnding(fileName), content.length, reader);
    var found = new ArrayList<Found>();
    try {
      reader.read(source, new ByteArrayInputStream(content)).forEachRemaining(found::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /// The one article of a file in UTF-8.
  static Article article(String fileName, String content) {
    return article(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  static Article article(String fileName, byte[] content) {
    return switch (only(fileName, content)) {
      case Found.Piece piece -> piece.article();
      case Refusal refusal -> throw new AssertionError(refusal.toString());
    };
  }

  /// Why a file in UTF-8 is refused, as it is printed.
  static String refusal(String fileName, String content) {
    return refusal(fileName, content.getBytes(StandardCharsets.UTF_8));
  }

  static String refusal(String fileName, byte[] content) {
    return switch (only(fileName, content)) {
      case Found.Piece piece -> throw new AssertionError("was read: " + piece);
      case Refusal refusal -> refusal.toString();
    };
  }

  private static Found only(String fileName, byte[] content) {
    var found = all(fileName, content);
    if (found.size() != 1) {
      throw new AssertionError("one thing expected: " + found);
    }
    return found.getFirst();
  }
}
