package org.dossier.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.ingestion.ReaderFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final String BODY =
      "The bridge was opened on Friday, after two years.\nIt cost 41.5 million pounds.";

  @Test
  void aShortSeparateLineIsTheTitle() {
    var article = read("Harbour bridge to open in May\n\n" + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge to open in May");
    assertThat(article.text()).isEqualTo(BODY);
    assertThat(article.published()).isNull();
    assertThat(article.publisher()).isNull();
  }

  @Test
  void wordsAreWholeAndNumbersTheirOwn() {
    var article =
        read(
            "Minis\u00adter visits the mine\n\nThe minister Kalten\u00adbrunn named the 25¹ dead, and the com-\n"
                + "pany's ~~owner~~ lawyer, the well-\nknown Ada Kern, answered.[2]");

    assertThat(article.title()).isEqualTo("Minister visits the mine");
    assertThat(article.text())
        .isEqualTo(
            "The minister Kaltenbrunn named the 25 dead, and the company's lawyer, the well-known"
                + " Ada Kern, answered.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Space Agency Delays Launch of the Heron Probe",
        "Hard Times for the Herring Fleet of Skane",
        "Court Orders Review of the Carrow Wind Farm",
        "Bad News for Drivers",
        "Press Freedom Group Wins Prize in Korla",
        "Police Search the Burning Globe",
        "Hill Wins the Press Prize"
      })
  void aHeadlineInTitleCaseIsNoPublisher(String headline) {
    var article =
        read(headline + "\n\nA valve costs four weeks\n\nBy Ada Lowe\nMarch 12, 2024\n\n" + BODY);

    assertThat(article.title()).isEqualTo(headline);
    assertThat(article.publisher()).isNull();
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo("A valve costs four weeks\n\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Harbour Gazette",
        "The Daily Post",
        "Coast Courier",
        "Los Angeles Times",
        "Times of Korla",
        "Journal of the Sea",
        "Radio Korla",
        "Associated Press (AP)"
      })
  void aNameAboveTheTitleIsThePublisher(String name) {
    var article = read(name + "\n\nHarbour bridge to open in May\n\n" + BODY);

    assertThat(article.publisher()).isEqualTo(name);
    assertThat(article.title()).isEqualTo("Harbour bridge to open in May");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T\n\nS.\n\nBy Ada Lowe\nMarch 12, 2024\n\n",
        "T\n\nBy Ada Lowe\n\nS.\n\nMarch 12, 2024\n\n",
        "March 12, 2024\n\nT\n\nS.\nBy Ada Lowe\n\n",
        "By ADA LOWE, Science Editor\n\nT\n\nS.\n\n12 March 2024\n\n",
        "WORLD\n\nT\n\nS.\n\nAda Lowe | 12 March 2024 | 3 min read\n\n",
        "T\n\nS.\n\nKorla, 12 March 2024\nWords by Ada Lowe in Korla\n\n"
      })
  void aStandfirstStaysInTheText(String header) {
    var article =
        read(
            header
                    .replace("T\n", "Harbour bridge to open\n")
                    .replace("S.", "Drivers waited for two years.")
                + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge to open");
    assertThat(article.authors()).hasSize(1).first().asString().isEqualToIgnoringCase("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo("Drivers waited for two years.\n\n" + BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Ada Lowe, Coast Courier\nPublished March 12, 2024\n",
        "By Ada Lowe, Reuters\n12 March 2024\n",
        "By Ada Lowe – Associated Press\nMarch 12, 2024\n",
        "12 March 2024 — By Ada Lowe\n"
      })
  void aBylineMayNameThePaperAndFollowTheTitleOrTheDate(String header) {
    var article = read("Times Are Hard for Skane\n" + header + "\n" + BODY);

    assertThat(article.title()).isEqualTo("Times Are Hard for Skane");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void aLineThatBeginsLikeABylineStaysInTheText() {
    var line = "By Ada Lowe, New York will be loved.";

    assertThat(read("Harbour bridge to open\n\n" + line + "\n\n" + BODY).text()).startsWith(line);
    assertThat(read("Harbour bridge to open\n\nBy Ada Lowe, New York\n\n" + BODY).authors())
        .isEmpty();
  }

  @Test
  void aTableBetweenPipesBecomesLinesWithTheHeadersOfTheirValues() {
    var table =
        "| Party      | 2019 | 2023  |\n|------------|------|------:|\n| Reed Party | 980  | 1,455 |\n";

    assertThat(read("Votes in Hill Town\n\n" + BODY + "\n\n" + table + "\n" + BODY).text())
        .isEqualTo(BODY + "\n\nReed Party, 2019: 980; 2023: 1,455.\n\n" + BODY);
    var lines = "Varn | 8:00 | 12:00\n-- | 9:00\n\nOne | two";
    assertThat(read("Votes in Hill Town\n\n" + BODY + "\n\n" + lines).text()).endsWith(lines);
  }

  @Test
  void aTableBetweenTabsBecomesLinesWithTheHeadersOfTheirValues() {
    var table = "Party\t2019\t2023\nReed Party\t980\t1,455\nPine List\t77\t96\n";

    assertThat(read("Votes in Hill Town\n\n" + BODY + "\n\n" + table + "\n" + BODY).text())
        .isEqualTo(
            BODY
                + "\n\nReed Party, 2019: 980; 2023: 1,455.\nPine List, 2019: 77; 2023: 96.\n\n"
                + BODY);
    var lines = "Name\tTown\nAda\tVarn\nBo\tLund\n\n1\ta line that is indented after its number";
    assertThat(read("Votes in Hill Town\n\n" + BODY + "\n\n" + lines).text()).endsWith(lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T\n\nAda Lowe\n12 March 2024\n\n",
        "T\n\n12 March 2024\nAda Lowe\n\n",
        "T\nCoast Courier\nMarch 12, 2024\nAda Lowe\n\n",
        "T\n\nVon Ada Lowe\n12. März 2024\n\n",
        "9:05 a.m. March 12, 2024\nT\nAda Lowe\n\n",
        "T\n\nBy Ada Lowe for the Coast Courier\nMarch 12, 2024\n\n",
        "# T\n\nBy Ada Lowe\n12.03.2024\n\n",
        "\nT\n======\n\nAda Lowe\n12.03.2024\n\n",
        "T\n\nPar Ada Lowe\nle 12 mars 2024\n\n",
        "T\n\nPor Ada Lowe\n12 de marzo de 2024\n\n",
        "Title: T\nAuthor: Ada Lowe\nDate: 12 March 2024\nURL: https://coast.example/a\n\n",
        "T\n\nBy Ada Lowe | 12 March 2024 | 10:15am\n\n",
        "T\n\nBy Ada Lowe / PTI / Updated: March 13, 2024, 10:12 IST / Published: 12 March 2024\n\n",
        "T\n\nAda Lowe\n12 de marzo de 2024 - 10:20 h\n\n",
        "Tuesday, 12 March 2024\n\nWorld\n\nT\n\nBy Ada Lowe\n\n",
        "T\n\nPosted by Ada Lowe on 12 March 2024 in Local News\n\n",
        "T\n\nAda Lowe Reporter\nTue, March 12, 2024 at 9:00 AM GMT+1 · 3 min read\n\n",
        "T\n\nPar Ada Lowe\nPublié le 12 mars 2024 à 10h12, mis à jour le 13 mars 2024\n\n",
        "T\n\nAda Lowe\nPolitical editor\n12 March 2024\n\n",
        "T\n\nBy Ada Lowe\n[Published 12 March 2024]\n\n",
        "FOR IMMEDIATE RELEASE\n\nMarch 12, 2024\n\nT\n\nBy Ada Lowe\n\n",
        "Headline: T\nDateline: KORLA\nByline: Ada Lowe\nDate: 12 March 2024\n\n",
        "T\nAda Lowe\nCoast Courier\n12 March 2024\n\n",
        "T\n\nText: Ada Lowe | Photos: Kai Noor\n\n12 March 2024\n\n",
        "T\n\nBy Ada Lowe\nPublished 12 March 2024, 8:30 PM GMT (updated 13 March 2024)\n\n",
        "T\n\nAda Lowe | Coast Courier | 12 March 2024\n\n",
        "T\nBy Ada Lowe, Coast Courier\nMarch 12, 2024\n\n",
        "Headline: T\nSource: Coast Courier\nPublished: 2024-03-12\nBy: Ada Lowe\nTags: sea, bridge\n\n",
      })
  void theHeaderMayHaveManyForms(String header) {
    var article = read(header.replace("T\n", "Harbour bridge to open\n") + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge to open");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo(BODY);
    assertThat(article.publisher())
        .isEqualTo(header.contains("Coast Courier") ? "Coast Courier" : null);
    assertThat(article.url()).isEqualTo(header.contains("URL") ? "https://coast.example/a" : null);
  }

  @Test
  void standfirstNamePaperAndDateMayBeOneBlock() {
    var article =
        read(
            "Harbour bridge to open\nDrivers waited for two years\nAda Lowe\nCoast Courier\n12 March 2024\n\n"
                + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge to open");
    assertThat(article.authors()).containsExactly("Ada Lowe");
    assertThat(article.publisher()).isEqualTo("Coast Courier");
    assertThat(article.text()).isEqualTo("Drivers waited for two years\n\n" + BODY);
  }

  @Test
  void aLineOfTwoDatesStatesPublicationAndUpdate() {
    var article =
        read(
            "Harbour bridge to open\n\nPosted at 5:30 PM, May 14, 2024 and last updated 8:10 AM, May 15, 2024\n\n"
                + BODY);

    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 5, 14));
    assertThat(article.updated()).isEqualTo(LocalDate.of(2024, 5, 15));
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void theLastLineMayNameTheDateOfPublication() {
    assertThat(
            read("Bridge open again\n\n" + BODY + "\n\nFirst published: 14 May 2024").published())
        .isEqualTo(LocalDate.of(2024, 5, 14));
    for (var line : List.of("14 May 2024", "Updated 14 May 2024", "Dated 14 May 2024, it holds.")) {
      assertThat(read("Bridge open again\n\n" + BODY + "\n\n" + line).published()).isNull();
    }
  }

  @Test
  void aBylineWithoutANameStatesTheDateOnly() {
    var article =
        read(
            "Wage rises\n\nBy A Staff Reporter | Ranchi | Updated: 12 March 2024, 09:15 AM\n\n"
                + BODY);

    assertThat(article.authors()).isEmpty();
    assertThat(article.updated()).isEqualTo(LocalDate.of(2024, 3, 12));
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void aStandfirstInTitleCaseNextToTheDateIsNoAuthor() {
    var article =
        read("Harbour bridge to open\n\n12 March 2024\n\nDrivers Waited For Two Years\n\n" + BODY);

    assertThat(article.authors()).isEmpty();
    assertThat(article.text()).isEqualTo("Drivers Waited For Two Years\n\n" + BODY);
    assertThat(
            read("Harbour bridge to open\n\nAda Lowe and Bo Ek\n12 March 2024\n\n" + BODY)
                .authors())
        .containsExactly("Ada Lowe", "Bo Ek");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title: a word that the council no longer uses",
        "Source: Coast Courier",
        "Date: the fruit of the palm",
        "Harbour bridge to open\n\nAda Lowe\n\n" + "The mayor spoke."
      })
  void aSingleLabelOrNameStaysInTheText(String line) {
    var article = read(line + "\n" + BODY);

    assertThat(article.text()).contains(line.substring(line.lastIndexOf('\n') + 1));
    assertThat(article.authors()).isEmpty();
    assertThat(article.publisher()).isNull();
    assertThat(article.published()).isNull();
  }

  @Test
  void textReadInTheWrongEncodingIsRepaired() {
    assertThat(read("The cafÃ© of RenÃ©e\n\n" + BODY).title()).isEqualTo("The café of Renée");
  }

  @Test
  void aTextWithoutHeaderIsUnchanged() {
    var article = read(BODY);

    assertThat(article.title()).isNull();
    assertThat(article.published()).isNull();
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void aDateBelowTheTitleIsThePublicationDate() {
    var article = read("Harbour bridge open again\n\nMay 3, 2019 - 9:5\n" + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge open again");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void aPrintLineAboveTheTitleIsParsedAndRemoved() {
    var article =
        read(
            "Date :Friday, May 3rd, 2019 | Time : 00:02 |ID: 4711 | Print\n\n"
                + "Harbour bridge open again\n\n"
                + BODY);

    assertThat(article.title()).isEqualTo("Harbour bridge open again");
    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void publishedAndUpdatedAreDistinguished() {
    var article =
        read(
            "Harbour bridge open again\nBy Mara Holloway and Edda Quill\n"
                + "Published: 3 May 2019, 09:05 GMT | Updated: 6 May 2019\n\n"
                + BODY);

    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.updated()).isEqualTo(LocalDate.of(2019, 5, 6));
    assertThat(article.authors()).containsExactly("Mara Holloway", "Edda Quill");
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void anUpdateDateIsNoPublicationDate() {
    var article = read("Harbour bridge open again\n\nLast updated on 2019-05-06\n\n" + BODY);

    assertThat(article.published()).isNull();
    assertThat(article.updated()).isEqualTo(LocalDate.of(2019, 5, 6));
  }

  @Test
  void nameAndDateMayShareALine() {
    var article =
        read("Harbour bridge open again\n\nPosted by Mara Holloway on May 3, 2019\n" + BODY);

    assertThat(article.published()).isEqualTo(LocalDate.of(2019, 5, 3));
    assertThat(article.authors()).containsExactly("Mara Holloway");
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void theSiteAboveTheTitleIsThePublisher() {
    var article = read("Centre for Harbour Studies - CHS\n\nBridge open again\n\n\n" + BODY);

    assertThat(article.publisher()).isEqualTo("Centre for Harbour Studies - CHS");
    assertThat(article.title()).isEqualTo("Bridge open again");
    assertThat(article.text()).isEqualTo(BODY);
  }

  @Test
  void aTitleAboveAnotherShortLineIsNotASite() {
    var article = read("Harbour bridge open again\n\nA toll follows in autumn\n\n" + BODY);

    assertThat(article.publisher()).isNull();
    assertThat(article.title()).isEqualTo("Harbour bridge open again");
    assertThat(article.text()).startsWith("A toll follows in autumn");
  }

  @Test
  void aPublisherInTheDatelineStaysInTheText() {
    var agency = "FENNA (Fenwick Northern News Agency)- The bridge was opened. It holds.";

    assertThat(read("Bridge open again\n\n" + agency).publisher())
        .isEqualTo("FENNA (Fenwick Northern News Agency)");
    assertThat(read("Bridge open again\n\n" + agency).text()).isEqualTo(agency);
    assertThat(read("PELL (Northern Press) - The bridge was opened. It holds.").publisher())
        .isEqualTo("Northern Press");
    assertThat(read("PELL (Friday) - The bridge was opened. It holds.").publisher()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KORLA, March 3, 2024 (Agence Sud) - The",
        "PORT KORLA, Tarsk, March 3, 2024 (AFP) -- “The",
        "Korla, 3 March 2024 – The",
        "KORLA, Sunday, 3 March 2024 /PRNewswire/ -- The"
      })
  void theDateInTheDatelineIsThatOfPublicationAndStaysInTheText(String dateline) {
    var line = dateline + " bridge was opened on Sunday.";
    var article = read("Bridge open again\n\n" + line);

    assertThat(article.published()).isEqualTo(LocalDate.of(2024, 3, 3));
    assertThat(article.text()).isEqualTo(line);
    assertThat(read("Bridge open again\n\n5 March 2024\n\n" + line).published())
        .isEqualTo(LocalDate.of(2024, 3, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lowe, 3 May 1931 – 4 June 2001, built the bridge.",
        "Ada Lowe, 3 May 1931 – June 4, 2001, built the bridge.",
        "KORLA, March 3 (Reuters) - The bridge was opened.",
        "Opened on 3 March 2024, the bridge – The Long One – holds.",
      })
  void otherDatesAtTheHeadOfTheTextAreNotOfPublication(String line) {
    assertThat(read("Bridge open again\n\n" + line).published()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On May 3, 2019 the bridge was opened.",
        "By Friday the bridge was open.",
        "By Mara Holloway, Fenwick Courier",
        "11 May to 13 May 2019",
        "Friday",
        "Updated: tomorrow",
      })
  void otherLinesStayInTheText(String line) {
    var article = read(line + "\n" + BODY);

    assertThat(article.text()).isEqualTo(line + "\n" + BODY);
    assertThat(article.published()).isNull();
    assertThat(article.updated()).isNull();
    assertThat(article.authors()).isEmpty();
  }

  @Test
  void aHeaderAloneIsTheText() {
    var article = read("Harbour bridge open again\n\nMay 3, 2019\n");

    assertThat(article.title()).isNull();
    assertThat(article.text()).isEqualTo("Harbour bridge open again\n\nMay 3, 2019");
  }

  private static Article read(String text) {
    return ReaderFixture.article("a.txt", text);
  }
}
