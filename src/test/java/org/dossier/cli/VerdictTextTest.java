package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.dossier.cli.terminal.Terminal;
import org.dossier.verification.Source;
import org.dossier.verification.Verdict.Reason;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.dossier.web.check.CitedAnswer;
import org.junit.jupiter.api.Test;

class VerdictTextTest {
  private static final VerdictText TEXT =
      new VerdictText(
          new CitedAnswer(
              List.of(
                  new CitedAnswer.Statement("The bridge is \u001b[31msafe.", List.of(1)),
                  new CitedAnswer.Statement("It has five arches.", List.of(1))),
              Map.of(1, new Source("The bridge is safe.", "", null))),
          List.of(
              new Supported(0.97),
              new Unsupported(Reason.NUMBER, "the number “five” is in no source", 0.4)));

  @Test
  void tableShowsTheReasonOfEachVerdict() {
    assertThat(TEXT.table(new Terminal(false, false, 60)))
        .isEqualTo(
            """
              1  supported  0.97  The bridge is safe.
              2  number     0.40  It has five arches.
                 the number “five” is in no source
            1 of 2 statements supported\
            """);
  }

  @Test
  void jsonContainsTheSameVerdicts() throws JsonProcessingException {
    var json = new ObjectMapper().readTree(TEXT.json());

    assertThat(json.path("supported").asInt()).isEqualTo(1);
    assertThat(json.path("of").asInt()).isEqualTo(2);
    assertThat(json.at("/statements/0/supported").asBoolean()).isTrue();
    assertThat(json.at("/statements/1/reason").asText()).isEqualTo("number");
    assertThat(json.at("/statements/1/citations/0").asInt()).isEqualTo(1);
  }
}
