package org.dossier.web.check;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dossier.archive.ArticleVersion;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.Source;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.Verdict;

/// Verifies each sentence of a text against the sentences of the archive that are most similar to
/// it. Thread-safe.
@Singleton
public final class TextChecker {
  /// Each sentence costs a retrieval and several verifications.
  static final int MAX_SENTENCES = 50;

  private static final RetrievalDepth DEPTH = new RetrievalDepth(8, 3, 0, false);
  private static final int CANDIDATES = 6;
  private static final Pattern MARKER = Pattern.compile("\\s*\\[[0-9]{1,3}]");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Retriever retriever;
  private final StatementVerifier verifier;
  private final Clock clock;

  TextChecker(Retriever retriever, StatementVerifier verifier, Clock clock) {
    this.retriever = retriever;
    this.verifier = verifier;
    this.clock = clock;
  }

  /// One sentence of the text with its verdict.
  ///
  /// @param span its place in the text
  /// @param statement its words, without citation markers
  /// @param found the sentences that support it, or else the one that comes nearest; empty if the
  ///   archive has no similar sentence
  public record CheckedSentence(Span span, String statement, Verdict verdict, List<Found> found) {
    public CheckedSentence {
      found = List.copyOf(found);
    }
  }

  /// A sentence of an article.
  public record Found(ArticleVersion source, Span span) {}

  private record Candidate(Evidence evidence, Span span) {
    String text() {
      return span.of(evidence.source().article().text());
    }

    Source source() {
      var article = evidence.source().article();
      var context =
          Stream.of(article.headline(), article.publisher(), evidence.text())
              .filter(Objects::nonNull)
              .collect(Collectors.joining("\n"));
      return new Source(text(), context, article.published());
    }

    Found found() {
      return new Found(evidence.source(), span);
    }
  }

  /// @param checkpoint called before each sentence; may throw to cancel
  /// @return the sentences with words, in order
  /// @throws InvalidAnswerException if the text has too many sentences
  public List<CheckedSentence> check(String text, Runnable checkpoint) {
    var sentences = SentenceSplitter.split(text);
    if (sentences.size() > MAX_SENTENCES) {
      throw new InvalidAnswerException(
          "text: has %d sentences; the limit is %d".formatted(sentences.size(), MAX_SENTENCES));
    }
    var checked = new ArrayList<CheckedSentence>();
    for (var sentence : sentences) {
      checkpoint.run();
      var statement = MARKER.matcher(sentence.of(text)).replaceAll("").strip();
      if (!words(statement).isEmpty()) {
        checked.add(check(sentence, statement));
      }
    }
    return checked;
  }

  private CheckedSentence check(Span span, String statement) {
    var candidates = candidates(statement);
    if (candidates.isEmpty()) {
      var verdict =
          new Verdict.Unsupported(Verdict.Reason.SOURCE, "the archive has no similar sentence", 0);
      return new CheckedSentence(span, statement, verdict, List.of());
    }
    var best = new ArrayList<CheckedSentence>();
    for (var candidate : candidates) {
      best.add(verify(span, statement, List.of(candidate)));
      if (best.getLast().verdict() instanceof Verdict.Supported) {
        return best.getLast();
      }
    }
    var first = candidates.getFirst();
    for (var second : candidates.subList(1, candidates.size())) {
      var both = verify(span, statement, List.of(first, second));
      if (both.verdict() instanceof Verdict.Supported) {
        return both;
      }
    }
    return best.stream()
        .max(Comparator.comparingDouble(one -> one.verdict().support()))
        .orElseThrow();
  }

  private CheckedSentence verify(Span span, String statement, List<Candidate> candidates) {
    var verdict = verifier.verify(statement, candidates.stream().map(Candidate::source).toList());
    return new CheckedSentence(
        span, statement, verdict, candidates.stream().map(Candidate::found).toList());
  }

  /// The sentences that share the most words with `statement`, in the order of the retrieval if
  /// they share as many.
  private List<Candidate> candidates(String statement) {
    var question = new Question(statement, Filters.NONE, LocalDate.now(clock));
    var wanted = words(statement);
    return retriever.retrieve(question, DEPTH).evidence().stream()
        .flatMap(evidence ->
            evidence.passage().sentences().stream().map(span -> new Candidate(evidence, span)))
        .sorted(Comparator.comparingInt(candidate -> -shared(wanted, candidate.text())))
        .limit(CANDIDATES)
        .toList();
  }

  private static int shared(Set<String> wanted, String text) {
    var words = words(text);
    words.retainAll(wanted);
    return words.size();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
