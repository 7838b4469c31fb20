package org.dossier.retrieval;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.model.Reader;
import org.dossier.model.Reading;

/// What the reader made of passages, the last ones remembered: it is most of what a question costs,
/// and depends on question and words alone, so it holds whatever becomes of the archive. Safe for
/// any number of threads.
final class Readings {
  private final Reader reader;
  private final Cache<Read, Reading> readings;

  /// @param most how many are remembered
  Readings(Reader reader, int most) {
    this.reader = reader;
    this.readings =
        Caffeine.newBuilder().maximumSize(most).expireAfterAccess(QuestionVectors.KEPT).build();
  }

  /// A reading for each of `texts`, in their order.
  List<Reading> of(String question, List<Reader.Text> texts) {
    var wanted = texts.stream().map(text -> new Read(question, text)).toList();
    var found = readings.getAll(wanted, missing -> read(question, missing));
    return wanted.stream().map(found::get).toList();
  }

  private Map<Read, Reading> read(String question, Set<? extends Read> missing) {
    var texts = missing.stream().map(Read::text).toList();
    var read = reader.read(question, texts).iterator();
    var readings = new LinkedHashMap<Read, Reading>();
    missing.forEach(one -> readings.put(one, read.next()));
    return readings;
  }

  private record Read(String question, Reader.Text text) {}
}
