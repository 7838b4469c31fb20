package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import org.dossier.ingestion.IngestionLimits;
import org.dossier.ingestion.ReaderFixture;
import org.dossier.ingestion.Rejection;
import org.junit.jupiter.api.Test;

class TextDecoderTest {

  @Test
  void utf8IsReadWithAndWithoutByteOrderMark() {
    assertThat(ReaderFixture.article("a.txt", "قنات and 🦉.").text()).isEqualTo("قنات and 🦉.");
    assertThat(ReaderFixture.article("a.txt", "\ufeffMarked.").text()).isEqualTo("Marked.");
  }

  @Test
  void utf16IsDetectedByByteOrderMark() {
    assertThat(ReaderFixture.article("a.txt", "\ufeffقنات.".getBytes(UTF_16LE)).text())
        .isEqualTo("قنات.");
    assertThat(ReaderFixture.article("a.txt", "\ufeffقنات.".getBytes(UTF_16BE)).text())
        .isEqualTo("قنات.");
  }

  @Test
  void lineEndsAreNormalized() {
    assertThat(ReaderFixture.article("a.txt", "One.\r\nTwo.\rThree.\nFour.").text())
        .isEqualTo("One.\nTwo.\nThree.\nFour.");
  }

  @Test
  void otherEncodingsAreRejectedWithThePosition() {
    assertThat(ReaderFixture.refusal("a.txt", "One.\r\nTwo.\nA café.".getBytes(ISO_8859_1)))
        .isEqualTo("a.txt:3: is not UTF-8: byte 16 is 0xe9; save it as UTF-8");
  }

  @Test
  void binaryAndEmptyFilesAreRejected() {
    assertThat(ReaderFixture.refusal("a.txt", new byte[] {'P', 'K', 3, 4, 0, 0}))
        .isEqualTo("a.txt: is not text: byte 4 is NUL");
    assertThat(ReaderFixture.refusal("a.txt", "")).isEqualTo("a.txt: is empty");
    assertThat(ReaderFixture.refusal("a.md", " \n\n")).isEqualTo("a.md: is empty");
    assertThat(ReaderFixture.refusal("a.html", "")).isEqualTo("a.html: is empty");
  }

  @Test
  void aPageIsReadInTheEncodingItDeclares() {
    var page =
        "<html><head><meta charset=%s></head><body><p>%s</p></body></html>"
            .formatted("windows-1256", "سلام بر همه خوانندگان ".repeat(6));

    assertThat(
            ReaderFixture.article("a.html", page.getBytes(Charset.forName("windows-1256"))).text())
        .startsWith("سلام بر همه");
  }

  @Test
  void aPageInAnotherEncodingThanDeclaredIsRejected() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("<html><head><meta charset=utf-8></head>\n<body><p>caf".getBytes(UTF_8));
    bytes.write(0xe9);

    assertThat(ReaderFixture.refusal("a.html", bytes.toByteArray()))
        .startsWith("a.html:2: is not UTF-8");
    assertThat(
            ReaderFixture.refusal(
                "a.html", "<meta charset=klingon><p>café</p>".getBytes(ISO_8859_1)))
        .startsWith("a.html:1: is not UTF-8");
  }

  @Test
  void aTooLargeFileIsRejected() {
    var limits = new IngestionLimits(100, 50, 1, IngestionLimits.DEFAULT.batchTime(), 10);

    assertThat(ReaderFixture.all("a.txt", new byte[101], limits))
        .containsExactly(Rejection.of("a.txt", "has 101 bytes; the maximum is 100"));
  }
}
