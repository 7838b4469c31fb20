package org.dossier.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.dossier.auth.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
  @Test
  void slashesAtTheEndAreRemoved() {
    assertThat(of("https://archive.example/press//").base())
        .hasValue("https://archive.example/press");
    assertThat(new PublicUrl(Optional::empty).base()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://archive.example",
        "archive.example",
        "https:///x",
        "javascript:alert(1)",
        "https://archive.example/?q=x",
        "https://archive.example/#x"
      })
  void otherAddressesAreRejected(String address) {
    assertThatThrownBy(() -> of(address))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("dossier.public-url")
        .hasMessageContaining(address);
  }

  private static PublicUrl of(String address) {
    return new PublicUrl(() -> Optional.of(URI.create(address)));
  }
}
