package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/// The rules that every result of the verification of a text satisfies.
final class CheckRules {
  private CheckRules() {}

  /// Verifies `text`, which must be valid, against the archive.
  static void check(String text) {
    var response = Api.send("POST", "/api/check", Api.text(Map.of("text", text)), Api.json());
    assertThat(response.status()).as(response.body()).isEqualTo(200);
    int from = 0;
    for (var statement : response.json().path("statements")) {
      int start = statement.path("start").asInt();
      assertThat(start).isGreaterThanOrEqualTo(from);
      from = statement.path("end").asInt();
      assertThat(text.substring(start, from)).isNotBlank();
      statement.path("found").forEach(ReplyRules::checkCitation);
    }
  }
}
