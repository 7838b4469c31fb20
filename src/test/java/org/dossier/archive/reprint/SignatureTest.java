package org.dossier.archive.reprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final int TEXTS = 300;

  private final SampleTexts texts = new SampleTexts(1);

  @Test
  void theSameWordsHaveTheSameSignature() {
    var text = texts.text(200);

    var signature = Signature.of(ContentWords.of(text));

    assertThat(signature.values()).hasSize(Signature.SIZE);
    assertThat(
            signature.similarity(
                Signature.of(ContentWords.of(text.toUpperCase(Locale.ROOT).replace(" ", "\n")))))
        .isEqualTo(1);
  }

  @Test
  void similarityIsTheShareOfWordPairsInCommon() {
    var first = texts.text(600);
    var second = texts.text(600);
    var third = texts.text(600);

    var one = Signature.of(ContentWords.of(first + " " + second));
    var other = Signature.of(ContentWords.of(first + " " + third));

    assertThat(one.similarity(other)).isEqualTo(1.0 / 3, within(0.12));
  }

  @Test
  void editedTextsHaveABandInCommon() {
    long found = 0;
    for (int i = 0; i < TEXTS; i++) {
      var text = texts.text(400);
      found += haveABandInCommon(text, texts.edited(text, 0.4)) ? 1 : 0;
    }

    assertThat(found).isGreaterThan(TEXTS * 90 / 100);
  }

  @Test
  void otherTextsHardlyEverHaveABandInCommon() {
    long found = 0;
    for (int i = 0; i < TEXTS; i++) {
      found += haveABandInCommon(texts.text(400), texts.text(400)) ? 1 : 0;
    }

    assertThat(found).isLessThan(TEXTS * 5 / 100);
  }

  private static boolean haveABandInCommon(String one, String other) {
    var bands = bands(one);
    return bands(other).stream().anyMatch(bands::contains);
  }

  private static Set<Integer> bands(String text) {
    return Arrays.stream(Signature.of(ContentWords.of(text)).bands())
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void aSignatureIsRestoredFromItsBytes() {
    var signature = Signature.of(ContentWords.of(texts.text(100)));

    assertThat(Signature.of(signature.bytes()).values()).isEqualTo(signature.values());
  }

  @Test
  void aVeryShortTextIsSimilarToNone() {
    var caption = Signature.of(ContentWords.of("Photo: Gull / Harbour Agency"));

    assertThat(caption.bands()).isEmpty();
    assertThat(caption.bytes()).isEmpty();
    assertThat(caption.similarity(caption)).isZero();
  }

  @Test
  void textsWithoutSpacesHaveWords() {
    var words = ContentWords.of("大桥于十二日通车。桥长三百米，有四个车道，造价两亿元。");

    assertThat(words.size()).isGreaterThan(Signature.MIN_WORDS);
  }
}
