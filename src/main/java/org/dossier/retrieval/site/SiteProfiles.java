package org.dossier.retrieval.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.Passage;
import org.dossier.archive.reprint.Reprints;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.ListedArticle;
import org.dossier.text.boilerplate.RepeatedLine;
import org.jspecify.annotations.Nullable;

/// Learns the boilerplate of each site from the archive: the lines that several of its articles
/// have in common and whose words are those of a page ([RepeatedLine]). A site is a publisher in
/// one year, because pages change. Articles without a publisher belong to no site.
///
/// The newest articles of the site are compared when it is first asked for, and again once the
/// archive has changed noticeably. Reprints count as one article. Safe for any number of threads.
public final class SiteProfiles {
  /// The least number of articles with a line.
  private static final int MIN_ARTICLES = 4;

  private static final int MAX_SITES = 1_000;

  /// Bounds the time for a site with very long articles.
  private static final int MAX_CHARACTERS = 4_000_000;

  /// The number of articles that are in memory at the same time.
  private static final int BATCH = 10;

  private final Archive archive;
  private final Reprints reprints;
  private final int articles;
  private final Cache<Site, SiteProfile> profiles =
      Caffeine.newBuilder().maximumSize(MAX_SITES).build();

  /// @param articles the number of articles of a site that are compared; 0 for no profiles
  public SiteProfiles(Archive archive, Reprints reprints, int articles) {
    this.archive = archive;
    this.reprints = reprints;
    this.articles = articles;
  }

  /// @param publisher its [Filters#publisherKey]
  /// @param year `null` for articles without a date
  private record Site(String publisher, @Nullable Integer year) {
    Filters filters() {
      return year == null
          ? new Filters(null, null, Set.of(publisher))
          : new Filters(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Set.of(publisher));
    }
  }

  /// The passage without the boilerplate of its site; empty if it consists of it.
  public Optional<Passage> withoutBoilerplate(
      Passage passage, Article article, IndexSnapshot indexSnapshot) {
    return profile(article, indexSnapshot).withoutBoilerplate(passage, article.text());
  }

  /// The lines of `article` that are boilerplate of its site, in reading order.
  public List<String> boilerplateOf(Article article, IndexSnapshot indexSnapshot) {
    var profile = profile(article, indexSnapshot);
    return article
        .text()
        .lines()
        .filter(line -> profile.lines().contains(RepeatedLine.key(line)))
        .map(String::strip)
        .toList();
  }

  private SiteProfile profile(Article article, IndexSnapshot indexSnapshot) {
    var publisher = article.publisher();
    if (publisher == null || articles < MIN_ARTICLES) {
      return SiteProfile.NONE;
    }
    var published = article.published();
    return profile(
        new Site(Filters.publisherKey(publisher), published == null ? null : published.getYear()),
        indexSnapshot);
  }

  private SiteProfile profile(Site site, IndexSnapshot indexSnapshot) {
    var known = profiles.getIfPresent(site);
    if (known != null && isCurrent(known, indexSnapshot.generation())) {
      return known;
    }
    var profile = learn(site, indexSnapshot);
    profiles.put(site, profile);
    return profile;
  }

  /// True until a twentieth as many changes were made as articles were compared.
  private static boolean isCurrent(SiteProfile profile, long generation) {
    return Math.abs(generation - profile.generation()) <= profile.articles() / 20;
  }

  private SiteProfile learn(Site site, IndexSnapshot indexSnapshot) {
    var ids =
        indexSnapshot.list(ArticleQuery.all(List.of(), site.filters()), null, articles).stream()
            .map(ListedArticle::id)
            .toList();
    return new SiteProfile(repeatedLines(ids), ids.size(), indexSnapshot.generation());
  }

  private Set<String> repeatedLines(List<String> ids) {
    if (ids.size() < MIN_ARTICLES) {
      return Set.of();
    }
    var groups = reprints.groups(ids);
    var counted = new HashSet<Long>();
    Map<String, Integer> counts = new HashMap<>();
    int characters = 0;
    for (int from = 0; from < ids.size() && characters < MAX_CHARACTERS; from += BATCH) {
      var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
      for (var source : archive.findPublished(batch).values()) {
        var text = source.article().text();
        var group = groups.get(source.article().id());
        characters += text.length();
        if (group == null || counted.add(group)) {
          linesOf(text).forEach(line -> counts.merge(line, 1, Integer::sum));
        }
      }
    }
    return counts.entrySet().stream()
        .filter(line -> line.getValue() >= MIN_ARTICLES)
        .map(Map.Entry::getKey)
        .filter(RepeatedLine::isBoilerplate)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> linesOf(String text) {
    return text.lines()
        .filter(line -> line.length() <= RepeatedLine.MAX_LENGTH)
        .map(RepeatedLine::key)
        .collect(Collectors.toSet());
  }
}
