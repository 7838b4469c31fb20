package org.dossier.text.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.dossier.text.entity.EntityKind.ORGANIZATION;
import static org.dossier.text.entity.EntityKind.PERSON;
import static org.dossier.text.entity.EntityKind.PLACE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Norholm's Foreign Minister Olav Brekke left.                    | PERSON | Olav Brekke
          The mayor thanked Foreign Minister Brekke.                      | PERSON | Brekke
          It was opened by Secretary of State Femke Aal on Monday.        | PERSON | Femke Aal
          Femke Aal, the new harbour master, spoke first.                 | PERSON | Femke Aal
          Femke Aal, 43, spoke first.                                     | PERSON | Femke Aal
          They met the economist Femke Aal on Monday.                     | PERSON | Femke Aal
          They met Martin Aal on Monday.                                  | PERSON | Martin Aal
          On Monday Jonah Hill came.                                      | PERSON | Jonah Hill
          Charles Aal Jr. came.                                           | PERSON | Charles Aal Jr
          They met in the city of Lissport.                               | PLACE | Lissport
          A bridge in Lissport, Norway, was closed.                       | PLACE | Lissport
          They sailed on Lake Brekke.                                     | PLACE | Lake Brekke
          The Strait of Lissport was closed.                              | PLACE | Strait of Lissport
          The U.S. agreed.                                                | PLACE | United States
          The Lissport Harbour Board met.                                 | ORGANIZATION | Lissport Harbour Board
          The University of Lissport was closed.                          | ORGANIZATION | University of Lissport
          The Ministry of Trade and Industry was closed.                  | ORGANIZATION | Ministry of Trade and Industry
          The Fish and Game Commission was closed.                        | ORGANIZATION | Fish and Game Commission
          The carmaker Brekke was sold.                                   | ORGANIZATION | Brekke
          The United Nations agreed.                                      | ORGANIZATION | UN
          """)
  void aNameHasAKind(String text, EntityKind kind, String name) {
    assertThat(EntityFinder.find(null, text))
        .extracting(ArticleEntity::kind, ArticleEntity::name)
        .contains(tuple(kind, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The Americans left early.
          The Foreign Minister left early.
          They watched the World Cup.
          They signed the Lissport Agreement.
          They met on Christmas Day.
          JUST WATCHED
          Nothing shows what Brekke is.
          """)
  void whatIsNoNameOrHasNoKindIsLeftOut(String text) {
    assertThat(EntityFinder.find(null, text)).isEmpty();
  }

  @Test
  void aFamilyNameIsOfThePersonWithTheFullName() {
    assertThat(
            EntityFinder.find(
                "Lavrov in Lissport", "Foreign Minister Sergei Lavrov came. Lavrov spoke."))
        .contains(new ArticleEntity(PERSON, "Sergei Lavrov", List.of("Lavrov", "Sergei Lavrov")));
  }

  @Test
  void aFamilyNameOfTwoPersonsIsOfNeither() {
    assertThat(EntityFinder.find(null, "Anna Brekke met Martin Brekke. Later Brekke spoke."))
        .extracting(ArticleEntity::name)
        .containsExactly("Anna Brekke", "Martin Brekke");
  }

  @Test
  void aDefinedAcronymIsOfItsOrganization() {
    assertThat(
            EntityFinder.find(
                null, "The International Harbour Agency (IHA) met. The IHA was founded in 1950."))
        .containsExactly(
            new ArticleEntity(
                ORGANIZATION,
                "International Harbour Agency",
                List.of("International Harbour Agency", "IHA")));
  }

  @Test
  void namesOfTheTableAreOneEntity() {
    assertThat(EntityFinder.find(null, "The United States left. Then the U.S. came back."))
        .extracting(ArticleEntity::kind, ArticleEntity::name)
        .containsExactly(tuple(PLACE, "United States"));
  }
}
