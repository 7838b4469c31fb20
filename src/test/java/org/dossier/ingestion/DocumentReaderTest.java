package org.dossier.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dossier.ingestion.document.DocumentLimits;
import org.dossier.ingestion.document.OfficeFixture;
import org.dossier.ingestion.document.PdfFixture;
import org.dossier.text.Pages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The articles in documents: PDF, Word, OpenDocument, RTF, EPUB, e-mail.
class DocumentReaderTest {
  private static DocumentFixture documents;

  @BeforeAll
  static void start(@TempDir Path folder) {
    documents = new DocumentFixture(folder, DocumentLimits.DEFAULT);
  }

  @AfterAll
  static void end() {
    documents.close();
  }

  @Test
  void pdfHasTitleDateAndParagraphs() {
    var article =
        documents.article(
            "quay.pdf",
            new PdfFixture()
                .page()
                .bold(72, 90, 20, "Quay opens after nine weeks")
                .text(72, 120, 10, "By Ada Lowe")
                .text(72, 135, 10, "Published: 12 March 2024")
                .prose(
                    72,
                    165,
                    440,
                    11,
                    "The harbour opened its new quay on Tuesday. It is 340 metres long and cost the"
                        + " town 12 million crowns, which is two more than planned.")
                .prose(
                    72,
                    220,
                    440,
                    11,
                    "The mayor said that two ferries a day would call there, and that the old quay"
                        + " would become a market place in summer.")
                .bytes());

    assertThat(article.title()).isEqualTo("Quay opens after nine weeks");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.publishedInferred()).isFalse();
    assertThat(article.text())
        .isEqualTo(
            """
            The harbour opened its new quay on Tuesday. It is 340 metres long and cost the town 12 million crowns, which is two more than planned.

            The mayor said that two ferries a day would call there, and that the old quay would become a market place in summer.\
            """);
  }

  @Test
  void pdfColumnsAreReadOneAfterTheOther() {
    var left =
        "The council met on Monday evening and spoke about the bridge for four hours. It was built"
            + " in 1931 and carries nine thousand cars a day, more than any other in the county.";
    var right =
        "Repairs would take two summers, the engineer said. She proposed to close one lane only, so"
            + " that buses keep their times and the hospital can be reached in ten minutes.";
    var text =
        documents
            .article(
                "columns.pdf",
                new PdfFixture()
                    .page()
                    .bold(72, 80, 22, "Bridge closes one lane for two summers")
                    .prose(72, 130, 210, 11, left)
                    .prose(310, 130, 210, 11, right)
                    .bytes())
            .text();

    assertThat(text).isEqualTo(left + "\n\n" + right);
  }

  @Test
  void pdfRunningHeadersFootersAndPageNumbersAreLeftOut() {
    var pdf = new PdfFixture();
    for (int page = 1; page <= 4; page++) {
      pdf.page()
          .text(72, 40, 9, "Harbour Review, spring number")
          .prose(
              72,
              100,
              440,
              11,
              "Part "
                  + page
                  + " of the report counts the boats of quarter "
                  + page
                  + " of the year.")
          .text(290, 810, 9, String.valueOf(page + 11));
    }
    var text = documents.article("review.pdf", pdf.bytes()).text();

    assertThat(text).doesNotContain("spring number", "12", "13").contains("Part 1", "Part 4");
    assertThat(Pages.breaks(text)).isEqualTo(3);
  }

  @Test
  void pdfSentencesContinueOnTheNextPageAndOffsetsHavePages() {
    var text =
        documents
            .article(
                "pages.pdf",
                new PdfFixture()
                    .page()
                    .prose(
                        72,
                        100,
                        440,
                        11,
                        "The first page speaks of the lighthouse, whose keeper counted the ships"
                            + " that")
                    .page()
                    .prose(
                        72, 100, 440, 11, "passed between March and May. There were 212 of them.")
                    .page()
                    .page()
                    .prose(72, 100, 440, 11, "The last page has the conclusions of the keeper.")
                    .bytes())
            .text();

    assertThat(text)
        .isEqualTo(
            "The first page speaks of the lighthouse, whose keeper counted the ships that \fpassed"
                + " between March and May. There were 212 of them.\n\n"
                + "\f\fThe last page has the conclusions of the keeper.");
    assertThat(Pages.at(text, text.indexOf("lighthouse"))).isEqualTo(1);
    assertThat(Pages.at(text, text.indexOf("212"))).isEqualTo(2);
    assertThat(Pages.at(text, text.indexOf("conclusions"))).isEqualTo(4);
  }

  @Test
  void pdfDividedWordsAreJoinedAndFootnoteMarksAreNoDigits() {
    var pdf =
        new PdfFixture()
            .page()
            .prose(
                72,
                100,
                160,
                11,
                "The govern|ment of the long-term tenants said that the harbour|master would be"
                    + " replaced by a well-known engin|eer.")
            .noted(
                72,
                300,
                11,
                "The fire killed 25",
                "1",
                " people in the old market hall of the town.");
    var text = documents.article("words.pdf", pdf.bytes()).text();

    assertThat(text)
        .contains("government of", "engineer.", "killed 25 people")
        .doesNotContain("251");
  }

  @Test
  void pdfItemsAndRowsOfTablesAreParagraphs() {
    var text =
        documents
            .article(
                "items.pdf",
                new PdfFixture()
                    .page()
                    .prose(
                        72,
                        100,
                        440,
                        11,
                        "The harbour counts its boats and crews every year in spring:")
                    .text(
                        72,
                        130,
                        11,
                        "• Boats that lie at the new quay or at the old quay for more than ten days"
                            + " of a")
                    .text(82, 143, 11, "month, and pay for it.")
                    .text(72, 156, 11, "• Boats in the dock.")
                    .text(72, 190, 11, "Year")
                    .text(172, 190, 11, "Boats")
                    .text(272, 190, 11, "Crew")
                    .text(72, 203, 11, "2019")
                    .text(172, 203, 11, "212")
                    .text(272, 203, 11, "1,455")
                    .text(72, 216, 11, "2020")
                    .text(172, 216, 11, "198")
                    .text(272, 216, 11, "1,201")
                    .bytes())
            .text();

    assertThat(text)
        .isEqualTo(
            """
            The harbour counts its boats and crews every year in spring:

            • Boats that lie at the new quay or at the old quay for more than ten days of a month, and pay for it.

            • Boats in the dock.

            Year | Boats | Crew

            2019 | 212 | 1,455

            2020 | 198 | 1,201\
            """);
  }

  @Test
  void pdfTitlesOfChaptersWithThePageNumberAreLeftOut() {
    var pdf = new PdfFixture();
    var chapters = List.of("Boats", "Crews", "Quays", "Tides");
    for (int page = 0; page < chapters.size(); page++) {
      pdf.page()
          .text(72, 40, 9, "Chapter " + (page + 1) + ": " + chapters.get(page) + " " + (page + 7))
          .prose(
              72,
              100,
              440,
              11,
              "Here the report speaks of " + chapters.get(page) + " at the harbour in spring.");
    }

    assertThat(documents.article("chapters.pdf", pdf.bytes()).text()).doesNotContain("Chapter");
  }

  @Test
  void pdfOfEqualPagesKeepsItsText() {
    var pdf = new PdfFixture();
    for (int page = 0; page < 3; page++) {
      pdf.page().text(72, 100, 11, "The quay is closed on Sundays.");
    }

    assertThat(documents.article("notices.pdf", pdf.bytes()).text()).contains("closed on Sundays");
  }

  @Test
  void scannedPdfIsRejected() {
    assertThat(documents.rejection("scan.pdf", new PdfFixture().page().page().bytes()))
        .isEqualTo(
            "scan.pdf: text: has no text on any of its 2 pages; it is scanned or empty: run text"
                + " recognition (OCR) on it first");
  }

  @Test
  void propertiesAreUsedOnlyIfPlausible() {
    var words = "There were nine boats at the quay on that day, and the tide was low until noon.";
    var plausible =
        documents.article(
            "a.pdf",
            new PdfFixture()
                .properties("A count of boats", "Ada Lowe", 2019, 5, 4)
                .page()
                .prose(72, 100, 440, 11, words)
                .bytes());
    var implausible =
        documents.article(
            "b.pdf",
            new PdfFixture()
                .properties("Microsoft Word - boats_v3.doc", "Admin", 1970, 1, 1)
                .page()
                .prose(72, 100, 440, 11, words)
                .bytes());

    assertThat(plausible.title()).isEqualTo("A count of boats");
    assertThat(plausible.authors()).containsExactly("Ada Lowe");
    assertThat(plausible.published()).isEqualTo(LocalDate.of(2019, 5, 4));
    assertThat(plausible.publishedInferred()).isTrue();
    assertThat(implausible.title()).isNull();
    assertThat(implausible.authors()).isEmpty();
    assertThat(implausible.published()).isNull();
    assertThat(implausible.publishedInferred()).isFalse();
  }

  @Test
  void wordDocumentKeepsTablesAndLeavesOutStruckAndDeletedText() {
    var article =
        documents.article(
            "quay.docx",
            OfficeFixture.docx(
                OfficeFixture.paragraph("Quay opens after nine weeks")
                    + OfficeFixture.paragraph("By Ada Lowe")
                    + OfficeFixture.paragraph("The quay cost 12 million crowns.")
                    + "<w:p><w:r><w:t xml:space='preserve'>It is"
                    + " </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>400</w:t></w:r><w:del><w:r><w:delText>300</w:delText></w:r></w:del><w:r><w:t"
                    + " xml:space='preserve'> 340 metres long.</w:t></w:r></w:p><w:tbl><w:tr><w:tc>"
                    + OfficeFixture.paragraph("Year")
                    + "</w:tc><w:tc>"
                    + OfficeFixture.paragraph("Boats")
                    + "</w:tc></w:tr>"
                    + "<w:tr><w:tc>"
                    + OfficeFixture.paragraph("2019")
                    + "</w:tc><w:tc>"
                    + OfficeFixture.paragraph("212")
                    + "</w:tc></w:tr></w:tbl>",
                "<dc:title>Template 2003</dc:title><dc:creator>Windows"
                    + " User</dc:creator><dcterms:created"
                    + " xsi:type='dcterms:W3CDTF'>2024-03-12T08:00:00Z</dcterms:created>"));

    assertThat(article.title()).isEqualTo("Quay opens after nine weeks");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.publishedInferred()).isTrue();
    assertThat(article.text())
        .contains("It is 340 metres long.", "2019")
        .doesNotContain("400", "300", "Ada");
  }

  @Test
  void openDocumentText() {
    var article =
        documents.article(
            "ferry.odt",
            OfficeFixture.odt(
                "<text:h text:outline-level='1'>Ferry runs twice a day</text:h><text:p>The ferry to"
                    + " the island runs twice a day.</text:p><text:list><text:list-item><text:p>At"
                    + " nine</text:p></text:list-item><text:list-item><text:p>At"
                    + " four</text:p></text:list-item></text:list>",
                "<dc:creator>Jonas Berg</dc:creator>"));

    assertThat(article.title()).isEqualTo("Ferry runs twice a day");
    assertThat(article.text())
        .startsWith("The ferry to the island runs twice a day.")
        .contains("At nine\nAt four");
    assertThat(article.authors()).containsExactly("Jonas Berg");
  }

  @Test
  void richText() {
    var rtf =
        "{\\rtf1\\ansi{\\info{\\title Market hall}{\\author Ada Lowe}}\\pard The market hall burned"
            + " in 1902.\\par It was rebuilt in {\\strike 1903} 1904 by the town\\rquote s own"
            + " masons.\\par}";
    var article = documents.article("hall.rtf", rtf.getBytes(UTF_8));

    assertThat(article.title()).isEqualTo("Market hall");
    assertThat(article.text()).contains("The market hall burned in 1902.", "town’s own masons");
  }

  @Test
  void epubHasItsStatedMetadataAndAllChapters() {
    var article =
        documents.article(
            "tides.epub",
            OfficeFixture.epub(
                "<dc:title>The Book of Tides</dc:title><dc:creator>Ada"
                    + " Lowe</dc:creator><dc:publisher>Harbour"
                    + " Press</dc:publisher><dc:language>en</dc:language><dc:date>2018-04-02</dc:date>",
                "<h1>Low water</h1><p>The tide was low at noon.</p>",
                "<h1>High water</h1><p>The tide was high at six.</p>"));

    assertThat(article.title()).isEqualTo("The Book of Tides");
    assertThat(article.publisher()).isEqualTo("Harbour Press");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.published()).isEqualTo(LocalDate.of(2018, 4, 2));
    assertThat(article.text()).contains("low at noon", "High water", "high at six");
  }

  private static String newsletter(String id, String subject, String body) {
    return """
    Message-ID: <%s>
    From: =?utf-8?q?Harbour_Gazette?= <news@gazette.example>
    To: readers@gazette.example
    List-Id: <news.gazette.example>
    Subject: %s
    Date: Tue, 12 Mar 2024 08:15:00 +0100
    Archived-At: <https://gazette.example/letters/1>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary=b

    --b
    Content-Type: text/plain; charset=utf-8

    Plain text only.
    --b
    Content-Type: text/html; charset=utf-8
    Content-Transfer-Encoding: quoted-printable

    <html><body><div style=3D"display:none">Preview</div><p>%s</p></body></html>
    --b--
    """
        .formatted(id, subject, body);
  }

  @Test
  void newsletterHasItsSenderSubjectDateAndAddress() {
    var article =
        documents.article(
            "letter.eml",
            newsletter(
                    "1@gazette.example",
                    "=?utf-8?q?Quay_opens_=E2=80=93_at_last?=",
                    "The quay is 340=20metres long.")
                .getBytes(UTF_8));

    assertThat(article.title()).isEqualTo("Quay opens – at last");
    assertThat(article.publisher()).isEqualTo("Harbour Gazette");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(String.valueOf(article.publishedTime())).isEqualTo("08:15+01:00");
    assertThat(article.url()).isEqualTo("https://gazette.example/letters/1");
    assertThat(article.text()).isEqualTo("The quay is 340 metres long.");
  }

  @Test
  void mailboxHasAnArticleForEachMessage() {
    var mbox =
        "From news@gazette.example Tue Mar 12 08:15:00 2024\n"
            + newsletter("1@gazette.example", "Quay opens", "The quay is open.")
            + "\n"
            + "From news@gazette.example Wed Mar 13 08:15:00 2024\n"
            + "Message-ID: <2@gazette.example>\n"
            + "Subject: Nothing\n\n\n"
            + "\n"
            + "From news@gazette.example Wed Mar 13 08:15:00 2024\n"
            + "From: Ada Lowe <ada@gazette.example>\n"
            + "Subject: Ferry\n\n"
            + "The ferry runs.\n"
            + ">From nine to four.\n"
            + "-- \n"
            + "Ada\n";
    var results = documents.all("letters.mbox", mbox.getBytes(UTF_8));

    assertThat(results).hasSize(3);
    assertThat(results.get(0))
        .isInstanceOfSatisfying(
            ReadResult.ReadArticle.class,
            read -> assertThat(read.article().id()).isEqualTo("letters/1@gazette.example"));
    assertThat(results.get(1).toString()).endsWith("letters.mbox: message 2: text: has no text");
    assertThat(results.get(2))
        .isInstanceOfSatisfying(
            ReadResult.ReadArticle.class,
            read -> {
              assertThat(read.article().id()).isEqualTo("letters/3");
              assertThat(read.article().authors()).isEqualTo(List.of("Ada Lowe"));
              assertThat(read.article().text().strip())
                  .isEqualTo("The ferry runs.\nFrom nine to four.");
            });
  }
}
