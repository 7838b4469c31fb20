package org.dossier.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dossier.index.Terms;
import org.dossier.model.Reader;
import org.dossier.model.Reading;
import org.dossier.text.Span;

/// Reads the first passages and orders them anew: words and vectors say which passages are about
/// the same, the reader which of them answers.
final class CloseReading {
  private final Reader reader;
  private final RetrievalConfig config;

  CloseReading(Reader reader, RetrievalConfig config) {
    this.reader = reader;
    this.config = config;
  }

  /// @param evidence by its fused scores, best first
  /// @return the same passages: those that were read, best first, then the others
  List<Evidence> order(String question, List<Evidence> evidence) {
    var first = evidence.subList(0, Math.min(config.read(), evidence.size()));
    var ordered = new ArrayList<>(read(question, first));
    ordered.sort(Comparator.comparingDouble(this::score).reversed());
    ordered.addAll(evidence.subList(first.size(), evidence.size()));
    var ranked = new ArrayList<Evidence>();
    for (var passage : ordered) {
      ranked.add(passage.ranked(ranked.size() + 1));
    }
    return ranked;
  }

  private List<Evidence> read(String question, List<Evidence> evidence) {
    var texts = evidence.stream().filter(CloseReading::isEnglish).map(CloseReading::text).toList();
    var readings = reader.read(question, texts).iterator();
    return evidence.stream().map(e -> isEnglish(e) ? e.read(readings.next()) : e).toList();
  }

  private static Reader.Text text(Evidence evidence) {
    var title = evidence.source().article().title();
    return new Reader.Text(title == null ? "" : title, evidence.text());
  }

  private static boolean isEnglish(Evidence evidence) {
    return Terms.isEnglish(evidence.text(), evidence.source().article().language());
  }

  /// What was not read is taken as even odds.
  private double score(Evidence evidence) {
    var reading = evidence.reading();
    var whole = new Span(0, evidence.passage().span().length());
    double odds = reading == null ? 0 : reading.words(whole).map(Reading.Words::score).orElse(0.0);
    return evidence.scores().fused() + config.readingWeight() * odds;
  }
}
