package org.dossier.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.dossier.ingestion.IngestionLimits;
import org.dossier.ingestion.ReaderFixture;
import org.dossier.ingestion.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void utf16IsDetectedWithoutByteOrderMark() {
    var text = "The lock of Hollin opened on Tuesday, and it is wide.\nCafé Łódź 🦉.";
    var persian = "قنات در شهر باز شد. مردم آمدند و آب را دیدند. این خبر بود.";

    for (var charset : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(ReaderFixture.article("a.txt", text.getBytes(charset)).text()).isEqualTo(text);
      assertThat(ReaderFixture.article("a.txt", persian.getBytes(charset)).text())
          .isEqualTo(persian);
    }
  }

  @Test
  void binaryContentWithZerosIsNotUtf16() {
    var bytes = new byte[200];
    for (int at = 0; at < bytes.length; at += 2) {
      bytes[at] = (byte) (at % 31 + 1);
    }

    assertThat(ReaderFixture.refusal("a.txt", bytes)).startsWith("a.txt: is not text: byte ");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gb2312|GBK|市长朱镕基说，老桥将保留为人行道。",
        "Shift_JIS|windows-31j|工事は㈱北川組が請け負い、①駅南、②病院下の順に進める。",
        "euc-kr|x-windows-949|똠방각하 시장은 새 다리가 내년 봄에 열린다고 말했다.",
        "euc-jp|x-eucJP-Open|工事は㈱北川組が請け負う。",
        "iso-2022-jp|ISO-2022-JP|市議会は橋を架けることを決めた。",
        "latin1|windows-1252|The mayor called it “the last one” – for 40 million €.",
        "iso-8859-9|windows-1254|Belediye başkanı yeni köprünün ilkbaharda açılacağını söyledi.",
        "tis-620|x-windows-874|นายกเทศมนตรีกล่าวว่าสะพานจะเปิดในฤดูใบไม้ผลิ",
        "koi8-r|KOI8-R|Мэр сказал, что мост откроют весной.",
        "big5|Big5-HKSCS|市長說，新橋將於明年春天啟用。",
      })
  void labelsAreReadAsBrowsersReadThem(String label, String charset, String words) {
    var page = "<meta charset=%s><body><p>%s</p>".formatted(label, (words + " ").repeat(9));

    assertThat(ReaderFixture.article("a.html", page.getBytes(Charset.forName(charset))).text())
        .startsWith(words);
  }

  @Test
  void aLateDeclarationIsFoundAndOneInACommentIsNot() {
    var page =
        "<!-- <meta charset=koi8-r> --><script>%s</script><meta charset=windows-1251><p>%s"
            .formatted("x = 1;".repeat(3_000), "Мэр сказал, что мост откроют весной. ".repeat(4));

    assertThat(
            ReaderFixture.article("a.html", page.getBytes(Charset.forName("windows-1251"))).text())
        .startsWith("Мэр сказал, что мост");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251|Городской совет Старограда во вторник решил построить мост через реку за 40 миллионов.",
        "windows-1252|The council voted on Tuesday to build a bridge – “the last one”, the mayor said – for 40 million.",
        "Shift_JIS|市議会は火曜日、橋を四億円で架けることを決めた。工事は春に始まり、市長は新しい橋が一年で開くと述べた。",
        "EUC-KR|시의회는 화요일에 다리를 사십억 원에 짓기로 결정했다. 공사는 봄에 시작된다고 시장이 말했다. 옛 다리는 남는다.",
        "GB18030|市议会星期二决定用四千万元修建一座桥。工程将于春天开始，市长说，老桥将保留为人行道。",
      })
  void anUndeclaredEncodingIsDetected(String charset, String words) {
    var bytes = Charset.forName(charset);

    assertThat(ReaderFixture.article("a.txt", words.getBytes(bytes)).text()).isEqualTo(words);
    assertThat(
            ReaderFixture.article("a.html", ("<p>" + words + "<p>" + words).getBytes(bytes)).text())
        .isEqualTo(words + "\n\n" + words);
  }

  @Test
  void aDescriptionOfTheContentIsNotADeclaration() {
    var page =
        "<meta name=keywords content='encoding, charset=koi8-r'>"
            + "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>"
            + "Мэр сказал, что мост откроют весной. ".repeat(4);

    assertThat(
            ReaderFixture.article("a.html", page.getBytes(Charset.forName("windows-1251"))).text())
        .startsWith("Мэр сказал, что мост");
  }

  @Test
  void validUtf8IsReadAsUtf8RegardlessOfTheDeclaration() {
    var words = "Мэр сказал, что мост откроют весной. ".repeat(4).strip();

    assertThat(ReaderFixture.article("a.html", "<meta charset=koi8-r><p>" + words).text())
        .isEqualTo(words);
  }

  @Test
  void aPageThatWronglyDeclaresUtf8IsReadAsDetected() {
    var page =
        "<meta charset=utf-8><p>The council voted to build a bridge, “the last one”, the mayor said.</p>"
            + "<p>© Stargrad Courier, the paper of the town and of the two villages on the river.</p>";

    assertThat(
            ReaderFixture.article("a.html", page.getBytes(Charset.forName("windows-1252"))).text())
        .contains("“the last one”");
  }

  @Test
  void aSingleDamagedByteIsShownAsBrowsersShowIt() {
    var page = new ByteArrayOutputStream();
    page.writeBytes(
        ("<meta charset=utf-8><p>" + "The café is to stay, the mayor said. ".repeat(10))
            .getBytes(UTF_8));
    page.write(0xc3);

    assertThat(ReaderFixture.article("a.html", page.toByteArray()).text())
        .startsWith("The café is to stay")
        .endsWith("said. \ufffd");
  }

  @Test
  void aTooLargeFileIsRejected() {
    var limits = new IngestionLimits(100, 50, 1, IngestionLimits.DEFAULT.batchTime(), 10);

    assertThat(ReaderFixture.all("a.txt", new byte[101], limits))
        .containsExactly(Rejection.of("a.txt", "has 101 bytes; the maximum is 100"));
  }
}
