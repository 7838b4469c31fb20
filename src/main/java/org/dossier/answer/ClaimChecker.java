package org.dossier.answer;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dossier.answer.draft.DraftStatement;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.PassageSplitter;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.RetrievalDepth;
import org.dossier.retrieval.Retriever;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.StatementVerifier;
import org.dossier.verification.Verdict;

/// Verifies claims that others made, against given sources or against the archive. Thread-safe.
@Singleton
public final class ClaimChecker {
  /// The size of the evidence for one claim, in tokens.
  private static final int EVIDENCE_BUDGET = 4_000;

  /// Without the reader model: a claim is no question.
  private static final RetrievalDepth DEPTH = new RetrievalDepth(8, 3, 0, 0);

  private static final Evidence.Scores NO_SCORES = new Evidence.Scores(0, 0, 0);

  private final StatementVerifier statementVerifier;
  private final Retriever retriever;
  private final Clock clock;

  public ClaimChecker(StatementVerifier statementVerifier, Retriever retriever, Clock clock) {
    this.statementVerifier = statementVerifier;
    this.retriever = retriever;
    this.clock = clock;
  }

  /// A claim with its verdict.
  ///
  /// @param found the sentences of the archive that support it, or else the one that is most
  ///   similar; those of the given texts if any were given; possibly empty
  public record CheckedClaim(String text, Verdict verdict, List<Place> found) {
    public CheckedClaim {
      found = List.copyOf(found);
    }
  }

  /// A sentence of an article.
  public record Place(ArticleVersion source, Span span) {}

  /// The claims in `text`: its sentences, each on one line, without citation markers.
  public List<String> claims(String text) {
    var plain = text.replaceAll("\\s?\\[\\p{Nd}{1,4}]", "");
    return SentenceSplitter.split(plain).stream()
        .map(span -> WhiteSpace.normalize(span.of(plain)))
        .filter(sentence -> sentence.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }

  /// Verifies `claim` against the sentences of the archive that are most similar to it.
  public CheckedClaim check(String claim) {
    var question = new Question(claim, Filters.NONE, LocalDate.now(clock));
    var evidence =
        NumberedEvidence.of(retriever.retrieve(question, DEPTH).evidence(), EVIDENCE_BUDGET);
    return check(claim, new Grounding(statementVerifier, evidence));
  }

  /// A checker that verifies claims against the sentences of `texts` that are most similar to them,
  /// instead of those of the archive. Not thread-safe.
  ///
  /// @param texts in the form of articles, which need not be in the archive
  public Function<String, CheckedClaim> against(List<Article> texts) {
    var evidence = new ArrayList<Evidence>();
    for (var text : texts) {
      var source = new ArticleVersion(text, text.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
      for (var passage : PassageSplitter.split(text)) {
        evidence.add(new Evidence(evidence.size() + 1, source, passage, NO_SCORES));
      }
    }
    var grounding =
        new Grounding(statementVerifier, NumberedEvidence.of(evidence, Integer.MAX_VALUE));
    return claim -> check(claim, grounding);
  }

  private static CheckedClaim check(String claim, Grounding grounding) {
    var draft = new DraftStatement(claim, List.of());
    return switch (grounding.ground(draft)) {
      case Grounding.Supported(var lines, _) ->
          new CheckedClaim(claim, grounding.verdict(draft, lines), places(lines));
      case Grounding.Unsupported _ -> {
        var closest = grounding.closest(draft);
        yield new CheckedClaim(claim, grounding.verdict(draft, closest), places(closest));
      }
    };
  }

  private static List<Place> places(List<NumberedEvidence.Line> lines) {
    return lines.stream().map(line -> new Place(line.source(), line.span())).toList();
  }
}
