package org.dossier.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReader;

/// The files of a view and their lengths when it was opened. They never change while the view is in
/// use, unless another program changes them.
///
/// @param lengths by file
record SegmentFiles(Map<Path, Long> lengths) {
  private static final long MISSING = -1;

  SegmentFiles {
    lengths = Map.copyOf(lengths);
  }

  static SegmentFiles of(Path folder, DirectoryReader reader) {
    var lengths = new HashMap<Path, Long>();
    for (var leaf : reader.leaves()) {
      if (leaf.reader() instanceof SegmentReader segment) {
        for (var name : segment.getSegmentInfo().info.files()) {
          var file = folder.resolve(name);
          lengths.put(file, length(file));
        }
      }
    }
    return new SegmentFiles(lengths);
  }

  /// A description of the first changed file; empty if all are unchanged.
  Optional<String> damage() {
    return lengths.entrySet().stream()
        .filter(file -> file.getValue() == MISSING || length(file.getKey()) != file.getValue())
        .map(file -> file.getKey() + " was changed or deleted by another program")
        .min(Comparator.naturalOrder());
  }

  /// The total size of the files of one segment, in bytes.
  ///
  /// @param segment its name, such as `_3`
  long size(String segment) {
    return lengths.entrySet().stream()
        .filter(file -> IndexFileNames.parseSegmentName(name(file.getKey())).equals(segment))
        .mapToLong(file -> Math.max(0, file.getValue()))
        .sum();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException _) {
      return MISSING;
    }
  }
}
