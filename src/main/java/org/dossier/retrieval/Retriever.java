package org.dossier.retrieval;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.archive.reprint.Reprints;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.ReaderModel;
import org.dossier.instrumentation.Stage;
import org.dossier.question.ConversationContext;
import org.dossier.question.Exclusions;
import org.dossier.question.Question;
import org.dossier.retrieval.site.SiteProfiles;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.Hit;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.ListedArticle;
import org.dossier.search.PassageIndex;
import org.dossier.text.Span;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// Retrieves the passages that may answer a question. Safe for any number of threads.
@Singleton
public final class Retriever {
  private static final Comparator<Scored> BEST_FIRST =
      Comparator.comparingDouble((Scored scored) -> scored.scores().fused())
          .reversed()
          .thenComparing(scored -> scored.hit().articleId())
          .thenComparingInt(scored -> scored.hit().ordinal());

  private final PassageIndex index;
  private final Archive archive;
  private final Reprints reprints;
  private final QueryEmbeddingCache queryEmbeddingCache;
  private final SpellingCache spellingCache;
  private final ReaderReranker readerReranker;
  private final QueryTimeEmbedder queryTimeEmbedder;
  private final RetrievalConfig config;
  private final ArchiveWords archiveWords;
  private final SiteProfiles siteProfiles;

  /// @throws InvalidRetrievalSettingsException naming the first setting that is out of range
  public Retriever(
      PassageIndex index,
      Archive archive,
      Reprints reprints,
      EmbeddingModel embeddingModel,
      ReaderModel readerModel,
      RetrievalConfig config) {
    RetrievalRanges.check(config);
    this.index = index;
    this.archive = archive;
    this.reprints = reprints;
    this.queryEmbeddingCache = new QueryEmbeddingCache(embeddingModel, config.cacheSize());
    this.spellingCache = new SpellingCache(index, archive, config.cacheSize());
    this.readerReranker = new ReaderReranker(readerModel, config);
    this.queryTimeEmbedder =
        new QueryTimeEmbedder(archive, embeddingModel, config.rerank().passages());
    this.config = config;
    this.archiveWords = new ArchiveWords(index);
    this.siteProfiles = new SiteProfiles(archive, reprints, config.siteProfileArticles());
  }

  /// Retrieves evidence for `question`, best first. Equal scores are ordered by article id, then by
  /// place in the article. A passage whose article was changed or deleted since it was indexed is
  /// left out: the database is the source of truth. The same text in two articles is evidence once,
  /// and so is the text of an article and of its reprints. Lines that belong to the pages of a
  /// publisher are no evidence.
  public RetrievalResult retrieve(Question question) {
    return retrieve(question, config.maxPassages());
  }

  /// Retrieves at most `limit` passages. The first ranks do not depend on the limit.
  public RetrievalResult retrieve(Question question, int limit) {
    return retrieve(question, forReader(limit));
  }

  /// The depth for questions that the reader model answers, as configured.
  public RetrievalDepth forReader() {
    return forReader(config.maxPassages());
  }

  /// The depth for questions that the reader model answers and whose answer need not have words of
  /// the question: more passages of an article, and more of their sentences.
  public RetrievalDepth forThoroughReading() {
    var reading = config.thoroughReading();
    return new RetrievalDepth(
        config.maxPassages(),
        reading.passagesPerArticle(),
        reading.passages(),
        reading.sentences());
  }

  /// The depth for questions about a topic, without the reader model: one more passage of each
  /// article than configured, and all sentences.
  public RetrievalDepth forTopic() {
    return new RetrievalDepth(
        config.maxPassages(), config.maxPassagesPerArticle() + 1, config.maxPassages(), 0);
  }

  private RetrievalDepth forReader(int limit) {
    return new RetrievalDepth(
        limit,
        config.maxPassagesPerArticle(),
        config.rerank().passages(),
        config.rerank().sentences());
  }

