package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.dossier.search.IndexException;

/// The index after one change of the archive, with cached statistics. A user holds a reference to
/// the reader while using it.
final class ReaderView {
  private static final int UNKNOWN = -1;

  private final DirectoryReader reader;
  private final long sequence;
  private final SegmentFiles files;
  private final IndexSearcher searcher;
  private final Map<String, LanguageStatistics> statistics = new ConcurrentHashMap<>();

  private volatile int passages = UNKNOWN;

  private ReaderView(DirectoryReader reader, long sequence, SegmentFiles files) {
    this.reader = reader;
    this.sequence = sequence;
    this.files = files;
    this.searcher = new IndexSearcher(reader);
  }

  /// @param folder the folder that `reader` reads
  static ReaderView of(Path folder, DirectoryReader reader, long sequence) {
    return new ReaderView(reader, sequence, SegmentFiles.of(folder, reader));
  }

  /// Releases a reference.
  void release() {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new IndexException("the index cannot be read", e);
    }
  }

  DirectoryReader reader() {
    return reader;
  }

  SegmentFiles files() {
    return files;
  }

  /// The sequence of the newest change that it contains.
  long sequence() {
    return sequence;
  }

  /// The number of passages.
  int passages() throws IOException {
    if (passages == UNKNOWN) {
      passages = reader.numDocs() - searcher.count(MentionQuery.allArticles());
    }
    return passages;
  }

  /// The searcher for everything except lexical scores.
  IndexSearcher searcher() {
    return searcher;
  }

  /// The searcher for lexical scores in one language.
  IndexSearcher searcher(String language) {
    return new LanguageSearcher(reader, statistics(language));
  }

  /// The languages that passages are written in, in alphabetical order.
  List<String> languages() {
    return reader.leaves().stream()
        .flatMap(leaf -> names(leaf.reader().getFieldInfos()))
        .filter(Fields::isText)
        .map(Fields::language)
        .distinct()
        .sorted()
        .toList();
  }

  LanguageStatistics statistics(String language) {
    return statistics.computeIfAbsent(
        language,
        missing -> {
          try {
            return LanguageStatistics.of(reader, missing);
          } catch (IOException e) {
            throw new IndexException("cannot count the passages in " + missing, e);
          }
        });
  }

  private static Stream<String> names(FieldInfos fields) {
    return StreamSupport.stream(fields.spliterator(), false).map(FieldInfo::getName);
  }
}
