package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;
import org.dossier.text.Mojibake;

/// A decoder of bytes into text. Valid UTF-8 is always read as UTF-8; other text is read in the
/// encoding that a page declares, otherwise in the one that is detected. Text that cannot be
/// decoded is rejected, except for single damaged bytes, which become U+FFFD as in browsers.
final class TextDecoder {
  /// At most one damaged byte in this many is replaced.
  private static final int BYTES_PER_DAMAGED = 250;

  /// Fewer bytes are too few to recognize UTF-16 without a byte order mark.
  private static final int SHORTEST_UTF16 = 64;

  /// In UTF-16 without a byte order mark, at least one character in this many is ASCII.
  private static final int CHARACTERS_PER_ASCII = 10;

  /// In it, at most one lower byte is zero for this many upper bytes, as in “Ā”.
  private static final int ZEROS_PER_OTHER = 50;

  private static final byte ESCAPE = 0x1b;
  private static final char REPLACEMENT = '\ufffd';

  private TextDecoder() {}

  /// The text of `bytes` in UTF-8, in UTF-16 with or without a byte order mark, otherwise in the
  /// detected encoding; line ends become `\n`.
  ///
  /// @throws RejectedArticleException for undetectable encodings, binary content and empty input
  static String text(byte[] bytes) throws RejectedArticleException {
    return text(bytes, false);
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
  /// declares, if it declares one.
  static String html(byte[] bytes) throws RejectedArticleException {
    return text(bytes, true);
  }

  private static String text(byte[] bytes, boolean markup) throws RejectedArticleException {
    if (bytes.length == 0) {
      throw new RejectedArticleException(0, null, "is empty");
    }
    int first = bytes[0] & 0xff;
    int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
    String text;
    if (first == 0xfe && second == 0xff) {
      text = strict(bytes, 2, UTF_16BE, "save it as UTF-8");
    } else if (first == 0xff && second == 0xfe) {
      text = strict(bytes, 2, UTF_16LE, "save it as UTF-8");
    } else {
      var unmarked = unmarkedUtf16(bytes);
      if (unmarked.isEmpty()) {
        rejectBinary(bytes);
      }
      text = unmarked.isPresent() ? unmarked.get() : decoded(bytes, markup);
    }
    text = withoutMark(text);
    if (text.isBlank()) {
      throw new RejectedArticleException(0, null, "is empty");
    }
    return Mojibake.repair(withPlainLineEnds(text));
  }

  /// The text of `bytes` in UTF-16 without a byte order mark: a tenth of its characters or more are
  /// ASCII, each with a zero as its upper byte, and hardly any lower byte is zero.
  private static Optional<String> unmarkedUtf16(byte[] bytes) {
    if (bytes.length % 2 != 0 || bytes.length < SHORTEST_UTF16) {
      return Optional.empty();
    }
    int even = 0;
    int odd = 0;
    for (int at = 0; at < bytes.length; at += 2) {
      even += bytes[at] == 0 ? 1 : 0;
      odd += bytes[at + 1] == 0 ? 1 : 0;
    }
    int least = bytes.length / 2 / CHARACTERS_PER_ASCII;
    if (Math.min(even, odd) > Math.max(even, odd) / ZEROS_PER_OTHER
        || Math.max(even, odd) < least) {
      return Optional.empty();
    }
    var text = new String(bytes, even > odd ? UTF_16BE : UTF_16LE);
    return Optional.of(text).filter(read -> read.codePoints().allMatch(TextDecoder::isText));
  }

  private static boolean isText(int character) {
    return Character.isWhitespace(character)
        || (Character.isDefined(character)
            && !Character.isISOControl(character)
            && character != REPLACEMENT);
  }

  private static String decoded(byte[] bytes, boolean markup) throws RejectedArticleException {
    var escaped = markup ? escaped(bytes) : Optional.<String>empty();
    if (escaped.isPresent()) {
      return escaped.get();
    }
    try {
      return strict(bytes, 0, UTF_8, "save it as UTF-8");
    } catch (RejectedArticleException notUtf8) {
      return other(bytes, markup, notUtf8);
    }
  }

  /// The text of `bytes` that are not UTF-8. A page that declares UTF-8 is UTF-8 with damaged bytes
  /// if it has characters that only UTF-8 has; otherwise the declaration is wrong.
  private static String other(byte[] bytes, boolean markup, RejectedArticleException notUtf8)
      throws RejectedArticleException {
    var declared = markup ? DeclaredEncoding.find(bytes) : Optional.<Charset>empty();
    if (declared.isPresent() && !declared.get().equals(UTF_8)) {
      var charset = declared.get();
      var read = lenient(bytes, charset);
      return read.isPresent() ? read.get() : strict(bytes, 0, charset, "as the page declares");
    }
    var damaged = lenient(bytes, UTF_8);
    return damaged
        .filter(TextDecoder::hasMultibyteCharacters)
        .or(() -> detected(bytes, markup))
        .or(() -> declared.isPresent() ? damaged : Optional.empty())
        .orElseThrow(() -> notUtf8);
  }

  private static Optional<String> detected(byte[] bytes, boolean markup) {
    return EncodingDetector.detect(bytes, markup).stream()
        .flatMap(charset -> readable(bytes, charset).stream())
        .findFirst();
  }

  /// The text of a page in ISO-2022-JP, whose bytes are all ASCII.
  private static Optional<String> escaped(byte[] bytes) {
    boolean escapes = false;
    for (byte b : bytes) {
      escapes |= b == ESCAPE;
    }
    return escapes
        ? DeclaredEncoding.find(bytes)
            .filter(charset -> charset.name().contains("2022"))
            .flatMap(charset -> lenient(bytes, charset))
        : Optional.empty();
  }

  /// The text of `bytes`; empty if it has control characters, which show that the encoding is
  /// wrong.
  private static Optional<String> readable(byte[] bytes, Charset charset) {
    return lenient(bytes, charset)
        .filter(text -> text.chars().noneMatch(c -> (c >= 0x7f && c < 0xa0) || c == REPLACEMENT));
  }

  private static boolean hasMultibyteCharacters(String utf8) {
    return utf8.chars().anyMatch(c -> c > 0x7f && c != REPLACEMENT);
  }

  /// The text of `bytes` with U+FFFD for damaged ones; empty if more are damaged than a text in
  /// this encoding may have.
  private static Optional<String> lenient(byte[] bytes, Charset charset) {
    var text = new String(bytes, charset);
    long damaged = text.chars().filter(c -> c == REPLACEMENT).count();
    return damaged <= bytes.length / BYTES_PER_DAMAGED ? Optional.of(text) : Optional.empty();
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
}
