package org.dossier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.verification.Verdict.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRuleTest {
  private static final RuleExamples EXAMPLES = new RuleExamples(new DateRule());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge opened before Friday. | The bridge opened on Friday.
          The bridge has been closed since 2014. | The bridge was closed in 2014.
          The bridge opened in 2014. | The bridge is to open by 2014.
          The ferry sailed until May 2010. | The ferry sailed in May 2010.
          The ferry sailed in May 2010. | The ferry has sailed since May 2010.
          The bridge opened on Friday night. | The bridge opened on Friday.
          The mayor resigned after 2010. | The mayor resigned before 2010.
          In 1990 some 900 cars crossed it. | Some 900 cars cross it, three times as many as in 1990.
          The club was founded in 1987. | The club was founded in Lune in 1952 and moved to Ousel in 1987.
          Storms are frequent in March and April. | Storms are rare when compared to those in the months of March and April.
          The talks failed on Thursday. | The talks failed on Friday and are to be resumed on Thursday under a judge.
          The miners were trapped since Tuesday. | The miners, trapped since Saturday, were rescued on Tuesday.
          In Lune, in 1987. | The club was founded in Lune in 1952 and moved to Ousel in 1987.
          """)
  void anotherRelationToTheDateIsRejected(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).contains(Reason.DATE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The bridge opened on Friday. | On Friday the bridge opened.
          The club was founded in 1952. | The club was founded in Lune in 1952 and moved to Ousel in 1987.
          The club moved to Ousel in 1987. | The club was founded in Lune in 1952 and moved to Ousel in 1987.
          Founded in 1952, the club is in Ousel. | The club was founded in Lune in 1952 and moved to Ousel in 1987.
          The club has been in Ousel since 1987. | The club moved to Ousel in 1987.
          The number of cars has tripled since 1990. | Some 900 cars cross it, three times as many as in 1990.
          Entrance has been free since 2018. | Visitors have doubled since the museum abolished fees in 2018.
          The bridge has been closed since 2014. | The bridge has been closed from 2014 on.
          The letters were written from 1921 to 1934. | Quill wrote the letters between 1921 and 1934.
          The lake is twice as big as in 2012. | The lake has doubled in size since 2012.
          Storms are rarer than in March and April. | Storms are rare when compared to those in the months of March and April.
          The bridge opened prior to 2014. | The bridge opened before 2014.
          The closure began in 2014. | The bridge has been closed since 2014.
          The contract ended in May 2010. | The contract ran until May 2010.
          The contract ran until May 2010. | The contract ended in May 2010.
          The bridge opened on 11 November 2011. | The bridge opened on Friday.
          The contract was signed in 2001. | The contract dates from 2001.
          """)
  void theSameRelationIsAccepted(String statement, String source) {
    assertThat(EXAMPLES.reason(statement, source)).isEmpty();
  }
}
