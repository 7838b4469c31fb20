package org.dossier.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageValidatorTest {
  private static final int LIMIT = 10;

  @ParameterizedTest
  @ValueSource(strings = {"Who?", "۱۲۳", "a\nb", "0123456789", "😀😀😀😀😀😀😀😀😀😀"})
  void messageInAnyScriptWithinTheLimitIsValid(String text) {
    assertThatCode(() -> MessageValidator.check(text, LIMIT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\n\t", "\u00a0\u2003", "\u200b"})
  void messageWithoutVisibleCharactersIsEmpty(String text) {
    var fault = fault(text);

    assertThat(fault).hasMessage("message: is empty");
    assertThat(fault.limit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\ud83d", "\ude00b", "\ude00\ud83d"})
  void textThatCannotBeEncodedIsRejected(String text) {
    assertThat(fault(text)).hasMessageContaining("which cannot be encoded");
  }

  @Test
  void tooLongMessageReportsTheLimit() {
    var fault = fault("01234567890");

    assertThat(fault).hasMessage("message: has 11 characters, more than 10");
    assertThat(fault.field()).isEqualTo("message");
    assertThat(fault.limit()).hasValue(LIMIT);
  }

  private static InvalidMessageException fault(String text) {
    return catchThrowableOfType(
        InvalidMessageException.class, () -> MessageValidator.check(text, LIMIT));
  }
}
