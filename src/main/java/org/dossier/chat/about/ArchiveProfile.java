package org.dossier.chat.about;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.jspecify.annotations.Nullable;

/// Figures and subjects of the whole archive, computed from its articles when they are first needed
/// after a change. Safe for any number of threads.
@Singleton
public final class ArchiveProfile {
  /// Reading more articles would take longer than a user waits.
  private static final int NEWEST_ARTICLES = 200;

  private static final int MAX_NAMES = 6;
  private static final int MAX_HEADLINES = 3;
  private static final int MAX_PUBLISHERS = 8;

  private final Archive archive;
  private final AtomicReference<@Nullable Figures> figures = new AtomicReference<>();
  private final AtomicReference<@Nullable Subjects> subjects = new AtomicReference<>();

  public ArchiveProfile(Archive archive) {
    this.archive = archive;
  }

  /// Figures about an archive.
  ///
  /// @param sequence the number of the archive's last change
  /// @param publishers the publishers with the most articles, at most 8
  /// @param somePublishers true if there are more
  record Figures(
      long sequence, Archive.Summary summary, List<String> publishers, boolean somePublishers) {}

  /// The subjects of an archive.
  ///
  /// @param sequence the number of the archive's last change
  /// @param names the proper names in most articles; empty unless there are English ones
  /// @param newest the newest articles, at most 3
  record Subjects(long sequence, List<String> names, List<ArticleVersion> newest) {}

  Figures figures() {
    long sequence = archive.sequence();
    var cached = figures.get();
    if (cached != null && cached.sequence() == sequence) {
      return cached;
    }
    var publishers = archive.publishers(MAX_PUBLISHERS + 1);
    var computed =
        new Figures(
            sequence,
            archive.summary(),
            publishers.stream().limit(MAX_PUBLISHERS).toList(),
            publishers.size() > MAX_PUBLISHERS);
    figures.set(computed);
    return computed;
  }

  Subjects subjects() {
    long sequence = archive.sequence();
    var cached = subjects.get();
    if (cached != null && cached.sequence() == sequence) {
      return cached;
    }
    var articles = archive.newest(NEWEST_ARTICLES);
    var computed =
        new Subjects(
            sequence,
            FrequentNames.of(articles, MAX_NAMES),
            articles.stream().limit(MAX_HEADLINES).toList());
    subjects.set(computed);
    return computed;
  }
}
