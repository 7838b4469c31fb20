package org.dossier.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dossier.answer.Abstained.Reason;
import org.dossier.question.CountSubject;
import org.dossier.question.EntityRanking;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.retrieval.count.CountResult;
import org.dossier.retrieval.count.CountedArticle;
import org.dossier.search.ArticleGroups.Group;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.text.date.DateRange;
import org.dossier.text.name.MentionedName;
import org.dossier.text.name.NounForms;
import org.jspecify.annotations.Nullable;

/// Answers questions for the number or the list of articles. The number is exact. The statements
/// are the program's own words; they cite the first mention in the newest of the counted articles.
final class CountAnswerer {
  /// The number of articles that a count cites, and that a list shows.
  private static final int CITED = 3;

  private static final int LISTED = 10;

  private final ArticleCounter counter;

  CountAnswerer(ArticleCounter counter) {
    this.counter = counter;
  }

  /// @param metadata of the question, with confidence 1
  Answer answer(
      Question question,
      QuestionAnalysis analysis,
      AnswerMetadata metadata,
      AnswerListener listener) {
    var given = CountSubject.of(analysis);
    var publisher = publisher(given.publisher());
    var subject = publisher.isPresent() ? given.withoutPublisher(analysis) : given;
    var ofPublisher = publisher.map(name -> with(question.filters(), name));
    var filters = ofPublisher.orElse(question.filters());
    var period = metadata.period();
    var within = period == null ? Optional.of(filters) : filters.within(period);
    if (within.isEmpty()) {
      return none(subject, filters, period, metadata);
    }
    if (analysis.ranking() != null) {
      return ranked(analysis.ranking(), subject, within.get(), metadata, listener);
    }
    var result = count(subject, within.get());
    return result.articles() == 0
        ? none(subject, filters, period, metadata.withGeneration(result.generation()))
        : answered(result, subject, publisher.orElse(null), metadata, listener);
  }

  /// The entities that most articles mention. The statements cite the newest of these articles.
  private Answer ranked(
      EntityRanking ranking,
      CountSubject subject,
      Filters filters,
      AnswerMetadata metadata,
      AnswerListener listener) {
    var query = query(subject.names(), subject, filters);
    var ranks =
        counter.rank(query, ranking.by(), ranking::accepts, ranking.several() ? LISTED : CITED);
    var ofState = metadata.withGeneration(ranks.generation());
    if (ranks.articles() == 0) {
      return none(subject, filters, metadata.period(), ofState);
    }
    if (ranks.ranked().isEmpty()) {
      return new Abstained(Reason.NOT_MENTIONED, CountWords.unknown(ranking), List.of(), ofState);
    }
    var statements = new ArrayList<Statement>();
    var citations = new ArrayList<Citation>();
    for (var ranked : ranks.ranked()) {
      var newest = ranked.newest();
      citations.add(new Citation(citations.size() + 1, newest.source(), newest.quote()));
      var text =
          statements.isEmpty()
              ? CountWords.most(ranks, ranking, query, metadata.period())
              : CountWords.further(ranked);
      statements.add(new Statement(text, List.of(citations.size()), Support.COUNTED));
      listener.statement(statements.getLast(), List.of(citations.getLast()));
    }
    return new Answered(
        statements,
        citations,
        ofState.withFigures(ArticleFigures.of(ranks), List.of(CountWords.rule(ranks))));
  }

  /// Counts the articles with the phrases of the subject; if no article has one of them, those with
  /// its words.
  private CountResult count(CountSubject subject, Filters filters) {
    var result = count(subject.names(), subject, filters);
    if (result.articles() > 0) {
      return result;
    }
    var words =
        subject.names().stream()
            .flatMap(name -> {
              var parts = CountSubject.words(name);
              return parts.isEmpty() ? Stream.of(name) : parts.stream();
            })
            .distinct()
            .limit(ArticleQuery.MAX_NAMES)
            .toList();
    return words.equals(subject.names()) || subject.any() ? result : count(words, subject, filters);
  }

  private CountResult count(List<String> phrases, CountSubject subject, Filters filters) {
    return counter.count(
        query(phrases, subject, filters),
        List.of(subject.by()),
        null,
        subject.listed() ? LISTED : CITED);
  }

