package org.dossier.retrieval.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.ListedArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares counts from the index with a scan of all texts in the database by regular expressions,
/// while articles are added, changed and withdrawn.
class CountsEqualAScanTest {
  private static final int COMBINATIONS = 200;
  private static final long SEED = 20;

  /// The pattern that a scan looks for, by the name that is counted. The texts are without accents.
  private static final Map<String, Pattern> SCANNED =
      Map.ofEntries(
          Map.entry("Lavrov", anyCase("lavrov")),
          Map.entry("Sergey Lavrov", anyCase("sergey", "lavrov")),
          Map.entry("José Martí", anyCase("jose", "marti")),
          Map.entry("nuclear talks", anyCase("nuclear", "talks")),
          Map.entry("al-Qaeda", anyCase("al", "qaeda")),
          Map.entry("Лавров", anyCase("лавров")),
          Map.entry("東京", Pattern.compile("東[^\\p{L}\\p{N}]*京")),
          Map.entry(
              "United Nations",
              Pattern.compile(anyCase("united", "nations") + "|" + capitals("UN", "U\\.N\\.?"))),
          Map.entry(
              "US",
              Pattern.compile(
                  String.join(
                      "|",
                      anyCase("united", "states").pattern(),
                      anyCase("america").pattern(),
                      capitals("US", "USA", "U\\.S\\.?", "U\\.S\\.A\\.?")))));

  private static final List<String> MENTIONS =
      List.of(
          "Lavrov",
          "Lavrov's",
          "LAVROV",
          "lavrovs",
          "Sergey Lavrov",
          "Sergey’s Lavrov",
          "José Martí",
          "Jose Marti",
          "JOSE MARTÍ",
          "nuclear talks",
          "nuclear talk",
          "nuclear. Talks",
          "nuclear\n\ntalks",
          "al-Qaeda",
          "Al Qaeda",
          "al‑Qaeda’s",
          "Лавров",
          "Лаврова",
          "東京タワー",
          "京東",
          "UN",
          "U.N.",
          "un",
          "United Nations",
          "united\u00a0nations",
          "US",
          "U.S.",
          "us",
          "USA",
          "America",
          "American",
          "United States",
          "nations united");

  private static final List<String> WORDS =
      List.of("the", "harbour", "ferry", "2013", "left", "was", "Dupont", "café", "talk", "b");

  private static final List<String> SEPARATORS = List.of(" ", " ", " ", " ", ", ", ". ", "\n\n");

  private static final List<String> PUBLISHERS =
      List.of("Harbour Gazette", "HARBOUR GAZETTE", "Islands Courier", "Łódź Post");

  private final Random random = new Random(SEED);

  private static Pattern anyCase(String... words) {
    return Pattern.compile(
        "(?iu)(?<![\\p{L}\\p{N}])"
            + String.join("(?:['’]s)?+[^\\p{L}\\p{N}]+", words)
            + "(?![\\p{L}\\p{N}])(?-iu)");
  }

  private static String capitals(String... forms) {
    return "(?<![\\p{L}\\p{N}])(?:" + String.join("|", forms) + ")(?![\\p{L}\\p{N}])";
  }

  @Test
  void countsAndListsEqualAScanWhileArticlesComeAndGo(@TempDir Path folder) {
    try (var archive = new CountArchive(folder)) {
      for (int i = 0; i < 60; i++) {
        archive.put(article(i));
      }
      long counted = 0;
      for (int i = 0; i < COMBINATIONS; i++) {
        change(archive);
        counted += compare(archive, query());
      }
      assertThat(counted).as("articles counted").isGreaterThan(1_000);
    }
  }

  private void change(CountArchive archive) {
    int id = random.nextInt(90);
    if (random.nextInt(3) == 0) {
      archive.delete("article-" + id);
    } else {
      archive.put(article(id));
    }
  }

  private record Combination(List<String> names, boolean any, Filters filters) {
    ArticleQuery query() {
      return new ArticleQuery(ArticleQuery.all(names, filters).names(), any, filters);
    }

    boolean matches(Article article) {
      var scanned = names.stream().map(SCANNED::get);
      return accepts(article)
          && (names.isEmpty()
              || (any
                  ? scanned.anyMatch(pattern -> mentions(article, pattern))
                  : scanned.allMatch(pattern -> mentions(article, pattern))));
    }

