package org.dossier.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dossier.HostileText;
import org.dossier.LinearWork;
import org.dossier.text.boilerplate.BoilerplateDetector;
import org.dossier.text.date.DateFinder;
import org.dossier.text.name.NameFinder;
import org.dossier.text.number.NumberFinder;
import org.dossier.text.phrase.ClauseParse;
import org.dossier.text.phrase.NounPhraseChunker;
import org.dossier.text.sentence.ParagraphSplitter;
import org.dossier.text.sentence.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Functions for whole articles are tested with a part of the largest article that is long enough
/// to distinguish quadratic from linear time. Functions for questions and sentences are tested with
/// inputs beyond the maximum length of these.
class HostileTextTest {
  private static final int PART_OF_AN_ARTICLE = 25_000;
  private static final int QUESTION = 2_000;

  static List<Arguments> functions() {
    var day = LocalDate.of(2011, 11, 11);
    return List.of(
        function("sentences", PART_OF_AN_ARTICLE, SentenceSplitter::split),
        function("boilerplate", PART_OF_AN_ARTICLE, BoilerplateDetector::detect),
        function("names", PART_OF_AN_ARTICLE, NameFinder::find),
        function("dates", PART_OF_AN_ARTICLE, text -> DateFinder.find(text, day)),
        function("numbers", PART_OF_AN_ARTICLE, NumberFinder::find),
        function("noun phrases", 10 * QUESTION, NounPhraseChunker::chunk),
        function("clauses", QUESTION, ClauseParse::of),
        function(
            "settled sentences",
            PART_OF_AN_ARTICLE,
            text -> SentenceSplitter.countStable(text, SentenceSplitter.split(text))));
  }

  private static Arguments function(String name, int length, Consumer<String> function) {
    return Arguments.of(name, length, function);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void workGrowsLinearly(String name, int length, Consumer<String> function) {
    LinearWork.verify(length, function);
  }

  @Test
  void findingNamesIsLinearWithoutHyphens() {
    LinearWork.verify("words", 1_000_000, n -> "harbour ".repeat(n / 8), NameFinder::find);
  }

  @Test
  void splittingARunOfFlagsIsLinear() {
    LinearWork.verify(
        "flags", 1_000_000, n -> "\ud83c\udde9\ud83c\uddea".repeat(n / 4), SentenceSplitter::split);
  }

  @Test
  void splittingTheLinesOfOneParagraphIsLinear() {
    var line = "the quay of the harbour was opened on a bright day in\n";
    LinearWork.verify(
        "wrapped lines", 2_000_000, n -> line.repeat(n / line.length()), ParagraphSplitter::split);
  }

  @Test
  void detectingManyHeadingsIsLinear() {
    LinearWork.verify(
        "headings", 1_000_000, n -> "Comments\n".repeat(n / 9), BoilerplateDetector::detect);
  }

  @Test
  void findingNumbersBeforeADateIsLinear() {
    LinearWork.verify(
        "figures", 500_000, n -> "1 ".repeat(n / 2) + "1 May 2011", NumberFinder::find);
  }

  @Test
  void aLetterKeepsAtMostThirtyCombiningMarks() {
    assertThat(CombiningMarks.limit("a" + "\u0301".repeat(3_000) + "b"))
        .isEqualTo("a" + "\u0301".repeat(30) + "b");
    assertThat(CombiningMarks.limit("Cafe\u0301")).isEqualTo("Cafe\u0301");
    for (var pattern : HostileText.ALL) {
      if (!pattern.name().startsWith("combining marks")) {
        var text = pattern.ofLength(QUESTION);
        assertThat(CombiningMarks.limit(text)).as(pattern.name()).isSameAs(text);
      }
    }
  }
}
