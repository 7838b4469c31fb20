package org.dossier.inference;

import java.util.Arrays;
import java.util.List;
import org.dossier.text.Span;

/// Extractive reader: an encoder that sees question and passage together. For each token it
/// predicts whether the answer starts there, ends there and is in its sentence, and for the passage
/// whether it answers at all. It was trained for this project from questions on encyclopedia
/// paragraphs; docs/measurements/reader-model.md is its model card. It reads English.
///
/// Construction is cheap: the network is loaded on first use, or by [#load()]. The same question
/// and passage give the same prediction, regardless of concurrent work. Thread-safe. The creator
/// closes it; a closed one throws [IllegalStateException].
public final class ReaderModel implements AutoCloseable {
  private static final String NETWORK = "reader.onnx";
  private static final int QUESTION_TOKENS = 48;
  private static final int TITLE_TOKENS = 24;

  /// Enough for a passage of 150 words with its title and question; text beyond it is not read.
  private static final int TOKENS = 320;

  private final LazyResource<Network> network = new LazyResource<>("reader", Network::new);
  private final ParallelMapper parallelMapper;

  /// @param concurrency the number of passages read concurrently; one per core is best
  public ReaderModel(int concurrency) {
    this.parallelMapper = new ParallelMapper("reading", concurrency);
  }

  /// A passage to read.
  ///
  /// @param title the title of its article; possibly empty
  /// @param words the passage's own text
  /// @param shown the parts of the text to read, in reading order and without overlap: all
  ///   sentences, or only those that may answer, which costs less
  public record Text(String title, String words, List<Span> shown) {
    public Text {
      shown = List.copyOf(shown);
    }

    private int length() {
      return shown.stream().mapToInt(Span::length).sum();
    }
  }

  /// Loads the network now, if it is not loaded yet.
  public void load() {
    network.use(any -> any);
  }

  /// A prediction for each of `texts`, in their order; several are read concurrently.
  public List<SpanPrediction> read(String question, List<Text> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    return network.use(loaded -> {
      var questionTokens = loaded.vocabulary.tokens(question).truncate(QUESTION_TOKENS);
      return parallelMapper.map(texts, Text::length, text -> loaded.read(questionTokens, text));
    });
  }

  /// Waits for the passages in progress, then releases the network's memory.
  @Override
  public void close() {
    network.close();
    parallelMapper.close();
  }

  private static final class Network implements AutoCloseable {
    private final Vocabulary vocabulary = Vocabulary.shared();
    private final OnnxModel onnxModel = new OnnxModel(NETWORK);

    /// The input is the question, the title and the passage, each followed by a separator, as in
    /// training.
    SpanPrediction read(Vocabulary.Tokens question, Text text) {
      var title = vocabulary.tokens(text.title()).truncate(TITLE_TOKENS);
      int head = 2 + question.size() + (title.size() == 0 ? 0 : title.size() + 1);
      var words = shown(text).truncate(TOKENS - head - 1);
      var input = new Input(head + words.size() + 1);
      input.add(Vocabulary.CLS).add(question).add(Vocabulary.SEP);
      int second = input.size;
      if (title.size() > 0) {
        input.add(title).add(Vocabulary.SEP);
      }
      input.add(words).add(Vocabulary.SEP);
      return new SpanPrediction(words, head, onnxModel.run(input.ids, input.types(second)));
    }

    /// The tokens of the shown parts, at their offsets in the passage.
    private Vocabulary.Tokens shown(Text text) {
      return Vocabulary.Tokens.join(
          text.shown().stream()
              .map(span -> vocabulary.tokens(span.of(text.words())).shift(span.start()))
              .toList());
    }

    @Override
    public void close() {
      onnxModel.close();
    }
  }

  private static final class Input {
    private final long[] ids;
    private int size;

    Input(int length) {
      ids = new long[length];
    }

    Input add(long id) {
      ids[size++] = id;
      return this;
    }

    Input add(Vocabulary.Tokens tokens) {
      System.arraycopy(tokens.ids(), 0, ids, size, tokens.size());
      size += tokens.size();
      return this;
    }

    long[] types(int second) {
      var types = new long[ids.length];
      Arrays.fill(types, second, ids.length, 1);
      return types;
    }
  }
}
