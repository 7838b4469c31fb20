package org.dossier.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.corpus.ArticleVersion;
import org.dossier.text.Span;
import org.jspecify.annotations.Nullable;

/// An answer in the form in which its turn is kept: it points at what it cites and holds none of
/// it, so that an article's deletion reaches the answers that were given from it.
///
/// @param statements those of an answer; none of an abstention
/// @param citations in the order of their numbers
/// @param abstention null for an answer
record KeptAnswer(
    List<KeptStatement> statements,
    List<KeptCitation> citations,
    @Nullable KeptAbstention abstention,
    double confidence,
    AnswerOrigin by,
    long generation) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String WITHDRAWN =
      "What answered this question was withdrawn from the archive since.";

  /// @param text empty once a source was withdrawn
  record KeptStatement(String text, List<Integer> citations, Support support) {
    KeptStatement erased() {
      return new KeptStatement("", citations, support);
    }

    boolean wordless() {
      return text.isEmpty();
    }
  }

  /// One version of one article.
  record KeptSource(String article, String version) {}

  record KeptCitation(String article, String version, int start, int end) {}

  record KeptAbstention(Abstained.Reason reason, String explanation, List<String> nearest) {}

  static KeptAnswer of(Answer answer) {
    return switch (answer) {
      case Answered answered ->
          new KeptAnswer(
              answered.statements().stream().map(KeptAnswer::kept).toList(),
              answered.citations().stream().map(KeptAnswer::kept).toList(),
              null,
              answered.confidence(),
              answered.by(),
              answered.generation());
      case Abstained abstained ->
          new KeptAnswer(
              List.of(),
              List.of(),
              kept(abstained),
              abstained.confidence(),
              abstained.by(),
              abstained.generation());
    };
  }

  /// @throws IllegalStateException if `json` is none of [#json()]'s
  static KeptAnswer parse(String json) {
    try {
      return JSON.readValue(json, KeptAnswer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept answer cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every answer can be kept", e);
    }
  }

  /// What the statements rest on, each once.
  List<KeptSource> sources() {
    return citations.stream()
        .map(citation -> new KeptSource(citation.article(), citation.version()))
        .distinct()
        .toList();
  }

  /// The same without the words of statements that rest on a source that is gone.
  KeptAnswer without(Predicate<KeptSource> gone) {
    var lost = new HashSet<Integer>();
    for (int i = 0; i < citations.size(); i++) {
      var citation = citations.get(i);
      if (gone.test(new KeptSource(citation.article(), citation.version()))) {
        lost.add(i + 1);
      }
    }
    var left =
        statements.stream()
            .map(statement ->
                Collections.disjoint(statement.citations(), lost) ? statement : statement.erased())
            .toList();
    return new KeptAnswer(left, citations, abstention, confidence, by, generation);
  }

  /// The cited articles that do not stand any more as they were cited.
  List<LostSource> lost(Sources sources) {
    return sources().stream()
        .flatMap(source -> sources.lost(source.article(), source.version()).stream())
        .distinct()
        .sorted(Comparator.comparing(LostSource::article))
        .toList();
  }

  /// The answer as the archive still bears it out: a statement of which any source is gone is left
  /// out, and the citations that remain are numbered anew.
  Answer rehydrated(Sources sources) {
    if (abstention != null) {
      return abstained(
          abstention.reason(), abstention.explanation(), sources.current(abstention.nearest()));
    }
    var found = found(sources);
    var standing =
        statements.stream()
            .filter(statement -> !statement.wordless())
            .filter(statement -> found.keySet().containsAll(statement.citations()))
            .toList();
    if (standing.isEmpty()) {
      return abstained(Abstained.Reason.WITHDRAWN, WITHDRAWN, List.of());
    }
    return answered(standing, found);
  }

  /// The sources that are still there, by the numbers of their citations.
  private Map<Integer, ArticleVersion> found(Sources sources) {
    var found = new LinkedHashMap<Integer, ArticleVersion>();
    for (int i = 0; i < citations.size(); i++) {
      int number = i + 1;
      var citation = citations.get(i);
      sources
          .version(citation.article(), citation.version())
          .ifPresent(source -> found.put(number, source));
    }
    return found;
  }

  private Answered answered(List<KeptStatement> standing, Map<Integer, ArticleVersion> found) {
    var numbers = new LinkedHashMap<Integer, Integer>();
    var renumbered = new ArrayList<Statement>();
    for (var statement : standing) {
      var cited = new ArrayList<Integer>();
      for (int number : statement.citations()) {
        cited.add(numbers.computeIfAbsent(number, first -> numbers.size() + 1));
      }
      renumbered.add(new Statement(statement.text(), cited, statement.support()));
    }
    var cited = new ArrayList<Citation>();
    numbers.forEach((before, number) -> {
      var kept = citations.get(before - 1);
      var source = Objects.requireNonNull(found.get(before));
      cited.add(new Citation(number, source, new Span(kept.start(), kept.end())));
    });
    return new Answered(renumbered, cited, confidence, by, generation);
  }

  private Abstained abstained(
      Abstained.Reason reason, String explanation, List<ArticleVersion> nearest) {
    return new Abstained(reason, explanation, nearest, confidence, by, generation);
  }

  private static KeptStatement kept(Statement statement) {
    return new KeptStatement(statement.text(), statement.citations(), statement.support());
  }

  private static KeptCitation kept(Citation citation) {
    return new KeptCitation(
        citation.source().article().id(),
        citation.source().version(),
        citation.span().start(),
        citation.span().end());
  }

  private static KeptAbstention kept(Abstained abstained) {
    return new KeptAbstention(
        abstained.reason(),
        abstained.explanation(),
        abstained.nearest().stream().map(nearest -> nearest.article().id()).toList());
  }
}
