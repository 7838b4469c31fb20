package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dossier.ingestion.document.DocumentKind;
import org.dossier.ingestion.document.DocumentLimits;
import org.dossier.ingestion.document.OfficeFixture;
import org.dossier.ingestion.document.PdfFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Documents that are damaged, or made to do damage. Each is read or rejected with a reason, within
/// the limits, and the next document is read.
class HostileDocumentsTest {
  private static final DocumentLimits LIMITS = new DocumentLimits(256, Duration.ofSeconds(60), 100);
  private static final int SEED = 21;
  private static final int MUTATIONS = 200;
  private static final int BOMB_MEGABYTES = 300;

  private static DocumentFixture documents;
  private static Path folder;

  @BeforeAll
  static void start(@TempDir Path temporary) {
    folder = temporary;
    documents = new DocumentFixture(folder, LIMITS);
  }

  @AfterAll
  static void end() {
    documents.close();
  }

  private static byte[] valid(DocumentKind kind) {
    return switch (kind) {
      case PDF ->
          new PdfFixture()
              .page()
              .prose(
                  72,
                  100,
                  400,
                  11,
                  "The quay is 340 metres long, and two ferries a day call there.")
              .bytes();
      case DOCX ->
          OfficeFixture.docx(
              OfficeFixture.paragraph("The quay is 340 metres long."), "<dc:title>Quay</dc:title>");
      case ODT -> OfficeFixture.odt("<text:p>The quay is 340 metres long.</text:p>", "");
      case RTF ->
          "{\\rtf1\\ansi\\pard The quay is {\\b 340} metres long.\\par}".getBytes(ISO_8859_1);
      case EPUB ->
          OfficeFixture.epub("<dc:title>Quay</dc:title>", "<p>The quay is 340 metres long.</p>");
      case EML ->
          "From: Ada Lowe <ada@example.org>\nSubject: Quay\nContent-Type: text/html\n\n<p>The quay is 340 metres long.</p>\n"
              .getBytes(UTF_8);
      case MBOX ->
          "From a@example.org\nSubject: Quay\n\nThe quay is 340 metres long.\n\nFrom b@example.org\nSubject: Ferry\n\nIt runs.\n"
              .getBytes(UTF_8);
    };
  }

  private static void verifyThatTheNextIsRead() {
    assertThat(documents.article("next.docx", valid(DocumentKind.DOCX)).text())
        .contains("340 metres");
  }

  @Test
  void tooManyPagesAreRejectedWithTheLimit() {
    var pdf = new PdfFixture();
    for (int page = 0; page < 2_000; page++) {
      pdf.fullPage("Page " + page + " has many lines on the harbour.");
    }

    assertThat(documents.rejection("long.pdf", pdf.bytes()))
        .matches(
            "long\\.pdf: text: has more than 2,000,000 characters, reached on page [\\d,]+ of"
                + " 2,000; split the document");
    verifyThatTheNextIsRead();
  }

  @Test
  void manyPagesWithLittleTextAreRead() {
    var pdf = new PdfFixture();
    for (int page = 0; page < 2_000; page++) {
      pdf.page();
    }
    pdf.prose(72, 100, 400, 11, "Only the last page has a sentence.");

    assertThat(documents.article("blank.pdf", pdf.bytes()).text())
        .isEqualTo("\f".repeat(1_999) + "Only the last page has a sentence.");
  }

  static Stream<String> containers() {
    return Stream.of("docx", "odt", "epub");
  }

  /// The file is small, and its text has some hundreds of megabytes.
  @ParameterizedTest
  @MethodSource("containers")
  void zipBombsAreRejected(String kind) throws IOException {
    var bomb = bomb(valid(DocumentKind.valueOf(kind.toUpperCase(Locale.ROOT))));

    assertThat(bomb).hasSizeLessThan(2_000_000);
    assertThat(documents.rejection("bomb." + kind, bomb))
        .startsWith("bomb." + kind + ": ")
        .containsAnyOf("zip bomb", "2,000,000 characters", "256 MB of memory");
    verifyThatTheNextIsRead();
  }

