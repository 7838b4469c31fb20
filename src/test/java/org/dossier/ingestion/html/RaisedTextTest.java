package org.dossier.ingestion.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RaisedTextTest {

  private static String paragraph(String html) {
    return HtmlFragment.text("<p>" + html + "</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "killed 25<sup>1</sup> people | killed 25 people",
        "killed 25<sup>1,2</sup> people | killed 25 people",
        "killed 25<sup>1</sup><sup>2</sup> people | killed 25 people",
        "killed 25<sup>[1]</sup> people | killed 25 people",
        "killed 25<sup>1)</sup> people | killed 25 people",
        "killed 25<sup>a</sup> people | killed 25 people",
        "killed 25<sup>ii</sup> people | killed 25 people",
        "killed 25<sup>a,b</sup> people | killed 25 people",
        "killed 25<sup>*</sup> people | killed 25 people",
        "killed 25<sup><a href='#fn1'>1</a></sup> people | killed 25 people",
        "killed 25<a href='#fn1'><sup>1</sup></a> people | killed 25 people",
        "killed 10<sup class='footnote'>2</sup> people | killed 10 people",
        "at 1.5 million<sup>3</sup> euros | at 1.5 million euros",
        "in 2019<sup>4</sup> | in 2019",
        "said so.<sup>7</sup> Then | said so. Then",
        "killed 25<span class='footnote-ref'>3</span> people | killed 25 people",
        "killed 25<a href='#fn3'>3</a> people | killed 25 people",
        "killed 25<a class=noteref href='/notes/3'>[3]</a> people | killed 25 people",
        "killed 25<small class=note><b>3</b></small> people | killed 25 people",
        "killed 25<span style='vertical-align: super; font-size: 70%'>3</span> people | killed 25 people",
        "killed 25<font style='vertical-align:super'>3</font> people | killed 25 people",
        "<sup>1</sup> As of noon | As of noon"
      })
  void marksOfFootnotesAreLeftOut(String html, String text) {
    assertThat(paragraph(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "killed <span class=note>25</span> people | killed 25 people",
        "killed 2<span style='vertical-align: baseline'>5</span> people | killed 25 people",
        "10<span style='vertical-align:super'>9</span> litres of H<span style='vertical-align:sub'>2</span>O"
            + " | 10⁹ litres of H₂O",
        "killed <a href='#dead'>25</a> people | killed 25 people",
        "in 20<span class=year>19</span> | in 2019",
        "page <a href='#p3'>3</a> of the report | page 3 of the report",
        "the note<span class=note>, which is long,</span> ended | the note, which is long, ended"
      })
  void wordsAndNumbersInElementsAreKept(String html, String text) {
    assertThat(paragraph(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 × 10<sup>9</sup> litres | 3 × 10⁹ litres",
        "10<sup>-6</sup> | 10⁻⁶",
        "2<sup>32</sup> addresses | 2³² addresses",
        "4 km<sup>2</sup> of pasture | 4 km² of pasture",
        "50 m<sup>3</sup>/s | 50 m³/s",
        "E = mc<sup>2</sup> | E = mc²",
        "<sup>235</sup>U | ²³⁵U",
        "CO<sub>2</sub> and H<sub>2</sub>O | CO₂ and H₂O",
        "tons of CO<sup>2</sup> | tons of CO₂"
      })
  void exponentsAreCharacters(String html, String text) {
    assertThat(paragraph(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1<sup>99</sup> a pound | $1.99 a pound",
        "<sup>$</sup>19<sup>99</sup> | $19.99",
        "4<sup>50</sup> € | 4.50 €",
        "4<sup>50</sup>&nbsp;€ | 4.50 €",
        "£4.<sup>50</sup> a pound | £4.50 a pound",
        "£4<sup>.50</sup> a pound | £4.50 a pound",
        "at 5<sup>o</sup>C | at 5°C",
        "the 21<sup>st</sup> century | the 21st century",
        "le 19<sup>e</sup> siècle | le 19e siècle",
        "1 <sup>1</sup>/<sub>2</sub> miles | 1 1/2 miles",
        "2<sup>1</sup>/<sub>2</sub> miles | 2 1/2 miles",
        "2<sup>½</sup> miles | 2½ miles",
        "Acme<sup>TM</sup> phones | Acme™ phones",
        "M<sup>me</sup> Curie | Mme Curie"
      })
  void centsOrdinalsAndFractionsAreApartFromTheNumber(String html, String text) {
    assertThat(paragraph(html)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10⁹ litres", "4 km² of pasture", "x² + y²", "²³⁵U", "CO₂", "2½ miles"})
  void raisedCharactersOfATextAreKept(String text) {
    assertThat(NoteMarks.remove(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "killed 25¹ people | killed 25 people",
        "killed 25[1] people | killed 25 people",
        "They left.[2][3] It rained. | They left. It rained.",
        "a town[1] burned.[2] | a town burned.",
        "It is the oldest,[citation needed] they say. | It is the oldest, they say."
      })
  void marksThatAreCharactersAreLeftOut(String text, String without) {
    assertThat(NoteMarks.remove(text)).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the element a[1] of the list",
        "“He [the mayor] left,” she said",
        "[1] A note at the start",
        "Section 2 [of the act]"
      })
  void otherBracketsAreKept(String text) {
    assertThat(NoteMarks.remove(text)).isEqualTo(text);
  }
}