  /// Retrieves as deep as `depth` says. Without the reader model, the order is that of the fused
  /// scores.
  public RetrievalResult retrieve(Question question, RetrievalDepth depth) {
    return retrieve(question, depth, TimePreference.none(question.askedOn()));
  }

  /// Retrieves as deep as `depth` says, and prefers passages by their day of publication among
  /// those that are similarly close to the question.
  public RetrievalResult retrieve(
      Question question, RetrievalDepth depth, TimePreference timePreference) {
    return Stage.RETRIEVAL.run(() -> {
      var spellings = spellingCache.get(question.searchText());
      var retrievalQuery =
          Stage.EMBEDDING.run(() -> RetrievalQuery.of(question, spellings, queryEmbeddingCache));
      var found =
          index.search(indexSnapshot ->
              search(question, retrievalQuery, depth, timePreference, indexSnapshot));
      return depth.reader()
          ? Stage.RERANK.run(() ->
              found.withEvidence(
                  readerReranker.rerank(
                      question.text(), found.evidence(), depth.analyzedPassages()),
                  depth.passages()))
          : found;
    });
  }

  /// The newest day on which an article was published that meets `filters`; empty if no such
  /// article has a date.
  public Optional<LocalDate> newestPublication(Filters filters) {
    return index.search(snapshot ->
        snapshot.list(ArticleQuery.all(List.of(), filters), null, 1).stream()
            .findFirst()
            .map(ListedArticle::published));
  }

  /// How often the archive is fed.
  public PublicationRhythm publicationRhythm() {
    return index.search(PublicationRhythm::of);
  }

  /// The lines of `article` that are no evidence, because they belong to the pages of its
  /// publisher, in reading order.
  public List<String> siteBoilerplate(Article article) {
    return index.search(snapshot -> siteProfiles.boilerplateOf(article, snapshot));
  }

  /// The words of the archive, by which questions are read.
  public ArchiveWords archiveWords() {
    return archiveWords;
  }

  /// The places of the question's words in the text of a passage, in reading order.
  public List<Span> highlights(String question, Evidence evidence) {
    return index.analyzer().findShared(question, evidence.text(), evidence.language());
  }

  private RetrievalResult search(
      Question question,
      RetrievalQuery retrievalQuery,
      RetrievalDepth depth,
      TimePreference timePreference,
      IndexSnapshot indexSnapshot) {
    var hits =
        withoutExcluded(
            candidates(retrievalQuery, question.filters(), timePreference.period(), indexSnapshot),
            question.exclusions());
    return Stage.FUSION.run(() -> {
      var ranked =
          preferred(
              fuse(hits, retrievalQuery, question.context().articles(), indexSnapshot),
              timePreference);
      int least = depth.reader() ? depth.analyzedPassages() : 0;
      var evidence =
          evidence(
              ranked,
              Math.max(depth.passages(), least),
              depth.passagesPerArticle(),
              passages(question, ranked, indexSnapshot));
      return new RetrievalResult(
          new SentenceSelector(question.text(), index.analyzer(), indexSnapshot, config)
              .select(evidence, depth),
          indexSnapshot.generation(),
          indexSnapshot.passages());
    });
  }

  /// The hits of all searches, each passage once.
  private List<Hit> candidates(
      RetrievalQuery retrievalQuery,
      Filters filters,
      @Nullable DateRange period,
      IndexSnapshot indexSnapshot) {
    var candidates = new LinkedHashMap<String, Hit>();
    var hits = new ArrayList<Hit>();
    hits.addAll(searchLexical(retrievalQuery.text(), filters, indexSnapshot));
    hits.addAll(searchVector(retrievalQuery.vector(), filters, indexSnapshot));
    retrievalQuery.lexicalQueries().stream()
        .map(ConversationContext.WeightedText::text)
        .filter(text -> !text.equals(retrievalQuery.text()))
        .forEach(text -> hits.addAll(searchLexical(text, filters, indexSnapshot)));
    if (retrievalQuery.hasContextVector()) {
      hits.addAll(searchVector(retrievalQuery.contextVector(), filters, indexSnapshot));
    }
    if (period != null) {
      filters
          .within(period)
          .ifPresent(within -> {
            hits.addAll(searchLexical(retrievalQuery.text(), within, indexSnapshot));
            hits.addAll(searchVector(retrievalQuery.vector(), within, indexSnapshot));
          });
    }
    for (var hit : hits) {
      candidates.putIfAbsent(hit.ordinal() + " " + hit.articleId(), hit);
    }
    return List.copyOf(candidates.values());
  }

