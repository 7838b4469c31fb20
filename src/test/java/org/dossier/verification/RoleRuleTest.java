package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new RoleRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Quill praised Berg. | Berg praised Quill.
          Lune was accused of fraud. | Lune accused Ousel of fraud.
          Kovac beat Weaver by a minute. | Weaver won the race on Sunday, beating Kovac by a minute.
          Quill is an Ousel. | Quill welcomed the ties with Ousel.
          The harbour had warned inspectors of the leak. | The harbour had been warned by inspectors of the leak.
          The roads in the south are more damaged than in the north. | Roads in the northern part are more damaged than in the south.
          Lune restored the old pier for visitors. | While Ousel restored the old pier for visitors, Lune has declined to do so.
          The yard's owner, Berg Metals, had warned inspectors. | The yard's owner, Berg Metals, had been warned by inspectors.
          Samuel Berg wrote the letters to Quill in the years of the war. | Ada Quill wrote the letters to her publisher in the years of the war, Samuel Berg.
          Lune agrees with Ousel that the River Islands need a ferry. | Lune agrees with the River Islands that Ousel needs a ferry.
          Councils pay millions to support the harbours. | Harbours pay millions to support the councils.
          Lune was under Ousel. | Lune and Ousel signed a contract.
          The ferry was built by Lune's Norbert yard. | The ferry was built by Ousel's Norbert yard.
          The Lune ferry is slower than the Ousel ferry. | The Ousel ferry is slower than the Lune ferry.
          The plan is to sell old ferries to museums and repair historic bridges for traffic. | The plan is to repair old ferries to museums and sell historic bridges for traffic.
          """)
  void exchangedRolesAreRejected(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.ROLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Berg was praised by Quill. | Quill praised Berg.
          Weaver beat Kovac by a minute. | Weaver won the race on Sunday, beating Kovac by a minute.
          The show was made by Light Works, the lighting firm of Ada Quill. | The show was made by Ada Quill's lighting firm, Light Works.
          Quill spoke in the Lunish capital, Ousel. | Quill was speaking in Ousel, the capital of Lune.
          Inspectors had warned the harbour of the leak. | The harbour had been warned by inspectors of the leak.
          The bridge reopened on Monday. | The bridge was reopened on Monday.
          Quill is from Ousel. | Quill, the mayor of Ousel, signed the contract.
          Quill is Lunish. | The Lunish mayor, Ada Quill, signed the contract.
          The trial of Lunin, a drug against fever, was stopped. | The clinic stopped a trial of the fever drug Lunin.
          Ousel was accused of fraud. | Lune accused Ousel of fraud.
          The ferry was built by Ousel's Norbert yard. | Ousel's Norbert yard built the ferry.
          The Ousel ferry is slower than the Lune ferry. | The Ousel ferry, painted red, is slower than the Lune ferry.
          The two towns agreed on security work. | The two towns agreed on work for security.
          In May the council approved the contract about the ferry. | The council approved the contract about the ferry in May.
          """)
  void theSameRolesInAnotherVoiceOrOrderAreAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
