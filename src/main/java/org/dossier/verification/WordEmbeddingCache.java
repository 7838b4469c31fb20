package org.dossier.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dossier.inference.EmbeddingModel;
import org.dossier.inference.WordVector;
import org.dossier.text.sentence.SentenceSplitter;

/// Embeds statements and sources, and caches the most recently used sources, because the statements
/// of one answer often cite the same ones. Thread-safe.
final class WordEmbeddingCache {
  private static final int REMEMBERED = 64;
  private static final int LONGEST = 1_200;
  private static final int MOST_PARTS = 6;

  private final EmbeddingModel model;
  private final Map<String, List<WordVector>> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<WordVector>> eldest) {
          return size() > REMEMBERED;
        }
      };

  WordEmbeddingCache(EmbeddingModel model) {
    this.model = model;
  }

  List<WordVector> ofStatement(AnalyzedText claim) {
    return model.ofWords(claim.plain());
  }

  /// The words of the cited texts. If a text is too long for the model, only the parts that share
  /// most words with the statement.
  List<WordVector> ofTexts(AnalyzedText claim, List<AnalyzedText> texts) {
    return texts.stream()
        .flatMap(text -> parts(claim, text.plain()).stream())
        .flatMap(part -> ofText(part).stream())
        .toList();
  }

  private List<WordVector> ofText(String text) {
    synchronized (remembered) {
      var known = remembered.get(text);
      if (known != null) {
        return known;
      }
    }
    var vectors = model.ofWords(text);
    synchronized (remembered) {
      remembered.put(text, vectors);
    }
    return vectors;
  }

  private static List<String> parts(AnalyzedText claim, String text) {
    if (text.length() <= LONGEST) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    for (var sentence : SentenceSplitter.split(text)) {
      if (!part.isEmpty() && part.length() + sentence.length() > LONGEST) {
        parts.add(part.toString());
        part.setLength(0);
      }
      part.append(part.isEmpty() ? "" : " ").append(sentence.of(text));
    }
    parts.add(part.toString());
    var stems = claim.stems();
    return parts.stream()
        .sorted(
            Comparator.comparingLong((String p) ->
                    -Word.in(p).stream()
                        .filter(Word::isContentWord)
                        .map(Word::stem)
                        .distinct()
                        .filter(stems::contains)
                        .count())
                .thenComparing(Comparator.naturalOrder()))
        .limit(MOST_PARTS)
        .toList();
  }
}
