package org.dossier.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A message of the process that reads documents: a result of the requested file, or its end.
public sealed interface DocumentMessage {
  /// An article that was read, as a line that `JsonArticle` reads.
  record ReadDocument(byte[] json) implements DocumentMessage {}

  /// A document, or a message of a mailbox, that cannot be ingested.
  ///
  /// @param field the invalid field of the article; `null` if it is the whole document
  /// @param reason the problem, to be read after the field or the file: "is encrypted"
  record RejectedDocument(@Nullable String field, String reason) implements DocumentMessage {}

  /// There are no further results of the file.
  record End() implements DocumentMessage {}

  /// The maximum length of a message: a text of the maximum length, all of it escaped.
  int MAX_BYTES = 16_000_000;

  /// Writes this message.
  default void write(DataOutputStream out) throws IOException {
    switch (this) {
      case ReadDocument(var json) -> {
        out.writeByte('A');
        out.writeInt(json.length);
        out.write(json);
      }
      case RejectedDocument(var field, var reason) -> {
        out.writeByte('R');
        var bytes = ((field == null ? "" : field) + '\n' + reason).getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
      }
      case End() -> {
        out.writeByte('E');
        out.writeInt(0);
      }
    }
    out.flush();
  }

  /// Reads the next message.
  ///
  /// @throws IOException if the stream ends, or has anything else
  static DocumentMessage read(DataInputStream in) throws IOException {
    byte type = in.readByte();
    int length = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("a message of " + length + " bytes");
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("a truncated message");
    }
    return switch (type) {
      case 'A' -> new ReadDocument(bytes);
      case 'R' -> rejected(new String(bytes, UTF_8));
      case 'E' -> new End();
      default -> throw new IOException("a message of type " + type);
    };
  }

  private static RejectedDocument rejected(String text) {
    int end = text.indexOf('\n');
    var field = text.substring(0, Math.max(0, end));
    return new RejectedDocument(field.isEmpty() ? null : field, text.substring(end + 1));
  }
}
