package org.dossier.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityMergerTest {
  @Test
  void spellingsOfAFullNameAreOnePerson() {
    assertThat(merge(EntityKind.PERSON, Map.of("Hassan Rouhani", 5L, "Hassan Ruhani", 2L)))
        .containsExactlyEntriesOf(Map.of("Hassan Rouhani", 7L));
  }

  @Test
  void aNameWithoutMiddleNamesOrWithInitialsIsOfThePersonWithThem() {
    assertThat(
            merge(
                EntityKind.PERSON,
                Map.of("Mohammad Javad Zarif", 3L, "Javad Zarif", 4L, "M. Zarif", 1L)))
        .containsExactlyEntriesOf(Map.of("Javad Zarif", 8L));
  }

  @Test
  void aShortNameOfTwoPersonsStaysApart() {
    assertThat(
            merge(
                EntityKind.PERSON,
                Map.of("George W. Bush", 6L, "George H.W. Bush", 4L, "George Bush", 3L)))
        .hasSize(3);
    assertThat(merge(EntityKind.PERSON, Map.of("Anna Brekke", 6L, "Jan Brekke", 4L, "Brekke", 3L)))
        .hasSize(3);
  }

  @Test
  void aFamilyNameIsOfThePersonWhoHasAlmostAllArticles() {
    assertThat(merge(EntityKind.PERSON, Map.of("Anna Brekke", 80L, "Jan Brekke", 4L, "Brekke", 3L)))
        .containsOnly(Map.entry("Anna Brekke", 83L), Map.entry("Jan Brekke", 4L));
  }

  @Test
  void aSonIsNotHisFather() {
    assertThat(merge(EntityKind.PERSON, Map.of("Olav Brekke", 3L, "Olav Brekke Jr", 4L)))
        .hasSize(2);
  }

  @Test
  void anAcronymIsOfTheOrganizationWithItsInitials() {
    assertThat(
            merge(EntityKind.ORGANIZATION, Map.of("International Harbour Agency", 3L, "IHA", 9L)))
        .containsExactlyEntriesOf(Map.of("International Harbour Agency", 12L));
  }

  @Test
  void aKeyIsReadFromItsTerm() {
    var key = EntityKey.of(EntityKind.PERSON, "Łukasz Brekke");
    assertThat(EntityKey.parse(key.term())).isEqualTo(key);
    assertThat(key.term()).startsWith(key.prefix());
    assertThat(EntityKey.of(EntityKind.ORGANIZATION, "U.S. Senate").name())
        .isEqualTo(EntityKey.of(EntityKind.ORGANIZATION, "US Senate").name());
  }

  private static Map<String, Long> merge(EntityKind kind, Map<String, Long> names) {
    var counts = new HashMap<EntityKey, Long>();
    names.forEach((name, articles) -> counts.put(EntityKey.of(kind, name), articles));
    assertThat(counts.keySet())
        .extracting(EntityKey::prefix)
        .containsOnly(counts.keySet().iterator().next().prefix());
    var merged = new HashMap<String, Long>();
    EntityMerger.merge(kind, counts)
        .forEach(entity -> merged.put(entity.name(), entity.articles()));
    return merged;
  }
}
