package org.dossier.question;

import java.util.Set;
import org.dossier.text.Span;

/// The sentences that earlier replies of a conversation cited, and that an answer to "what else?"
/// leaves out.
///
/// @param places the places of the sentences; possibly empty
public record CitedSentences(Set<Place> places) {
  /// No sentences.
  public static final CitedSentences NONE = new CitedSentences(Set.of());

  public CitedSentences {
    places = Set.copyOf(places);
  }

  /// The place of a sentence in one version of an article.
  ///
  /// @param article the id of the article
  /// @param version the hash of its text
  public record Place(String article, String version, Span span) {}

  public boolean isEmpty() {
    return places.isEmpty();
  }

  public boolean contains(String article, String version, Span span) {
    return places.contains(new Place(article, version, span));
  }
}
