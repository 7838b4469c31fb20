package org.dossier.ingestion.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.format.RejectedArticleException;
import org.jspecify.annotations.Nullable;

/// A mailbox in the format mbox: messages, each after a line that begins with `From `. A faulty
/// message does not affect the others. Memory is bounded by the longest message.
final class Mailbox {
  private static final int MAX_MESSAGE = 25_000_000;
  private static final Pattern SEPARATOR = Pattern.compile("From \\S.*");
  private static final Pattern QUOTED = Pattern.compile(">+From .*");
  private static final Pattern NOT_IN_IDS = Pattern.compile("[^\\p{L}\\p{Nd}.@_+=-]");
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_HEADER_LINE = 10_000;

  private final String id;
  private final DocumentReaderMain.Results results;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean tooLong;
  private int number;

  private Mailbox(String id, DocumentReaderMain.Results results) {
    this.id = id;
    this.results = results;
  }

  /// Passes the messages of `file` to `results`. The id of each is `id` with its Message-ID.
  static void read(String id, Path file, DocumentReaderMain.Results results) throws IOException {
    var mailbox = new Mailbox(id, results);
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      boolean afterBlank = true;
      for (var line = line(in); line != null; line = line(in)) {
        afterBlank = mailbox.add(line, afterBlank);
      }
    }
    mailbox.end();
  }

  private boolean add(byte[] line, boolean afterBlank) throws IOException {
    var text =
        line.length > LONGEST_HEADER_LINE ? "" : new String(line, ISO_8859_1).stripTrailing();
    if (afterBlank && SEPARATOR.matcher(text).matches()) {
      end();
      number++;
      return false;
    }
    int skipped = QUOTED.matcher(text).matches() ? 1 : 0;
    if (message.size() + line.length > MAX_MESSAGE) {
      tooLong = true;
    } else {
      message.write(line, skipped, line.length - skipped);
    }
    return text.isEmpty() && line.length <= 2;
  }

  private void end() throws IOException {
    if (number > 0) {
      try {
        read();
      } catch (InvalidArticleException e) {
        var rejected = RejectedArticleException.of(e, 0);
        reject(rejected.field(), rejected.reason());
      } catch (RejectedArticleException e) {
        reject(e.field(), e.reason());
      } catch (RuntimeException | StackOverflowError e) {
        reject(null, "cannot be read");
      }
    }
    message.reset();
    tooLong = false;
  }

  private void read() throws IOException, RejectedArticleException {
    if (tooLong) {
      throw new RejectedArticleException(
          0, null, String.format(Locale.ROOT, "has more than %,d bytes", MAX_MESSAGE));
    }
    var parsed = MailMessage.message(message.toByteArray());
    results.article(MailMessage.article(id + "/" + name(parsed.getMessageId()), parsed));
  }

  private void reject(@Nullable String field, String reason) throws IOException {
    results.rejected(
        null, "message %d: %s%s".formatted(number, field == null ? "" : field + ": ", reason));
  }

  /// The Message-ID without brackets; the number of the message if it has none.
  private String name(@Nullable String messageId) {
    var name =
        messageId == null
            ? ""
            : NOT_IN_IDS.matcher(messageId.replaceAll("[<>\\s]", "")).replaceAll("_");
    var shortened = name.substring(0, Math.min(LONGEST_ID, name.length()));
    return shortened.matches("\\.*") ? String.valueOf(number) : shortened;
  }

  /// The next line with its end; `null` at the end of the file. A very long line is cut into parts.
  private static byte @Nullable [] line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(128);
    int c = in.read();
    while (c >= 0) {
      line.write(c);
      if (c == '\n' || line.size() > MAX_MESSAGE) {
        break;
      }
      c = in.read();
    }
    return line.size() == 0 ? null : line.toByteArray();
  }
}
