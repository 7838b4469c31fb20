package org.dossier.retrieval.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dossier.retrieval.count.CountArchive.article;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts of articles by the persons, places and organizations that they name.
class EntityCountsTest {
  private static final int COMBINATIONS = 200;
  private static final long SEED = 20;

  /// Sentences, and what they name.
  private static final Map<String, String> SENTENCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("Foreign Minister Sergei Lavrov came.", "Sergei Lavrov"),
              Map.entry("They thanked Foreign Minister Sergey Lavrov.", "Sergei Lavrov"),
              Map.entry("Then Foreign Minister Lavrov spoke.", "Sergei Lavrov"),
              Map.entry("Harbour master Anna Brekke, 43, left.", "Anna Brekke"),
              Map.entry("They thanked the pilot Karl Brekke.", "Karl Brekke"),
              Map.entry(
                  "The International Harbour Agency (IHA) opened it.",
                  "International Harbour Agency"),
              Map.entry("It was closed by the IHA on Monday.", "International Harbour Agency"),
              Map.entry("It was built in the city of Norholm.", "Norholm"),
              Map.entry("The United States agreed.", "United States"),
              Map.entry("Later the U.S. agreed.", "United States"),
              Map.entry("The lavrov of us was a ferry.", ""),
              Map.entry("Nothing was decided on Monday.", "")));

  private static final Map<String, String> PHRASES =
      new TreeMap<>(
          Map.of(
              "Sergei Lavrov", "Sergei Lavrov",
              "Sergey Lavrov", "Sergei Lavrov",
              "Lavrov", "Sergei Lavrov",
              "Anna Brekke", "Anna Brekke",
              "the International Harbour Agency", "International Harbour Agency",
              "IHA", "International Harbour Agency",
              "Norholm", "Norholm",
              "US", "United States"));

  private final Random random = new Random(SEED);
  private CountArchive archive;

  @BeforeEach
  void open(@TempDir Path folder) {
    archive = new CountArchive(folder);
  }

  @AfterEach
  void close() {
    archive.close();
  }

  @Test
  void countsEqualWhatTheTextsNameWhileArticlesComeAndGo() {
    for (int i = 0; i < 60; i++) {
      archive.put(randomArticle(i));
    }
    long counted = 0;
    for (int i = 0; i < COMBINATIONS; i++) {
      int id = random.nextInt(90);
      if (random.nextInt(3) == 0) {
        archive.delete("article-" + id);
      } else {
        archive.put(randomArticle(id));
      }
      counted += compare(random.nextInt(2) == 0 ? Filters.NONE : randomFilters());
    }
    assertThat(counted).as("articles counted").isGreaterThan(1_000);
  }

  private long compare(Filters filters) {
    var expected = named(filters);
    var phrase = List.copyOf(PHRASES.keySet()).get(random.nextInt(PHRASES.size()));
    var result = count(phrase, filters);
    long articles = expected.getOrDefault(Objects.requireNonNull(PHRASES.get(phrase)), 0L);
    assertThat(result.articles()).as("“%s” with %s", phrase, filters).isEqualTo(articles);
    assertThat(groups(result))
        .as("groups of “%s” with %s", phrase, filters)
        .containsEntry("", articles);
    var all =
        archive.count(
            ArticleQuery.all(List.of(), filters),
            Property.PERSON,
            Property.PLACE,
            Property.ORGANIZATION);
    assertThat(groups(all)).as("groups with %s", filters).containsAllEntriesOf(expected);
    return articles;
  }

  /// The groups of a result by entity, and the number of all articles by an empty name. A group has
  /// the more frequent spelling of a name.
  private static Map<String, Long> groups(CountResult result) {
    var groups = new TreeMap<String, Long>();
    groups.put("", result.articles());
    result
        .groups()
        .forEach(by ->
            by.groups()
                .forEach(group ->
                    groups.put(
                        String.valueOf(group.key()).replace("Sergey", "Sergei"),
                        group.articles())));
    return groups;
  }

  /// The number of articles that name each entity, by a scan of the database.
  private Map<String, Long> named(Filters filters) {
    var named = new TreeMap<String, Long>();
    for (var article :
        archive.archive.list(null, 1_000).stream().map(ArticleVersion::article).toList()) {
      if (filters.accept(article.published(), article.publisher())) {
        var names = new TreeSet<String>();
        SENTENCES.forEach((sentence, name) -> {
          if (article.text().contains(sentence) && !name.isEmpty()) {
            names.add(name);
          }
        });
        names.forEach(name -> named.merge(name, 1L, Long::sum));
      }
    }
    return named;
  }

  @Test
  void aFamilyNameOfSeveralPersonsIsCountedByItsWords() {
    archive.put("a", "Mayor Anna Brekke came.");
    archive.put("b", "Pilot Karl Brekke came.");
    archive.put("c", "They saw brekke on the map.");

    assertThat(count("Brekke", Filters.NONE).articles()).isEqualTo(3);
    assertThat(archive.counter.entity("Brekke")).isEmpty();
    assertThat(count("Anna Brekke", Filters.NONE).articles()).isOne();
  }

  @Test
  void aPhraseInQuotationMarksIsCountedByItsWords() {
    archive.put("a", "Mayor Anna Brekke came.");
    archive.put("b", "The Brekke was a ferry.");

    assertThat(count("Brekke", Filters.NONE).articles()).isOne();
    assertThat(count("“Brekke”", Filters.NONE).articles()).isEqualTo(2);
  }

  @Test
  void theRuleStatesAllNames() {
    archive.put("a", "Mayor Anna Brekke came.");
    archive.put("b", "Then Mayor Brekke came.");

    var result = count("Brekke", Filters.NONE);

    assertThat(result.articles()).isEqualTo(2);
    assertThat(CountingRule.of(result.query()))
        .isEqualTo(
            "An article is counted once if its title or text contains “Anna Brekke”, or for the person Anna Brekke: “Brekke”"
                + " as whole words, in any case; other inflections and derived words are not counted.");
  }

  @Test
  void theFirstShortFormIsQuoted() {
    archive.put("a", "Mayor Anna Brekke came.");
    var text = "It rained. Then Mayor Brekke came.";
    archive.put("b", text);

    assertThat(count("Anna Brekke", Filters.NONE).page())
        .extracting(counted -> counted.quote().of(counted.source().article().text()))
        .containsExactly("Mayor Anna Brekke came.", "Then Mayor Brekke came.");
  }

  @Test
  void theArticlesOfASearchAreCountedByEntity() {
    archive.put("a", "Mayor Anna Brekke closed the lock.");
    archive.put("b", "Then Mayor Brekke opened the lock. Pilot Karl Krul saw the lock.");
    archive.put("c", "Pilot Karl Krul came.");

    var groups = archive.counter.facets("lock", Filters.NONE, List.of(Property.PERSON));

    assertThat(groups.getFirst().groups())
        .containsExactly(new Group("Anna Brekke", 2), new Group("Karl Krul", 1));
  }

  private CountResult count(String phrase, Filters filters) {
    return archive.count(archive.counter.byEntity(ArticleQuery.all(List.of(phrase), filters)));
  }

  private Filters randomFilters() {
    var from = day();
    return new Filters(
        from, from.plusDays(400), random.nextInt(3) == 0 ? Set.of("harbour gazette") : Set.of());
  }

  private Article randomArticle(int id) {
    var all = List.copyOf(SENTENCES.keySet());
    var sentences = new ArrayList<String>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      sentences.add(all.get(random.nextInt(all.size())));
    }
    return article(
        "article-" + id,
        null,
        random.nextInt(3) == 0 ? null : "Harbour Gazette",
        random.nextInt(5) == 0 ? null : day(),
        String.join(" ", sentences));
  }

  private LocalDate day() {
    return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1_000));
  }
}
