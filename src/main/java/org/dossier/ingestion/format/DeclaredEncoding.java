package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;

/// The encoding that a page or an XML file declares. Its label is read as the WHATWG Encoding
/// Standard requires, which every browser follows: `gb2312` means GBK, `latin1` means Windows-1252.
final class DeclaredEncoding {
  /// A browser searches the first 1,024 bytes and the headers of the response; saved pages have
  /// long scripts above the declaration, and no headers.
  private static final int SEARCHED = 1 << 20;

  private static final Pattern TAG =
      Pattern.compile(
          "(?<comment><!--)|<meta(?<meta>[\\s/][^<>]*)|<\\?xml(?<xml>\\s[^<>]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL =
      Pattern.compile(
          "[\\s\"'/;](?:charset|encoding)\\s*+=\\s*+[\"']?+\\s*+([\\w.:-]++)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HTTP_EQUIV =
      Pattern.compile("\\bhttp-equiv\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT =
      Pattern.compile("\\bcontent\\s*+=", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Charset> BY_LABEL = labels();

  private DeclaredEncoding() {}

  /// The first declared encoding with a known label; declarations in comments are ignored.
  static Optional<Charset> find(byte[] bytes) {
    var page = new String(bytes, 0, Math.min(SEARCHED, bytes.length), ISO_8859_1);
    var tag = TAG.matcher(page);
    for (int from = 0; tag.find(from); ) {
      if (tag.group("comment") == null) {
        var charset = label(tag).flatMap(DeclaredEncoding::ofLabel);
        if (charset.isPresent()) {
          return charset;
        }
        from = tag.end();
      } else {
        int end = page.indexOf("-->", tag.start());
        from = end < 0 ? page.length() : end;
      }
    }
    return Optional.empty();
  }

  /// The encoding with this label; empty if the standard does not know it.
  static Optional<Charset> ofLabel(String label) {
    return Optional.ofNullable(BY_LABEL.get(label.strip().toLowerCase(Locale.ROOT)));
  }

  /// A `<meta>` with content that is no header of the response is about something else.
  private static Optional<String> label(MatchResult tag) {
    var meta = tag.group("meta");
    var attributes = meta == null ? tag.group("xml") : meta;
    boolean declares =
        meta == null || !CONTENT.matcher(meta).find() || HTTP_EQUIV.matcher(meta).find();
    var label = LABEL.matcher(attributes);
    return declares && label.find() ? Optional.of(label.group(1)) : Optional.empty();
  }

  private static Map<String, Charset> labels() {
    var file = WordListFile.read(DeclaredEncoding.class, "encodings.txt");
    var labels = new HashMap<String, Charset>();
    for (var name : file.headings()) {
      file.words(name).forEach(label -> labels.put(label, Charset.forName(name)));
    }
    return Map.copyOf(labels);
  }
}
