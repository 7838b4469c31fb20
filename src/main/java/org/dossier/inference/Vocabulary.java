package org.dossier.inference;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The tokenizer of bge-small-en-v1.5, from the jar of LangChain4j, shared by all networks and kept
/// until the process ends. Thread-safe.
final class Vocabulary implements AutoCloseable {
  /// The first token of every text. [#SEP] ends each of its parts.
  static final long CLS = 101;

  static final long SEP = 102;

  private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

  /// Far beyond the window of any network; callers truncate to theirs.
  private static final int MAX_TOKENS = 4096;

  static {
    // By default the tokenizer's library reports each load to a host of its makers, and searches
    // the network for other builds of its native part. These settings turn both off.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
  }

  private static final LazyResource<Vocabulary> SHARED =
      new LazyResource<>("tokenizer", Vocabulary::new);

  private final HuggingFaceTokenizer tokenizer;

  private Vocabulary() {
    var options =
        Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(MAX_TOKENS));
    try (var vocabulary = OnnxModel.resource(TOKENIZER)) {
      tokenizer = HuggingFaceTokenizer.newInstance(vocabulary, options);
    } catch (IOException e) {
      throw new ModelException("cannot load the tokenizer " + TOKENIZER, e);
    }
  }

  /// The vocabulary of all networks, loaded on first use.
  static Vocabulary shared() {
    return SHARED.use(any -> any);
  }

  /// The tokens of `text` alone, without special tokens.
  Tokens tokens(String text) {
    return Tokens.of(text, encode(text));
  }

  private Encoding encode(String text) {
    return tokenizer.encode(text, false, false);
  }

  @Override
  public void close() {
    tokenizer.close();
  }

  /// @param ids the number of each token
  /// @param pieces the words or word pieces; each piece of a word but the first begins with `##`
  /// @param starts the start of each token in the text, in UTF-16 units
  /// @param ends the end of each token, exclusive
  record Tokens(long[] ids, String[] pieces, int[] starts, int[] ends) {

    static Tokens of(String text, Encoding encoding) {
      var ids = encoding.getIds();
      var spans = encoding.getCharTokenSpans();
      var starts = new int[ids.length];
      var ends = new int[ids.length];
      // The library counts in code points.
      int unit = 0;
      int point = 0;
      for (int i = 0; i < ids.length; i++) {
        unit = text.offsetByCodePoints(unit, spans[i].getStart() - point);
        starts[i] = unit;
        unit = text.offsetByCodePoints(unit, spans[i].getEnd() - spans[i].getStart());
        ends[i] = unit;
        point = spans[i].getEnd();
      }
      return new Tokens(ids, encoding.getTokens(), starts, ends);
    }

    int size() {
      return ids.length;
    }

    /// These tokens in a text that begins `by` units further on.
    Tokens shift(int by) {
      return new Tokens(
          ids,
          pieces,
          Arrays.stream(starts).map(start -> start + by).toArray(),
          Arrays.stream(ends).map(end -> end + by).toArray());
    }

    /// The concatenation of `parts`.
    static Tokens join(List<Tokens> parts) {
      return new Tokens(
          parts.stream().flatMapToLong(part -> Arrays.stream(part.ids)).toArray(),
          parts.stream().flatMap(part -> Arrays.stream(part.pieces)).toArray(String[]::new),
          parts.stream().flatMapToInt(part -> Arrays.stream(part.starts)).toArray(),
          parts.stream().flatMapToInt(part -> Arrays.stream(part.ends)).toArray());
    }

    /// The first `most` tokens.
    Tokens truncate(int most) {
      return most >= ids.length
          ? this
          : new Tokens(
              Arrays.copyOf(ids, most),
              Arrays.copyOf(pieces, most),
              Arrays.copyOf(starts, most),
              Arrays.copyOf(ends, most));
    }
  }
}
