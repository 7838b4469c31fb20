package org.dossier.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// Turns text into vectors whose cosine says how near two meanings are: bge-small-en-v1.5, run in
/// this process. Every vector has length 1, so the dot product of two is their cosine.
///
/// Making one is cheap: the model is read on first use, or by [#load()]. The same text gives the
/// same vector, whatever else is computed at the time. Safe for any number of threads; whoever made
/// it closes it, and a closed one throws [IllegalStateException].
public final class EmbeddingModel implements AutoCloseable {

  /// What the authors of the model put before a question, and only there.
  private static final String INSTRUCTION =
      "Represent this sentence for searching relevant passages: ";

  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private final ExecutorService forPassages;
  private final ExecutorService forSentences;
  private volatile @Nullable Encoder encoder;
  private volatile boolean closed;

  /// @param atOnce how many texts are worked on at a time: one a core is best
  public EmbeddingModel(int atOnce) {
    this.forPassages = Executors.newFixedThreadPool(atOnce, daemons("passages"));
    this.forSentences = Executors.newFixedThreadPool(atOnce, daemons("sentences"));
  }

  /// Names the model, its quantization and its pooling: vectors of two different ids cannot be
  /// compared.
  public String id() {
    return "bge-small-en-v1.5-int8-cls";
  }

  /// How many numbers a vector has.
  public int dimension() {
    return Encoder.DIMENSION;
  }

  /// Reads the model now, if it was not yet: half a second that the first question need not wait.
  public void load() {
    use.readLock().lock();
    try {
      open();
    } finally {
      use.readLock().unlock();
    }
  }

  /// The vector to search passages with.
  public float[] ofQuestion(String question) {
    return encode(INSTRUCTION + question);
  }

  /// The vector to be found by, or to compare two passages by. What exceeds 512 tokens is left out.
  public float[] ofPassage(String passage) {
    return encode(passage);
  }

  /// The vectors of all these, in their order; several are computed at once.
  public List<float[]> ofPassages(List<String> passages) {
    return encodeAll(passages, forPassages);
  }

  /// The same for the sentences that somebody waits for: they share the cores with passages under
  /// way, but do not queue behind them.
  public List<float[]> ofSentences(List<String> sentences) {
    return encodeAll(sentences, forSentences);
  }

  private List<float[]> encodeAll(List<String> texts, ExecutorService cores) {
    load();
    var tasks = texts.stream().<Callable<float[]>>map(text -> () -> encode(text)).toList();
    try {
      var vectors = new ArrayList<float[]>(tasks.size());
      for (Future<float[]> done : cores.invokeAll(tasks)) {
        vectors.add(done.get());
      }
      return vectors;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException("interrupted while embedding " + tasks.size() + " texts", e);
    } catch (ExecutionException e) {
      throw new ModelException("cannot embed a text", e.getCause());
    }
  }

  /// Waits for the texts under way, then gives the model's memory back.
  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      forPassages.shutdown();
      forSentences.shutdown();
      if (encoder != null) {
        encoder.close();
        encoder = null;
      }
    } finally {
      use.writeLock().unlock();
    }
  }

  private float[] encode(String text) {
    use.readLock().lock();
    try {
      return open().encode(text);
    } finally {
      use.readLock().unlock();
    }
  }

  private Encoder open() {
    var opened = encoder;
    return opened != null ? opened : openOnce();
  }

  private synchronized Encoder openOnce() {
    if (closed) {
      throw new IllegalStateException("the embedding model is closed");
    }
    var opened = encoder;
    if (opened == null) {
      opened = new Encoder();
      encoder = opened;
    }
    return opened;
  }

  private static ThreadFactory daemons(String work) {
    var number = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, "embedding-" + work + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
