package org.dossier.retrieval.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.archive.Passage;
import org.dossier.text.Span;
import org.dossier.text.boilerplate.RepeatedLine;

/// The lines of boilerplate that articles of one site have in common.
///
/// @param lines their [RepeatedLine#key]
/// @param articles the number of articles that were compared
/// @param generation the state of the index at that time
record SiteProfile(Set<String> lines, int articles, long generation) {
  /// That of an article without a site.
  static final SiteProfile NONE = new SiteProfile(Set.of(), 0, 0);

  SiteProfile {
    lines = Set.copyOf(lines);
  }

  /// The passage without the sentences of these lines; empty if it has no others.
  ///
  /// @param text of its article
  Optional<Passage> withoutBoilerplate(Passage passage, String text) {
    if (lines.isEmpty()) {
      return Optional.of(passage);
    }
    var kept =
        passage.sentences().stream().filter(sentence -> !isBoilerplate(sentence, text)).toList();
    return kept.isEmpty() ? Optional.empty() : Optional.of(withSentences(passage, kept));
  }

  private static Passage withSentences(Passage passage, List<Span> kept) {
    return kept.size() == passage.sentences().size()
        ? passage
        : new Passage(
            passage.ordinal(), new Span(kept.getFirst().start(), kept.getLast().end()), kept);
  }

  private boolean isBoilerplate(Span sentence, String text) {
    int start = text.lastIndexOf('\n', sentence.start()) + 1;
    int next = text.indexOf('\n', sentence.end());
    int end = next < 0 ? text.length() : next;
    return end - start <= RepeatedLine.MAX_LENGTH
        && lines.contains(RepeatedLine.key(text.substring(start, end)));
  }
}
