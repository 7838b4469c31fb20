package org.dossier.chat.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;

/// Loads the articles cited by the answers of one conversation, each once. For one thread.
final class CitedSourceLoader {
  private final Archive archive;
  private final Map<Key, Optional<ArticleVersion>> read = new HashMap<>();

  CitedSourceLoader(Archive archive) {
    this.archive = archive;
  }

  /// A version of an article; empty once the article was withdrawn.
  Optional<ArticleVersion> version(String article, String version) {
    return read.computeIfAbsent(
        new Key(article, version), key -> archive.find(key.article(), key.version()));
  }

  /// The reason why a version is unavailable; empty if it is current.
  Optional<UnavailableSource> findUnavailable(String article, String version) {
    var found = version(article, version);
    if (found.isEmpty()) {
      return Optional.of(new UnavailableSource(article, UnavailableSource.Reason.WITHDRAWN));
    }
    return found.get().current()
        ? Optional.empty()
        : Optional.of(new UnavailableSource(article, UnavailableSource.Reason.REPLACED));
  }

  /// The current published versions of those articles that still exist, in the order given.
  List<ArticleVersion> current(List<String> articles) {
    var found = archive.findPublished(articles);
    return articles.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private record Key(String article, String version) {}
}
