package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.dossier.archive.Archive;
import org.dossier.question.NameSpellings;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.PassageIndex;
import org.dossier.text.MessageLanguage;

/// The other spellings that the archive has for names of questions, with a cache of the most recent
/// ones: a question is retrieved several times, with other filters. They are found again for each
/// state of the index. Safe for any number of threads.
final class SpellingCache {
  private final PassageIndex index;
  private final Archive archive;
  private final Cache<Key, List<String>> spellings;

  /// @param size the maximum number of cached questions
  SpellingCache(PassageIndex index, Archive archive, int size) {
    this.index = index;
    this.archive = archive;
    this.spellings =
        Caffeine.newBuilder().maximumSize(size).expireAfterAccess(QueryEmbeddingCache.TTL).build();
  }

  /// The spellings by [NameSpellings]; empty for a question that is not in English.
  List<String> get(String question) {
    return MessageLanguage.isEnglish(question)
        ? index.search((IndexSnapshot snapshot) -> get(question, snapshot))
        : List.of();
  }

  private List<String> get(String question, IndexSnapshot snapshot) {
    return spellings.get(
        new Key(question, snapshot.generation()),
        _ -> new NameSpellings(snapshot, archive::findAll).of(question));
  }

  private record Key(String question, long generation) {}
}
