package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {
  private static final String LINE = "The coroner adjourned the inquiry into the ";

  @Test
  void aWordDividedAtALineEndIsOneWord() {
    assertThat(TextCleaner.clean(LINE + "explo-\nsion of the boiler."))
        .isEqualTo(LINE + "explosion of the boiler.");
    for (var word : List.of("land-\nlord", "part-\nner", "Hollo-\nway", "four-\nteen")) {
      assertThat(TextCleaner.clean(LINE + word)).isEqualTo(LINE + word.replace("-\n", ""));
    }
    assertThat(TextCleaner.clean(LINE + "explo\u00ad\nsion of the boiler."))
        .isEqualTo(LINE + "explosion of the boiler.");
  }

  @Test
  void marksThatOnlyDivideWordsJoinThemInShortLines() {
    assertThat(
            TextCleaner.clean(
                "The roof of the mine col\u2010\nlapsed and buried the ma\u00ac\nchine hall."))
        .contains("the machine hall.");
    assertThat(TextCleaner.clean("The com\u00ad\npany paid.")).isEqualTo("The company paid.");
    assertThat(TextCleaner.clean(LINE + "explo\u00ac\nsion of the boiler."))
        .isEqualTo(LINE + "explosion of the boiler.");
    assertThat(TextCleaner.clean(LINE + "explo\u2010\nsion of the boiler."))
        .isEqualTo(LINE + "explosion of the boiler.");
    assertThat(TextCleaner.clean(LINE + "well\u2010\nknown boiler."))
        .isEqualTo(LINE + "well-known boiler.");
    assertThat(TextCleaner.clean("The rule is p \u00ac q.\nIt holds: \u00ac\nq."))
        .isEqualTo("The rule is p \u00ac q.\nIt holds: \u00ac\nq.");
  }

  @Test
  void wordsAreJoinedInNarrowColumns() {
    assertThat(TextCleaner.clean("It began, and nine thou-\nsand sheep died."))
        .isEqualTo("It began, and nine thousand sheep died.");
    assertThat(TextCleaner.clean("Salt, a half-\nounce")).isEqualTo("Salt, a half-\nounce");
  }

  @Test
  void ligaturesAreLetters() {
    assertThat(TextCleaner.clean("The o\uFB03ce \uFB01led a \uFB02ood of e\uFB00orts \uFB06."))
        .isEqualTo("The office filed a flood of efforts st.");
    assertThat(TextCleaner.clean("cœur, Ærø, ß, ǆ")).isEqualTo("cœur, Ærø, ß, ǆ");
  }

  @Test
  void aWrappedParagraphWithDividedWordsBecomesOneLine() {
    assertThat(
            TextCleaner.clean(
                "The coroner, Dr Ames, adjourned the hea-\nring until the widow of the fireman can\n"
                    + "be heard.\n\nA list of the many witnesses who came\n- Thornby"))
        .isEqualTo(
            "The coroner, Dr Ames, adjourned the hearing until the widow of the fireman can be heard."
                + "\n\nA list of the many witnesses who came\n- Thornby");
  }

  @Test
  void aCompoundKeepsItsHyphen() {
    assertThat(TextCleaner.clean(LINE + "well-\nknown boiler."))
        .isEqualTo(LINE + "well-known boiler.");
    assertThat(TextCleaner.clean(LINE + "twenty-\nfirst boiler."))
        .isEqualTo(LINE + "twenty-first boiler.");
    assertThat(TextCleaner.clean(LINE + "Anglo-\nSaxon boiler."))
        .isEqualTo(LINE + "Anglo-Saxon boiler.");
    assertThat(TextCleaner.clean(LINE + "ex-\nminister's boiler."))
        .isEqualTo(LINE + "ex-minister's boiler.");
    assertThat(TextCleaner.clean(LINE + "ex-\nsoldiers.")).isEqualTo(LINE + "ex-soldiers.");
    assertThat(TextCleaner.clean(LINE + "ex-\npected boiler."))
        .isEqualTo(LINE + "expected boiler.");
    assertThat(TextCleaner.clean(LINE + "COVID-\n19 boiler.")).isEqualTo(LINE + "COVID-19 boiler.");
    assertThat(TextCleaner.clean("A tug-boat came.\n" + LINE + "tug-\nboat."))
        .endsWith(LINE + "tug-boat.");
    assertThat(TextCleaner.clean("A tugboat came.\n" + LINE + "tug-\nboat."))
        .endsWith(LINE + "tugboat.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The plan covers many short-\nand long-term loans.",
        "Short-\nline",
        "The coroner adjourned the inquiry - \nit rained.",
        "The coroner adjourned the inquiry –\nit rained.",
        "The coroner adjourned the inquiry -\n\nring"
      })
  void otherLineEndsAreUnchanged(String text) {
    assertThat(TextCleaner.clean(text)).isEqualTo(text);
  }

  @Test
  void charactersAreComposed() {
    assertThat(TextCleaner.clean("He\u0301le\u0300ne A\u030astro\u0308m"))
        .isEqualTo("Hélène Åström");
  }
}