  private ArticleQuery query(List<String> phrases, CountSubject subject, Filters filters) {
    var names =
        phrases.stream()
            .limit(ArticleQuery.MAX_NAMES)
            .map(phrase -> subject.quoted() ? withOtherNumber(phrase) : byEntity(phrase))
            .toList();
    return new ArticleQuery(names, subject.any(), filters);
  }

  /// The person, place or organization that the phrase names, or the phrase itself.
  private MentionedName byEntity(String phrase) {
    return counter.entity(phrase).orElseGet(() -> withOtherNumber(phrase));
  }

  /// A question for "vaccines" also means the articles that mention one vaccine, if any does.
  private MentionedName withOtherNumber(String phrase) {
    var name = MentionedName.of(phrase);
    return name.withPhrases(
        NounForms.others(name.text()).stream().filter(this::isMentioned).toList());
  }

  private boolean isMentioned(String phrase) {
    var query = ArticleQuery.all(List.of(phrase), Filters.NONE);
    return counter.count(query, List.of(), null, 0).articles() > 0;
  }

  /// The publisher of the archive with this name.
  private Optional<String> publisher(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    var key = Filters.publisherKey(name);
    return counter
        .count(ArticleQuery.all(List.of(), Filters.NONE), List.of(Property.PUBLISHER), null, 0)
        .groups()
        .getFirst()
        .groups()
        .stream()
        .map(Group::key)
        .flatMap(publisher -> Optional.ofNullable(publisher).stream())
        .filter(publisher -> {
          var known = Filters.publisherKey(publisher);
          return known.equals(key) || known.equals("the " + key);
        })
        .findFirst();
  }

  private static Filters with(Filters filters, String publisher) {
    return filters.ofPublishers(Set.of(publisher));
  }

  private Answer none(
      CountSubject subject, Filters filters, @Nullable DateRange period, AnswerMetadata metadata) {
    var elsewhere = count(subject, filters);
    var nearest = elsewhere.page().stream().map(CountedArticle::source).limit(CITED).toList();
    var sentence =
        CountWords.none(elsewhere.query(), period)
            + (elsewhere.articles() == 0 || period == null
                ? ""
                : " " + CountWords.atOtherTimes(elsewhere.articles()));
    var reason = nearest.isEmpty() ? Reason.NOT_MENTIONED : Reason.OUTSIDE_FILTERS;
    return new Abstained(reason, sentence, nearest, metadata);
  }

  private static Answer answered(
      CountResult result,
      CountSubject subject,
      @Nullable String publisher,
      AnswerMetadata metadata,
      AnswerListener listener) {
    var statements = new ArrayList<Statement>();
    var citations = new ArrayList<Citation>();
    for (var counted : result.page()) {
      citations.add(new Citation(citations.size() + 1, counted.source(), counted.quote()));
    }
    if (citations.isEmpty()) {
      // All of them were withdrawn or changed within this moment.
      return new Abstained(
          Reason.WEAK_EVIDENCE, "The archive is changing. Ask again.", List.of(), metadata);
    }
    statements.add(
        new Statement(
            CountWords.some(result, publisher, metadata.period()),
            citations.stream().map(Citation::number).toList(),
            Support.COUNTED));
    listener.statement(statements.getFirst(), citations);
    if (subject.listed()) {
      for (var citation : citations) {
        var statement =
            new Statement(
                CountWords.describe(citation.source().article()),
                List.of(citation.number()),
                Support.COUNTED);
        statements.add(statement);
        listener.statement(statement, List.of());
      }
    }
    return new Answered(
        statements,
        citations,
        metadata
            .withGeneration(result.generation())
            .withFigures(ArticleFigures.of(result), notes(result)));
  }

  private static List<Note> notes(CountResult result) {
    var notes = new ArrayList<Note>();
    long left = result.articles() - result.page().size();
    if (left > 0) {
      notes.add(CountWords.more(left));
    }
    if (!result.query().names().isEmpty()) {
      notes.add(CountWords.rule(result.query()));
    }
    return notes;
  }
}
