package org.dossier.chat.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.ArticleFigures;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.QuestionKind;
import org.dossier.text.Span;
import org.dossier.text.date.DateRange;
import org.jspecify.annotations.Nullable;

/// The stored form of an answer. It references the cited spans and does not contain their text, so
/// that deleting an article affects the answers that cite it.
///
/// @param statements the statements of an answer; empty for an abstention
/// @param citations the citations in the order of their numbers
/// @param related true if the statements are only related to the question
/// @param abstention `null` for any other outcome
/// @param clarification `null` for any other outcome
/// @param about `null` for any other outcome
record StoredAnswer(
    List<StoredStatement> statements,
    List<StoredCitation> citations,
    boolean related,
    @Nullable StoredAbstention abstention,
    @Nullable StoredClarification clarification,
    @Nullable StoredAbout about,
    StoredMetadata metadata) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WITHDRAWN =
      "The articles that answered this question were withdrawn from the archive.";

  /// The stored form of a statement.
  ///
  /// @param text the text; empty once a source was withdrawn
  record StoredStatement(String text, List<Integer> citations, Support support) {
    StoredStatement withoutText() {
      return new StoredStatement("", citations, support);
    }

    boolean isErased() {
      return text.isEmpty();
    }
  }

  /// One version of one article.
  record StoredSource(String article, String version) {}

  /// The stored form of a citation.
  ///
  /// @param alsoIn the reprints of the article; `null` in turns of earlier versions
  record StoredCitation(
      String article, String version, int start, int end, @Nullable List<StoredSource> alsoIn) {}

  /// The stored form of a question back.
  ///
  /// @param choices the choices; empty once a mentioned article was withdrawn
  record StoredClarification(String text, List<String> choices, List<StoredSource> mentioned) {
    StoredClarification withoutChoices() {
      return new StoredClarification(text, List.of(), mentioned);
    }
  }

  /// The stored form of a reply about the archive.
  ///
  /// @param text the text; empty once a mentioned article was withdrawn
  record StoredAbout(String text, List<String> examples, List<StoredSource> mentioned) {
    StoredAbout withoutText() {
      return new StoredAbout("", List.of(), mentioned);
    }
  }

  /// The stored form of [AnswerMetadata]. The days of a period are in ISO format.
  record StoredMetadata(
      QuestionKind kind,
      @Nullable String periodFrom,
      @Nullable String periodTo,
      double confidence,
      AnswerOrigin origin,
      long generation,
      List<Note> notes,
      @Nullable ArticleFigures figures) {
    static StoredMetadata of(AnswerMetadata metadata) {
      var period = metadata.period();
      return new StoredMetadata(
          metadata.kind(),
          period == null ? null : period.from().toString(),
          period == null ? null : period.to().toString(),
          metadata.confidence(),
          metadata.origin(),
          metadata.generation(),
          metadata.notes(),
          metadata.figures());
    }

    AnswerMetadata restore() {
      var period =
          periodFrom == null || periodTo == null
              ? null
              : new DateRange(LocalDate.parse(periodFrom), LocalDate.parse(periodTo));
      return new AnswerMetadata(kind, period, confidence, origin, generation, notes, figures);
    }
  }

  record StoredAbstention(Abstained.Reason reason, String explanation, List<String> nearest) {}

  static StoredAnswer of(Answer answer) {
    var metadata = StoredMetadata.of(answer.metadata());
    return switch (answer) {
      case CitedAnswer cited ->
          new StoredAnswer(
              cited.statements().stream().map(StoredAnswer::store).toList(),
              cited.citations().stream().map(StoredAnswer::store).toList(),
              cited instanceof Related,
              null,
              null,
              null,
              metadata);
      case Abstained abstained ->
          new StoredAnswer(List.of(), List.of(), false, store(abstained), null, null, metadata);
      case Clarification clarification ->
          new StoredAnswer(List.of(), List.of(), false, null, store(clarification), null, metadata);
      case About about ->
          new StoredAnswer(List.of(), List.of(), false, null, null, store(about), metadata);
    };
  }

  /// Parses the result of [#json()].
  ///
  /// @throws IllegalStateException if `json` has another form
  static StoredAnswer parse(String json) {
    try {
      return JSON.readValue(json, StoredAnswer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a stored answer cannot be parsed: " + e.getOriginalMessage(), e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be serialized", e);
    }
  }

  /// The distinct articles with words in this answer.
  List<StoredSource> sources() {
    if (about != null) {
      return about.mentioned().stream().distinct().toList();
    }
    return clarification == null
        ? citedSources()
        : clarification.mentioned().stream().distinct().toList();
  }

  private List<StoredSource> citedSources() {
    return citations.stream()
        .map(citation -> new StoredSource(citation.article(), citation.version()))
        .distinct()
        .toList();
  }

  /// This answer without the text of statements that cite a source for which `gone` is true, or
  /// without its whole text or its choices if these mention such a source.
  StoredAnswer without(Predicate<StoredSource> gone) {
    var lost = new HashSet<Integer>();
    for (int i = 0; i < citations.size(); i++) {
      var citation = citations.get(i);
      if (gone.test(new StoredSource(citation.article(), citation.version()))) {
        lost.add(i + 1);
      }
    }
    var left =
        statements.stream()
            .map(statement ->
                Collections.disjoint(statement.citations(), lost)
                    ? statement
                    : statement.withoutText())
            .toList();
    return new StoredAnswer(
        left,
        citations,
        related,
        abstention,
        clarificationWithout(gone),
        aboutWithout(gone),
        metadata);
  }

  private @Nullable StoredClarification clarificationWithout(Predicate<StoredSource> gone) {
    return clarification != null && clarification.mentioned().stream().anyMatch(gone)
        ? clarification.withoutChoices()
        : clarification;
  }

  private @Nullable StoredAbout aboutWithout(Predicate<StoredSource> gone) {
    return about != null && about.mentioned().stream().anyMatch(gone) ? about.withoutText() : about;
  }

  /// The cited articles that were withdrawn or replaced, by id.
  List<UnavailableSource> findUnavailable(CitedSourceLoader citedSourceLoader) {
    return citedSources().stream()
        .flatMap(source ->
            citedSourceLoader.findUnavailable(source.article(), source.version()).stream())
        .distinct()
        .sorted(Comparator.comparing(UnavailableSource::article))
        .toList();
  }

  /// The answer that the archive still supports: statements with a withdrawn source are left out,
  /// and the remaining citations are renumbered.
  Answer restore(CitedSourceLoader citedSourceLoader) {
    if (abstention != null) {
      return abstained(
          abstention.reason(),
          abstention.explanation(),
          citedSourceLoader.current(abstention.nearest()));
    }
    if (clarification != null) {
      return restoreClarification(clarification, citedSourceLoader);
    }
    if (about != null) {
      return restoreAbout(about, citedSourceLoader);
    }
    var found = load(citedSourceLoader);
    var supported =
        statements.stream()
            .filter(statement -> !statement.isErased())
            .filter(statement -> found.keySet().containsAll(statement.citations()))
            .toList();
    if (supported.isEmpty()) {
      return abstained(Abstained.Reason.WITHDRAWN, WITHDRAWN, List.of());
    }
    return restoreCited(supported, found, citedSourceLoader);
  }

  private Answer restoreClarification(
      StoredClarification stored, CitedSourceLoader citedSourceLoader) {
    var mentioned = load(stored.mentioned(), citedSourceLoader);
    var choices =
        mentioned.size() < stored.mentioned().size() ? List.<String>of() : stored.choices();
    return new Clarification(stored.text(), choices, mentioned, metadata.restore());
  }

  private static List<ArticleVersion> load(
      List<StoredSource> sources, CitedSourceLoader citedSourceLoader) {
    return sources.stream()
        .flatMap(source -> citedSourceLoader.version(source.article(), source.version()).stream())
        .toList();
  }

  private Answer restoreAbout(StoredAbout stored, CitedSourceLoader citedSourceLoader) {
    var mentioned = load(stored.mentioned(), citedSourceLoader);
    return stored.text().isEmpty() || mentioned.size() < stored.mentioned().size()
        ? abstained(Abstained.Reason.WITHDRAWN, WITHDRAWN, List.of())
        : new About(stored.text(), stored.examples(), mentioned, metadata.restore());
  }

  /// The sources that still exist, by the numbers of their citations.
  private Map<Integer, ArticleVersion> load(CitedSourceLoader citedSourceLoader) {
    var found = new LinkedHashMap<Integer, ArticleVersion>();
    for (int i = 0; i < citations.size(); i++) {
      int number = i + 1;
      var citation = citations.get(i);
      citedSourceLoader
          .version(citation.article(), citation.version())
          .ifPresent(source -> found.put(number, source));
    }
    return found;
  }

  private CitedAnswer restoreCited(
      List<StoredStatement> supported,
      Map<Integer, ArticleVersion> found,
      CitedSourceLoader citedSourceLoader) {
    var numbers = new LinkedHashMap<Integer, Integer>();
    var renumbered = new ArrayList<Statement>();
    for (var statement : supported) {
      var cited = new ArrayList<Integer>();
      for (int number : statement.citations()) {
        cited.add(numbers.computeIfAbsent(number, first -> numbers.size() + 1));
      }
      renumbered.add(new Statement(statement.text(), cited, statement.support()));
    }
    var cited = new ArrayList<Citation>();
    numbers.forEach((before, number) -> {
      var stored = citations.get(before - 1);
      var source = Objects.requireNonNull(found.get(before));
      var alsoIn = stored.alsoIn() == null ? List.<StoredSource>of() : stored.alsoIn();
      cited.add(
          new Citation(
              number,
              source,
              new Span(stored.start(), stored.end()),
              load(alsoIn, citedSourceLoader)));
    });
    return related
        ? new Related(renumbered, cited, metadata.restore())
        : new Answered(renumbered, cited, metadata.restore());
  }

  private Abstained abstained(
      Abstained.Reason reason, String explanation, List<ArticleVersion> nearest) {
    return new Abstained(reason, explanation, nearest, metadata.restore());
  }

  private static StoredStatement store(Statement statement) {
    return new StoredStatement(statement.text(), statement.citations(), statement.support());
  }

  private static StoredCitation store(Citation citation) {
    return new StoredCitation(
        citation.source().article().id(),
        citation.source().version(),
        citation.span().start(),
        citation.span().end(),
        store(citation.alsoIn()));
  }

  private static StoredAbout store(About about) {
    return new StoredAbout(about.text(), about.examples(), store(about.mentioned()));
  }

  private static StoredClarification store(Clarification clarification) {
    return new StoredClarification(
        clarification.text(), clarification.choices(), store(clarification.mentioned()));
  }

  private static List<StoredSource> store(List<ArticleVersion> mentioned) {
    return mentioned.stream()
        .map(source -> new StoredSource(source.article().id(), source.version()))
        .toList();
  }

  private static StoredAbstention store(Abstained abstained) {
    return new StoredAbstention(
        abstained.reason(),
        abstained.explanation(),
        abstained.nearest().stream().map(nearest -> nearest.article().id()).toList());
  }
}