  /// The hits without those in excluded articles. They are left out before the fusion, because it
  /// normalizes the scores of a passage by the greatest score of all.
  private List<Hit> withoutExcluded(List<Hit> hits, Exclusions exclusions) {
    if (exclusions.isEmpty()) {
      return hits;
    }
    var current = archive.findAll(hits.stream().map(Hit::articleId).distinct().toList());
    return hits.stream()
        .filter(hit -> {
          var source = current.get(hit.articleId());
          return source != null && !exclusions.exclude(source.article());
        })
        .toList();
  }

  private List<Hit> searchLexical(String text, Filters filters, IndexSnapshot indexSnapshot) {
    return Stage.LEXICAL.run(
        () -> indexSnapshot.searchLexical(text, filters, config.candidatesPerSearch()));
  }

  private List<Hit> searchVector(float[] vector, Filters filters, IndexSnapshot indexSnapshot) {
    return Stage.VECTOR.run(
        () -> indexSnapshot.searchVector(vector, filters, config.candidatesPerSearch()));
  }

  private List<Scored> fuse(
      List<Hit> hits,
      RetrievalQuery retrievalQuery,
      Map<String, Double> articles,
      IndexSnapshot indexSnapshot) {
    var lexicalScores = indexSnapshot.lexicalScores(hits, retrievalQuery.text());
    var cosines = indexSnapshot.cosines(hits, retrievalQuery.vector());
    var queryTimeVectors = queryTimeEmbedder.embedMissing(hits, lexicalScores, cosines);
    QueryTimeEmbedder.setCosines(cosines, queryTimeVectors, retrievalQuery.vector());
    var fused =
        ScoreFusion.fuse(
            weightedLexicalScores(hits, lexicalScores, retrievalQuery, indexSnapshot),
            EnglishCosines.of(
                contextCosines(hits, cosines, retrievalQuery, queryTimeVectors, indexSnapshot),
                indexSnapshot.languages(hits),
                retrievalQuery.text()),
            config.lexicalWeight());
    var scored = new ArrayList<Scored>();
    for (int i = 0; i < hits.size(); i++) {
      double inContext = fused[i] + articles.getOrDefault(hits.get(i).articleId(), 0.0);
      scored.add(
          new Scored(hits.get(i), new Evidence.Scores(lexicalScores[i], cosines[i], inContext)));
    }
    scored.sort(BEST_FIRST);
    return scored;
  }

  /// The cosines with the context vector; `cosines` if the question has none.
  private static double[] contextCosines(
      List<Hit> hits,
      double[] cosines,
      RetrievalQuery retrievalQuery,
      Map<Integer, float[]> queryTimeVectors,
      IndexSnapshot indexSnapshot) {
    if (!retrievalQuery.hasContextVector()) {
      return cosines;
    }
    var inContext = indexSnapshot.cosines(hits, retrievalQuery.contextVector());
    QueryTimeEmbedder.setCosines(inContext, queryTimeVectors, retrievalQuery.contextVector());
    return inContext;
  }

