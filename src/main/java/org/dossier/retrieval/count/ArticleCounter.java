package org.dossier.retrieval.count;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dossier.archive.Archive;
import org.dossier.archive.reprint.Reprints;
import org.dossier.search.ArticleGroups;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.EntityCatalog;
import org.dossier.search.Filters;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.ListedArticle;
import org.dossier.search.PassageIndex;
import org.dossier.text.name.MentionedName;
import org.jspecify.annotations.Nullable;

/// Counts and lists articles. The numbers are exact: those of all articles of one state of the
/// index. Safe for any number of threads.
@Singleton
public final class ArticleCounter {
  /// Of more articles, those without reprints are not counted: their ids are looked up.
  private static final int MAX_COMPARED = 10_000;

  private static final Pattern QUOTED =
      Pattern.compile("[\"“„«](?<words>[^\"“”„«»]*[^\"“”„«»\\s][^\"“”„«»]*)[\"”“»]");

  private final PassageIndex index;
  private final Archive archive;
  private final Reprints reprints;

  public ArticleCounter(PassageIndex index, Archive archive, Reprints reprints) {
    this.index = index;
    this.archive = archive;
    this.reprints = reprints;
  }

  /// Counts the articles of `query`, and lists some of them.
  ///
  /// @param properties by which the articles are counted as well
  /// @param after the last article of the previous page; `null` for the first page
  /// @param limit the greatest number of listed articles; may be 0
  public CountResult count(
      ArticleQuery query, List<Property> properties, @Nullable ListedArticle after, int limit) {
    return index.search(snapshot -> count(query, properties, after, limit, snapshot));
  }

  /// The same query by the persons, places and organizations that its phrases name, with all of
  /// their names. A phrase in quotation marks, and one that names none or several, is counted by
  /// its words.
  public ArticleQuery byEntity(ArticleQuery query) {
    return new ArticleQuery(
        query.names().stream().map(this::byEntity).toList(), query.any(), query.filters());
  }

  private MentionedName byEntity(MentionedName name) {
    var quoted = QUOTED.matcher(name.text().strip());
    return quoted.matches()
        ? MentionedName.of(quoted.group("words"))
        : entity(name.text()).orElse(name);
  }

  /// The person, place or organization that `phrase` names; empty if it names none or several.
  public Optional<MentionedName> entity(String phrase) {
    return index.search(
        (IndexSnapshot snapshot) -> new EntityCatalog(snapshot::entityKeys).find(phrase));
  }

  /// The persons, places or organizations that most of the articles of `query` mention.
  ///
  /// @param by the kind of the entities
  /// @param accepted whether an entity is ranked, by its name
  /// @param limit the greatest number of ranked entities
  public EntityRanks rank(ArticleQuery query, Property by, Predicate<String> accepted, int limit) {
    return index.search(snapshot -> rank(query, by, accepted, limit, snapshot));
  }

  private EntityRanks rank(
      ArticleQuery query,
      Property by,
      Predicate<String> accepted,
      int limit,
      IndexSnapshot snapshot) {
    var count = snapshot.count(query, List.of(by));
    var groups =
        count.groups().getFirst().groups().stream()
            .filter(group -> group.key() != null && accepted.test(group.key()))
            .toList();
    var catalog = new EntityCatalog(snapshot::entityKeys);
    var ranked =
        groups.stream()
            .flatMap(group ->
                Optional.ofNullable(group.key())
                    .flatMap(key -> catalog.find(key, by.kind().orElse(null)))
                    .stream()
                    .flatMap(name ->
                        newest(query, name, snapshot).stream()
                            .map(newest -> new EntityRanks.Ranked(name, group.articles(), newest))))
            .limit(limit)
            .toList();
    return new EntityRanks(
        count.articles(), new ArticleGroups(by, groups), ranked, snapshot.generation());
  }

  /// The newest article of `query` that mentions `name`, with this mention.
  private Optional<CountedArticle> newest(
      ArticleQuery query, MentionedName name, IndexSnapshot snapshot) {
    var names = new ArrayList<>(query.names());
    names.add(name);
    var ids = ids(new ArticleQuery(names, false, query.filters()), 1, snapshot);
    return archive.findPublished(ids).values().stream()
        .findFirst()
        .flatMap(new FirstMention(new ArticleQuery(List.of(name), false, query.filters()))::in);
  }

  /// The ids of the articles of `query`: of more than 10,000, the newest ones.
  public Set<String> articles(ArticleQuery query) {
    return index.search((IndexSnapshot snapshot) -> Set.copyOf(ids(query, MAX_COMPARED, snapshot)));
  }

  /// The number of the articles with a passage that contains all words of `question`, in any
  /// inflection, by each of `properties`.
  public List<ArticleGroups> facets(String question, Filters filters, List<Property> properties) {
    return properties.isEmpty()
        ? List.of()
        : index
            .search((IndexSnapshot snapshot) -> snapshot.countFound(question, filters, properties))
            .groups();
  }

  private CountResult count(
      ArticleQuery query,
      List<Property> properties,
      @Nullable ListedArticle after,
      int limit,
      IndexSnapshot snapshot) {
    var count = snapshot.count(query, properties);
    // One more shows whether the list continues.
    var listed = limit == 0 ? List.<ListedArticle>of() : snapshot.list(query, after, limit + 1);
    boolean continues = listed.size() > limit;
    var page = continues ? listed.subList(0, limit) : listed;
    var current = archive.findPublished(page.stream().map(ListedArticle::id).toList());
    return new CountResult(
        query,
        count.articles(),
        count.groups(),
        page.stream()
            .flatMap(article -> Optional.ofNullable(current.get(article.id())).stream())
            .flatMap(source -> new FirstMention(query).in(source).stream())
            .toList(),
        continues ? page.getLast() : null,
        limit == 0 ? null : withoutReprints(query, count.articles(), snapshot),
        snapshot.generation());
  }

  private @Nullable Long withoutReprints(
      ArticleQuery query, long articles, IndexSnapshot snapshot) {
    return articles > MAX_COMPARED
        ? null
        : reprints.countWithoutReprints(ids(query, (int) articles, snapshot));
  }

  private static List<String> ids(ArticleQuery query, int limit, IndexSnapshot snapshot) {
    return snapshot.list(query, null, limit).stream().map(ListedArticle::id).toList();
  }
}