    private boolean accepts(Article article) {
      var day = article.published();
      var publisher = article.publisher();
      boolean isAfter =
          filters.publishedFrom() == null
              || (day != null && !day.isBefore(filters.publishedFrom()));
      boolean isBefore =
          filters.publishedTo() == null || (day != null && !day.isAfter(filters.publishedTo()));
      boolean isOf =
          filters.publishers().isEmpty()
              || (publisher != null
                  && filters.publishers().stream().anyMatch(publisher::equalsIgnoreCase));
      return isAfter && isBefore && isOf;
    }

    private static boolean mentions(Article article, Pattern pattern) {
      return (article.title() != null && pattern.matcher(plain(article.title())).find())
          || pattern.matcher(plain(article.text())).find();
    }
  }

  private Combination query() {
    var names = new TreeSet<String>();
    var all = List.copyOf(new TreeSet<>(SCANNED.keySet()));
    for (int i = random.nextInt(10) < 7 ? 1 : random.nextInt(3); i > 0; i--) {
      names.add(all.get(random.nextInt(all.size())));
    }
    var from = random.nextInt(3) == 0 ? day() : null;
    var to = random.nextInt(3) == 0 ? day() : null;
    boolean isValid = from == null || to == null || !from.isAfter(to);
    var publishers =
        random.nextInt(3) == 0
            ? Set.of(PUBLISHERS.get(random.nextInt(PUBLISHERS.size())).toLowerCase(Locale.ROOT))
            : Set.<String>of();
    return new Combination(
        List.copyOf(names),
        random.nextBoolean(),
        new Filters(from, isValid ? to : null, publishers));
  }

  private static long compare(CountArchive archive, Combination combination) {
    var expected =
        archive.archive.list(null, 1_000).stream()
            .map(ArticleVersion::article)
            .filter(combination::matches)
            .toList();
    var result =
        archive.counter.count(
            combination.query(), List.of(Property.YEAR, Property.PUBLISHER), null, 0);
    assertThat(result.articles()).as("%s", combination).isEqualTo(expected.size());
    assertThat(result.groups().getFirst().groups())
        .as("years of %s", combination)
        .containsExactlyInAnyOrderElementsOf(
            groups(
                expected,
                a -> a.published() == null ? "" : String.valueOf(a.published().getYear())));
    assertThat(result.groups().getLast().groups().stream().mapToLong(Group::articles).sum())
        .isEqualTo(expected.size());
    assertThat(listed(archive, combination))
        .as("list of %s", combination)
        .isEqualTo(
            expected.stream().map(a -> new ListedArticle(a.id(), a.published())).sorted().toList());
    return expected.size();
  }

  private static List<Group> groups(List<Article> articles, Function<Article, String> key) {
    var sums = new TreeMap<String, Long>();
    articles.forEach(article -> sums.merge(key.apply(article), 1L, Long::sum));
    return sums.entrySet().stream()
        .map(sum -> new Group(sum.getKey().isEmpty() ? null : sum.getKey(), sum.getValue()))
        .toList();
  }

  private static List<ListedArticle> listed(CountArchive archive, Combination combination) {
    var listed = new ArrayList<ListedArticle>();
    ListedArticle after = null;
    do {
      var page = archive.counter.count(combination.query(), List.of(), after, 7);
      for (var counted : page.page()) {
        var article = counted.source().article();
        assertThat(counted.quote().of(article.text())).isNotBlank();
        listed.add(new ListedArticle(article.id(), article.published()));
      }
      after = page.next();
    } while (after != null);
    return listed;
  }

  /// Without accents.
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
  }

  private Article article(int id) {
    return CountArchive.article(
        "article-" + id,
        random.nextInt(4) == 0 ? null : text(1 + random.nextInt(8)),
        random.nextInt(5) == 0 ? null : PUBLISHERS.get(random.nextInt(PUBLISHERS.size())),
        random.nextInt(5) == 0 ? null : day(),
        text(1 + random.nextInt(random.nextInt(4) == 0 ? 600 : 40)));
  }

  private LocalDate day() {
    return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(1_500));
  }

  private String text(int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      var from = random.nextInt(12) == 0 ? MENTIONS : WORDS;
      text.append(text.isEmpty() ? "" : SEPARATORS.get(random.nextInt(SEPARATORS.size())))
          .append(from.get(random.nextInt(from.size())));
    }
    return text.toString();
  }
}
