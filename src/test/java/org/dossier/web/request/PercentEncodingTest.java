package org.dossier.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentEncodingTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a+b", "%41", "ü?#&/", "😀", "سلام", "a-._~b", "\u0001"})
  void encodedTextDecodesToItself(String text) {
    assertThat(PercentEncoding.decode(PercentEncoding.encode(text))).isEqualTo(text);
    assertThat(PercentEncoding.encode(text)).matches("[A-Za-z0-9._~%-]*");
  }

  @Test
  void plusSignsAreNotBlanks() {
    assertThat(PercentEncoding.decode("a+b%2Bc")).isEqualTo("a+b+c");
  }

  @Test
  void digitsOfEitherCaseAreDecoded() {
    assertThat(PercentEncoding.decode("%c3%BC")).isEqualTo("ü");
  }

  @ParameterizedTest
  @CsvSource({
    "a%, percent sign",
    "a%4, percent sign",
    "%zz, percent sign",
    "%ff, not UTF-8",
    "%c3, not UTF-8",
    "%c0%af, not UTF-8",
    "%ed%a0%80, not UTF-8",
    "a%00b, NUL"
  })
  void invalidEncodingsAreRejected(String text, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PercentEncoding.decode(text))
        .withMessageContaining(why);
  }
}
