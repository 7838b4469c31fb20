package org.dossier.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.WordVector;
import org.dossier.text.sentence.SentenceSplitter;
import org.dossier.verification.analysis.AnalyzedText;
import org.dossier.verification.analysis.Word;

/// Embeds statements and sources, and caches the most recently used sources, because the statements
/// of one answer often cite the same ones. Thread-safe.
final class WordEmbeddingCache {
  private static final int CAPACITY = 64;

  /// The length of a part. English of this length is well within the model's 512 tokens.
  private static final int MAX_CHARACTERS = 1_200;

  /// The number of parts of one source, which bounds the work.
  private static final int MAX_PARTS = 6;

  private final EmbeddingModel model;
  private final Map<String, List<WordVector>> cache =
      new LinkedHashMap<>(CAPACITY, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<WordVector>> eldest) {
          return size() > CAPACITY;
        }
      };

  WordEmbeddingCache(EmbeddingModel model) {
    this.model = model;
  }

  List<WordVector> embedStatement(AnalyzedText statement) {
    return model.embedWords(statement.plain());
  }

  /// The words of the cited texts. If a text is too long for the model, only the parts that share
  /// most words with the statement.
  List<WordVector> embedTexts(AnalyzedText statement, List<AnalyzedText> texts) {
    return texts.stream()
        .flatMap(text -> parts(statement, text.plain()).stream())
        .flatMap(part -> embedText(part).stream())
        .toList();
  }

  private List<WordVector> embedText(String text) {
    synchronized (cache) {
      var known = cache.get(text);
      if (known != null) {
        return known;
      }
    }
    var vectors = model.embedWords(text);
    synchronized (cache) {
      cache.put(text, vectors);
    }
    return vectors;
  }

  private static List<String> parts(AnalyzedText statement, String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (var sentence : SentenceSplitter.split(text)) {
      if (!part.isEmpty() && part.length() + sentence.length() > MAX_CHARACTERS) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(sentence.of(text));
    }
    parts.add(part.toString());
    var stems = statement.stems();
    return parts.stream()
        .sorted(
            Comparator.comparingLong((String p) ->
                    -Word.tokenize(p).stream()
                        .filter(Word::isContentWord)
                        .map(Word::stem)
                        .distinct()
                        .filter(stems::contains)
                        .count())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MAX_PARTS)
        .toList();
  }
}
