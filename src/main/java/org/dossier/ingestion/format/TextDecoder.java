package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A strict decoder of bytes into text: characters are never guessed and never replaced.
final class TextDecoder {
  private static final int HEAD = 4_096;
  private static final Pattern DECLARED =
      Pattern.compile(
          "<(?:meta\\b[^>]*?\\bcharset|\\?xml\\b[^>]*?\\bencoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
          Pattern.CASE_INSENSITIVE);

  private TextDecoder() {}

  /// The text of `bytes` in UTF-8, or in UTF-16 if they begin with its byte order mark; line ends
  /// become `\n`.
  ///
  /// @throws RejectedArticleException for other encodings, binary content and empty input
  static String text(byte[] bytes) throws RejectedArticleException {
    return text(bytes, UTF_8, "save it as UTF-8");
  }

  /// One line in UTF-8, which may be blank.
  ///
  /// @param line its number
  static String utf8(byte[] bytes, int line) throws RejectedArticleException {
    try {
      return withoutMark(strict(bytes, 0, UTF_8, "save the file as UTF-8"));
    } catch (RejectedArticleException e) {
      throw new RejectedArticleException(line, null, e.reason());
    }
  }

  /// Like [#text(byte\[\])], but input that is not UTF-8 is decoded in the encoding that the page
  /// declares.
  static String html(byte[] bytes) throws RejectedArticleException {
    try {
      return text(bytes);
    } catch (RejectedArticleException notUtf8) {
      var declared = findDeclared(bytes);
      if (declared.isEmpty() || declared.get().equals(UTF_8)) {
        throw notUtf8;
      }
      return text(bytes, declared.get(), "as the page declares");
    }
  }

  private static String text(byte[] bytes, Charset charset, String hint)
      throws RejectedArticleException {
    if (bytes.length == 0) {
      throw new RejectedArticleException(0, null, "is empty");
    }
    int first = bytes[0] & 0xff;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    String text;
    if (first == 0xfe && second == 0xff) {
      text = strict(bytes, 2, UTF_16BE, hint);
    } else if (first == 0xff && second == 0xfe) {
      text = strict(bytes, 2, UTF_16LE, hint);
    } else {
      rejectBinary(bytes);
      text = strict(bytes, 0, charset, hint);
    }
    text = withoutMark(text);
    if (text.isBlank()) {
      throw new RejectedArticleException(0, null, "is empty");
    }
    return withPlainLineEnds(text);
  }

  static String withPlainLineEnds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String strict(byte[] bytes, int from, Charset charset, String hint)
      throws RejectedArticleException {
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var out = CharBuffer.allocate((int) Math.ceil(in.remaining() * decoder.maxCharsPerByte()));
    if (decoder.decode(in, out, true).isError()) {
      int at = in.position();
      throw new RejectedArticleException(
          lineOf(bytes, at),
          null,
          String.format(
              Locale.ROOT, "is not %s: byte %,d is 0x%02x; %s", charset, at, bytes[at], hint));
    }
    decoder.flush(out);
    return out.flip().toString();
  }

  private static void rejectBinary(byte[] bytes) throws RejectedArticleException {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new RejectedArticleException(
            0, null, String.format(Locale.ROOT, "is not text: byte %,d is NUL", i));
      }
    }
  }

  private static int lineOf(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      boolean lone = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
      if (bytes[i] == '\n' || lone) {
        line++;
      }
    }
    return line;
  }

  private static Optional<Charset> findDeclared(byte[] bytes) {
    var head = new String(Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)), ISO_8859_1);
    var matcher = DECLARED.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    // Pages that declare Latin-1 use Windows-1252; the WHATWG Encoding Standard requires this, and
    // every browser does it.
    var name = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      return Optional.of(
          Charset.forName(name.matches("iso-?8859-1|latin1|us-ascii") ? "windows-1252" : name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