  private static byte[] bomb(byte[] container) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries(container).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        var text = new String(entry.getValue(), UTF_8);
        int at = text.indexOf("The quay");
        if (at < 0) {
          zip.write(entry.getValue());
        } else {
          zip.write(text.substring(0, at).getBytes(UTF_8));
          var words = "quay ".repeat(200_000).getBytes(UTF_8);
          for (int i = 0; i < BOMB_MEGABYTES; i++) {
            zip.write(words);
          }
          zip.write(text.substring(at).getBytes(UTF_8));
        }
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static Map<String, byte[]> entries(byte[] container) throws IOException {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(container))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void pagesThatContainThemselvesEnd() {
    var looping = new PdfFixture().page().text(72, 100, 11, "The quay is long.").withLoop().bytes();

    assertThat(documents.all("loop.pdf", looping)).hasSize(1);
    verifyThatTheNextIsRead();
  }

  @Test
  void encryptedDocumentsAreRejected() {
    var pdf = new PdfFixture().page().text(72, 100, 11, "The quay is long.").encrypted("secret");
    assertThat(documents.rejection("secret.pdf", pdf.bytes()))
        .isEqualTo("secret.pdf: is encrypted with a password; save it without one");
    var ole =
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 EncryptedPackage".getBytes(ISO_8859_1);
    assertThat(documents.rejection("secret.docx", ole))
        .contains("is encrypted, or a document of an older version");
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void truncatedDocumentsAreReadInPartOrRejected(DocumentKind kind) {
    var content = valid(kind);
    var name = "half" + kind.ending();
    for (int part = 1; part < 4; part++) {
      var results = documents.all(name, Arrays.copyOf(content, content.length * part / 4));
      assertThat(results).isNotEmpty();
      verify(results.getFirst());
    }
    if (kind == DocumentKind.DOCX || kind == DocumentKind.ODT || kind == DocumentKind.EPUB) {
      assertThat(documents.rejection(name, Arrays.copyOf(content, content.length / 2)))
          .startsWith(name + ": is damaged or truncated: ");
    }
    assertThat(documents.rejection(name, new byte[0])).isEqualTo(name + ": is empty");
  }

  @Test
  void wrongExtensionsAreNamed() {
    assertThat(documents.rejection("quay.docx", valid(DocumentKind.PDF)))
        .isEqualTo("quay.docx: is not a Word document, but a PDF document; rename it to .pdf");
    assertThat(documents.rejection("quay.pdf", valid(DocumentKind.ODT)))
        .isEqualTo("quay.pdf: is not a PDF document, but an OpenDocument text; rename it to .odt");
    assertThat(documents.rejection("quay.rtf", "The quay".getBytes(UTF_8)))
        .isEqualTo("quay.rtf: is not an RTF document");
  }

  @Test
  void aDocumentThatTakesTooLongIsRejected(@TempDir Path other) {
    try (var hurried =
        new DocumentFixture(other, new DocumentLimits(256, Duration.ofMillis(1), 100))) {
      assertThat(hurried.rejection("slow.pdf", valid(DocumentKind.PDF)))
          .isEqualTo("slow.pdf: is not read within 1 seconds (dossier.documents.time-limit)");
      assertThat(hurried.rejection("next.pdf", valid(DocumentKind.PDF)))
          .startsWith("next.pdf: is not read");
    }
  }

  @Test
  void aDocumentThatNeedsTooMuchMemoryIsRejected(@TempDir Path other) {
    var large = "Subject: Quay\n\n" + "The quay is long. ".repeat(4_500_000);
    try (var small =
        new DocumentFixture(other, new DocumentLimits(64, Duration.ofSeconds(60), 100))) {
      assertThat(small.rejection("large.eml", large.getBytes(UTF_8)))
          .isEqualTo(
              "large.eml: needs more than 64 MB of memory (dossier.documents.memory-megabytes)");
      assertThat(small.article("next.eml", valid(DocumentKind.EML)).text()).contains("340");
    }
  }

  @Test
  void aFileBeyondTheMaximumSizeIsNotOpened(@TempDir Path other) {
    try (var small =
        new DocumentFixture(other, new DocumentLimits(64, Duration.ofSeconds(60), 1))) {
      assertThat(small.rejection("large.pdf", new byte[1_000_001]))
          .isEqualTo(
              "large.pdf: has 1,000,001 bytes; the maximum is 1,000,000"
                  + " (dossier.documents.max-file-megabytes)");
    }
  }

  @Test
  void nothingIsLoadedFromTheNetworkOrOtherFiles() throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "The password is swordfish.");
    var requests = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      var address = "http://127.0.0.1:" + server.getAddress().getPort();
      for (var kind : new DocumentKind[] {DocumentKind.DOCX, DocumentKind.ODT, DocumentKind.EPUB}) {
        var content =
            withEntities(valid(kind), address, folder.resolve("secret.txt").toUri().toString());
        for (var result : documents.all("entities" + kind.ending(), content)) {
          assertThat(result.toString()).doesNotContain("swordfish");
        }
      }
      var mail =
          "Subject: Quay\nContent-Type: text/html\n\n<base href='"
              + address
              + "'><img src='/a.png'><iframe src='/b'></iframe><p>The quay is long.</p>";
      documents.article("images.eml", mail.getBytes(UTF_8));
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  /// The same with a document type, an entity of the server and an entity of a file in each part.
  private static byte[] withEntities(byte[] container, String server, String file)
      throws IOException {
    var changed = new LinkedHashMap<String, byte[]>();
    for (var entry : entries(container).entrySet()) {
      var text =
          new String(entry.getValue(), UTF_8)
              .replace(
                  "?>",
                  "?><!DOCTYPE x SYSTEM '"
                      + server
                      + "/x.dtd' [<!ENTITY a SYSTEM '"
                      + server
                      + "/a'><!ENTITY b SYSTEM '"
                      + file
                      + "'>]>")
              .replace("The quay", "The &a; &b; quay");
      changed.put(entry.getKey(), text.getBytes(UTF_8));
    }
    return zipped(changed);
  }

