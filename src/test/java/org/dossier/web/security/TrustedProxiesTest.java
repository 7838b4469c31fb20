package org.dossier.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.dossier.auth.InvalidSettingException;
import org.dossier.web.WebSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # sender    | X-Forwarded-For                       | client
          203.0.113.5 | 198.51.100.1                          | 203.0.113.5
          10.0.0.1    | 198.51.100.1                          | 198.51.100.1
          10.0.0.1    | 192.0.2.66, 198.51.100.1              | 198.51.100.1
          10.0.0.1    | 192.0.2.66, 198.51.100.1, 10.9.9.9    | 198.51.100.1
          10.0.0.1    | 10.1.1.1, 10.2.2.2                    | 10.1.1.1
          10.0.0.1    | 198.51.100.1:4711                     | 198.51.100.1
          10.0.0.1    | [2001:db8::7]:443                     | 2001:db8:0:0:0:0:0:7
          10.0.0.1    | 2001:db8::7                           | 2001:db8:0:0:0:0:0:7
          10.0.0.1    | ::ffff:198.51.100.1                   | 198.51.100.1
          fd00::1     | 198.51.100.1                          | 198.51.100.1
          10.0.0.1    | 198.51.100.1, unknown                 | 10.0.0.1
          10.0.0.1    | 198.51.100.1, unknown, 10.2.2.2       | 10.2.2.2
          10.0.0.1    | 198.51.100.1, '' , 10.2.2.2           | 10.2.2.2
          10.0.0.1    | [2001:db8::7                          | 10.0.0.1
          10.0.0.1    | _secret                               | 10.0.0.1
          10.0.0.1    | ' '                                   | 10.0.0.1
          """)
  void theClientIsTheLastAddressThatATrustedProxyWrote(
      String sender, String forwardedFor, String client) {
    assertThat(proxies("10.0.0.0/8,fd00::/8").client(literal(sender), List.of(forwardedFor)))
        .isEqualTo(literal(client));
  }

  @Test
  void severalHeadersAreOneList() {
    var headers = List.of("192.0.2.66", "198.51.100.1", "10.2.2.2");

    assertThat(proxies("10.0.0.0/8").client(literal("10.0.0.1"), headers))
        .isEqualTo(literal("198.51.100.1"));
  }

  @Test
  void withoutTrustedProxiesTheHeaderIsIgnored() {
    var none = new TrustedProxies(WebSettings.with(Map.of()));

    assertThat(none.client(literal("127.0.0.1"), List.of("198.51.100.1")))
        .isEqualTo(literal("127.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "fd00::/129", "/8", "10.0.0.0/"})
  void invalidNetworksAreReported(String entry) {
    assertThatThrownBy(() -> proxies(entry))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("dossier.web.trusted-proxies")
        .hasMessageContaining(entry);
  }

  private static TrustedProxies proxies(String networks) {
    return new TrustedProxies(WebSettings.with(Map.of("trusted-proxies", networks)));
  }

  private static InetAddress literal(String address) {
    return InetAddress.ofLiteral(address);
  }
}