  /// BM25 is a sum over terms, so the scores of the context and of aliases are added with their
  /// weights.
  ///
  /// @param ofQuestion the scores for the question's text
  private static double[] weightedLexicalScores(
      List<Hit> hits,
      double[] ofQuestion,
      RetrievalQuery retrievalQuery,
      IndexSnapshot indexSnapshot) {
    if (retrievalQuery.lexicalQueries().isEmpty()) {
      return ofQuestion;
    }
    var sum = new double[hits.size()];
    for (var weightedText : retrievalQuery.lexicalQueries()) {
      var scores =
          weightedText.text().equals(retrievalQuery.text())
              ? ofQuestion
              : indexSnapshot.lexicalScores(hits, weightedText.text());
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weightedText.lexicalWeight() * scores[i];
      }
    }
    return sum;
  }

  /// Brings passages of the period to the front, among those that are similarly close to the
  /// question.
  private static List<Scored> preferred(List<Scored> ranked, TimePreference timePreference) {
    return timePreference.period() == null
        ? ranked
        : ranked.stream()
            .sorted(
                Comparator.comparingDouble((Scored scored) ->
                        scored.scores().fused()
                            + (timePreference.isInPeriod(scored.hit().published())
                                ? timePreference.passageBonus()
                                : 0))
                    .reversed()
                    .thenComparing(BEST_FIRST))
            .toList();
  }

  /// How the passages of hits are read: with reprints as one source, or as of an earlier day.
  private PassageReader passages(
      Question question, List<Scored> ranked, IndexSnapshot indexSnapshot) {
    var reader = passageReader(question, ranked, indexSnapshot);
    return (scored, source) ->
        reader.read(scored, source).stream()
            .flatMap(read ->
                siteProfiles
                    .withoutBoilerplate(read.passage(), read.source().article(), indexSnapshot)
                    .map(read::withPassage)
                    .stream())
            .toList();
  }

  private PassageReader passageReader(
      Question question, List<Scored> ranked, IndexSnapshot indexSnapshot) {
    var asOf = question.filters().asOf();
    if (asOf != null) {
      var earlier = new EarlierVersions(archive, index.analyzer(), question.text(), asOf);
      return (scored, source) ->
          earlier.find(scored.hit(), source, scored.scores()).stream()
              .map(found -> new Read(found.source(), found.passage(), found.scores(), List.of()))
              .toList();
    }
    var merger =
        new ReprintMerger(reprints, question, ids(ranked), index.analyzer(), indexSnapshot);
    return (scored, source) ->
        merger.merge(scored.hit(), source).stream()
            .map(merged ->
                new Read(merged.source(), merged.passage(), scored.scores(), merged.reprints()))
            .toList();
  }

  private static List<String> ids(List<Scored> ranked) {
    return ranked.stream().map(scored -> scored.hit().articleId()).distinct().toList();
  }

  private List<Evidence> evidence(
      List<Scored> ranked, int limit, int perArticleLimit, PassageReader passageReader) {
    var current = new CurrentArticleLoader(archive, ids(ranked), limit);
    var perArticle = new HashMap<String, Integer>();
    var texts = new HashSet<String>();
    var evidence = new ArrayList<Evidence>();
    for (var scored : ranked) {
      var hit = scored.hit();
      var source = current.find(hit.articleId());
      if (source == null || !source.version().equals(hit.version())) {
        continue;
      }
      for (var read : passageReader.read(scored, source)) {
        var id = read.source().article().id();
        int before = perArticle.getOrDefault(id, 0);
        if (before >= perArticleLimit || evidence.size() == limit || !texts.add(read.text())) {
          continue;
        }
        perArticle.put(id, before + 1);
        evidence.add(
            new Evidence(
                evidence.size() + 1,
                read.source(),
                read.passage(),
                read.scores(),
                read.reprints()));
      }
      if (evidence.size() == limit) {
        break;
      }
    }
    return evidence;
  }

  private record Scored(Hit hit, Evidence.Scores scores) {}

  /// A passage as it becomes evidence.
  private record Read(
      ArticleVersion source,
      Passage passage,
      Evidence.Scores scores,
      List<ArticleVersion> reprints) {
    String text() {
      return passage.span().of(source.article().text());
    }

    Read withPassage(Passage other) {
      return new Read(source, other, scores, reprints);
    }
  }

  /// Reads the passages of a hit.
  private interface PassageReader {
    /// @param source the current version of the article of the hit
    List<Read> read(Scored scored, ArticleVersion source);
  }
}
