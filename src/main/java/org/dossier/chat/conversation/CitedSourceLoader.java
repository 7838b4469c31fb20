package org.dossier.chat.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;

/// The articles that the answers of one conversation rest on, each read once. For one thread.
final class CitedSourceLoader {
  private final Archive archive;
  private final Map<Key, Optional<ArticleVersion>> read = new HashMap<>();

  CitedSourceLoader(Archive archive) {
    this.archive = archive;
  }

  /// Empty once the article was withdrawn.
  Optional<ArticleVersion> version(String article, String version) {
    return read.computeIfAbsent(
        new Key(article, version), key -> archive.find(key.article(), key.version()));
  }

  /// What became of a version that does not stand any more; empty for one that does.
  Optional<UnavailableSource> findUnavailable(String article, String version) {
    var found = version(article, version);
    if (found.isEmpty()) {
      return Optional.of(new UnavailableSource(article, UnavailableSource.Reason.WITHDRAWN));
    }
    return found.get().current()
        ? Optional.empty()
        : Optional.of(new UnavailableSource(article, UnavailableSource.Reason.REPLACED));
  }

  /// The current versions of those articles that are still there, in the order given.
  List<ArticleVersion> current(List<String> articles) {
    var found = archive.findAll(articles);
    return articles.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private record Key(String article, String version) {}
}
