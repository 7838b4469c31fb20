package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DataTablesTest {

  @Test
  void eachValueHasTheHeaderOfItsColumn() {
    assertThat(
            text(
                """
                <table><caption>Votes by ward</caption>
                <thead><tr><th>Ward</th><th>Votes 2019</th><th>Votes 2023</th></tr></thead>
                <tr><td>Harbour</td><td>1,204</td><td>1,377</td></tr>
                <tr><th scope=row>Hill Town</th><td>980</td><td>1,455</td></tr></table>
                """))
        .contains(
            """
            Votes by ward

            Harbour, Votes 2019: 1,204; Votes 2023: 1,377.
            Hill Town, Votes 2019: 980; Votes 2023: 1,455.\
            """);
  }

  @Test
  void theCaptionOfAFigureIsThatOfItsTable() {
    assertThat(
            text(
                "<figure><table><tr><th>Ward</th><th>Votes</th></tr><tr><td>Harbour</td><td>12</td></tr>"
                    + "</table><figcaption>Votes by ward</figcaption></figure>"))
        .contains("Votes by ward\n\nHarbour, Votes: 12.");
  }

  @Test
  void aFirstRowWithoutMarkupIsTheHeaderOfFigures() {
    assertThat(
            text(
                """
                <table><tr><td>Ward</td><td>2019</td><td>2023</td></tr>
                <tr><td>Harbour</td><td>1,204</td><td>1,377</td></tr>
                <tr><td>Hill Town</td><td>980</td><td>1,455</td></tr></table>
                """))
        .contains("Harbour, 2019: 1,204; 2023: 1,377.\nHill Town, 2019: 980; 2023: 1,455.")
        .doesNotContain("Ward");
    assertThat(
            text(
                "<table><tr><td>Harbour</td><td>12</td></tr><tr><td>Mill End</td><td>14</td></tr>"
                    + "<tr><td>Hill Town</td><td>9</td></tr></table>"))
        .contains("Harbour: 12.\nMill End: 14.\nHill Town: 9.");
  }

  @Test
  void headersOverSeveralColumnsAndCellsOverSeveralRowsApplyToEach() {
    assertThat(
            text(
                """
                <table><tr><th rowspan=2>Ward</th><th colspan=2>Votes</th></tr><tr><th>2019</th><th>2023</th></tr>
                <tr><td rowspan=2>Harbour</td><td>12</td><td>14</td></tr><tr><td>15</td><td>16</td></tr>
                <tr><td colspan=3>Inland</td></tr><tr><td>Mill End</td><td>9</td><td>8</td></tr>
                <tr><td colspan=3>Source: the returning officer</td></tr></table>
                """))
        .contains(
            """
            Harbour, Votes 2019: 12; Votes 2023: 14.
            Harbour, Votes 2019: 15; Votes 2023: 16.
            Inland, Mill End, Votes 2019: 9; Votes 2023: 8.
            Source: the returning officer.\
            """);
  }

  @Test
  void aTableOfNamesAndValuesHasOneLineForEach() {
    assertThat(
            text(
                "<table class=infobox><tr><th>Height</th><td>31 metres</td></tr>"
                    + "<tr><th>Built</th><td>2024</td></tr></table>"))
        .contains("Height: 31 metres.\nBuilt: 2024.");
  }

  @Test
  void aFirstRowInBoldLettersIsTheHeader() {
    assertThat(
            text(
                "<table><tr><td><b>Girder</b></td><td><strong>Inspector</strong></td></tr>"
                    + "<tr><td>North</td><td>Lena Quist</td></tr></table>"))
        .contains("North, Inspector: Lena Quist.");
  }

  @Test
  void aRowOfHeadersMayBeginWithAnEmptyCell() {
    assertThat(
            text(
                "<table><tr><td></td><th scope=col>Old</th><th scope=col>New</th></tr>"
                    + "<tr><th scope=row>Tower</th><td>27 m</td><td>31 m</td></tr></table>"))
        .contains("Tower, Old: 27 m; New: 31 m.")
        .doesNotContain("Old; New");
  }

  @Test
  void aRowThatBeginsWithAYearKeepsItsHeader() {
    assertThat(
            text(
                "<table><tr><th>Year</th><th>Litres</th></tr><tr><td>2023</td><td>110</td></tr></table>"))
        .contains("Year: 2023; Litres: 110.");
  }

  @Test
  void aRowOverAllColumnsAboveTheHeadersIsTheTitle() {
    assertThat(
            text(
                "<table><tr><th colspan=3>Seats</th></tr><tr><th>Party</th><th>2019</th><th>2023</th></tr>"
                    + "<tr><td>Reed</td><td>9</td><td>14</td></tr><tr><td>Oak</td><td>3</td><td>1</td></tr></table>"))
        .contains("Seats, Reed, 2019: 9; 2023: 14.\nSeats, Oak, 2019: 3; 2023: 1.");
  }

  @Test
  void elementsWithTheRolesOfATableAreOne() {
    assertThat(
            text(
                "<div role=table><div role=rowgroup><div role=row><span role=columnheader>Ward</span>"
                    + "<span role=columnheader>Votes</span></div></div><div role=row><span role=cell>Harbour</span>"
                    + "<span role=cell>12</span></div></div>"))
        .contains("Harbour, Votes: 12.");
  }

  @Test
  void shortValuesBelowTheirNamesAreLines() {
    assertThat(
            text(
                "<dl><dt>Reed Party</dt><dd>1,455 votes</dd><dt>Oak List:</dt><dd>980</dd><dd>two seats</dd></dl>"))
        .contains("Reed Party: 1,455 votes\nOak List: 980; two seats");
  }

  @Test
  void questionsAndLongerTextsBelowTheirNamesStayParagraphs() {
    var text = "The ward lies between the harbour and the mill, and has 1,900 voters. ".repeat(2);
    assertThat(text("<dl><dt>Who won?</dt><dd>The Reed Party.</dd></dl>"))
        .contains("Who won?\n\nThe Reed Party.");
    assertThat(text("<dl><dt>Hill Town</dt><dd>" + text + "</dd></dl>"))
        .contains("Hill Town\n\n" + text.strip());
  }

  @Test
  void aLongTableIsNotTakenForTheWholeText() {
    var rows = "<tr><td>Ward of the harbour, %d</td><td>1,204</td></tr>";
    var table = new StringBuilder("<table><tr><th>Ward</th><th>Votes in 2023</th></tr>");
    for (int i = 0; i < 60; i++) {
      table.append(rows.formatted(i));
    }
    var text =
        WebPage.of(
                "<div><h1>Votes</h1><p>The Reed Party gained in two of three wards, the town said.</p>"
                    + "<div>"
                    + table
                    + "</table></div><p>Turnout was 61 percent, the officer said on Monday.</p></div>")
            .text()
            .orElseThrow();

    assertThat(text)
        .contains("gained in two of three wards", "Ward of the harbour, 59, Votes", "Turnout was");
  }

  @Test
  void tablesThatArrangeThePageStayParagraphs() {
    var paragraph =
        "The county will rebuild the lighthouse on Gannet Rock, which a storm broke in two last winter,"
            + " the roads department said in a report of 31 pages.";

    assertThat(
            text(
                "<table><tr><td width=120>12</td><td><p>"
                    + paragraph
                    + "</p><p>It is to be of granite.</p></td></tr><tr><td>13</td><td>x</td></tr></table>"))
        .contains(paragraph + "\n\nIt is to be of granite.");
    assertThat(
            text("<table role=presentation><tr><th>One</th></tr><tr><td>Two 2</td></tr></table>"))
        .contains("One\nTwo 2");
  }

  private static String text(String table) {
    return WebPage.of(
            "<article><p>The Reed Party gained in two of the three wards at Sunday's election, the town"
                + " said.</p>"
                + table
                + "<p>Turnout was 61 percent, the returning officer said on Monday.</p></article>")
        .text()
        .orElseThrow();
  }
}