  private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /// The parts of containers are changed, too, because a change of their bytes mostly makes them
  /// unreadable.
  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void changedBytesYieldAnArticleOrAReason(DocumentKind kind) throws IOException {
    var random = new Random(SEED);
    var content = valid(kind);
    for (int i = 0; i < MUTATIONS; i++) {
      boolean inner = content[0] == 'P' && i % 3 > 0;
      var changed = inner ? mutatedPart(content, random) : mutated(content, random);
      documents.all("changed" + kind.ending(), changed).forEach(HostileDocumentsTest::verify);
    }
    verifyThatTheNextIsRead();
  }

  private static byte[] mutatedPart(byte[] container, Random random) throws IOException {
    var parts = entries(container);
    var names = parts.keySet().toArray(String[]::new);
    var name = names[random.nextInt(names.length)];
    parts.computeIfPresent(name, (_, part) -> mutated(part, random));
    return zipped(parts);
  }

  private static byte[] mutated(byte[] content, Random random) {
    var changed = content.clone();
    for (int i = 0; i <= random.nextInt(8); i++) {
      int at = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[at] = (byte) random.nextInt(256);
        case 1 -> changed[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> {
          int length = Math.min(random.nextInt(40), changed.length - at);
          System.arraycopy(
              content, random.nextInt(content.length - length + 1), changed, at, length);
        }
        default ->
            changed = Arrays.copyOf(changed, Math.max(1, changed.length - random.nextInt(20)));
      }
    }
    return changed;
  }

  private static void verify(ReadResult result) {
    switch (result) {
      case ReadResult.ReadArticle(var _, var article) ->
          assertThat(article.text()).isNotBlank().doesNotContain("\0");
      case Rejection rejection ->
          assertThat(rejection.reason())
              .isNotBlank()
              .doesNotContain("exit code", "not read within");
    }
  }
}
