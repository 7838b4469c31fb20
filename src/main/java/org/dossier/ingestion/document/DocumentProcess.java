package org.dossier.ingestion.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dossier.ingestion.document.DocumentMessage.End;
import org.dossier.ingestion.document.DocumentMessage.RejectedDocument;
import org.jspecify.annotations.Nullable;

/// The process that reads documents: this program, with [DocumentReaderMain] as main class. It is
/// started by the first request, reads one document after the other, and is ended and replaced if a
/// document exceeds a limit. Not thread-safe.
public final class DocumentProcess implements AutoCloseable {
  /// The exit code of a JVM that ends for lack of memory.
  private static final int OUT_OF_MEMORY = 3;

  /// Replacing the process after this number of documents bounds what the libraries retain.
  private static final int DOCUMENTS_PER_PROCESS = 500;

  private static final long SECONDS_TO_END = 10;

  private final DocumentLimits limits;
  private @Nullable Running running;
  private int documents;

  public DocumentProcess(DocumentLimits limits) {
    this.limits = limits;
  }

  private record Running(Process process, DataOutputStream requests, DataInputStream results) {}

  /// The results of `file`, in order, each read when it is requested. A document that exceeds a
  /// limit is rejected. The next request must wait for the end of the results.
  ///
  /// @param id the id of the article; the ids of a mailbox begin with it
  /// @throws IOException if the process cannot be started
  public Iterator<DocumentMessage> read(Path file, DocumentKind kind, String id)
      throws IOException {
    var process = started();
    try {
      process.requests().writeUTF(kind.name());
      process.requests().writeUTF(id);
      process.requests().writeUTF(file.toAbsolutePath().toString());
      process.requests().flush();
    } catch (IOException e) {
      DocumentMessage rejected = rejected(failure(process));
      return List.of(rejected).iterator();
    }
    return new Results(process);
  }

  private final class Results implements Iterator<DocumentMessage> {
    private final Running process;
    private @Nullable DocumentMessage next;
    private boolean ended;

    Results(Running process) {
      this.process = process;
    }

    @Override
    public boolean hasNext() {
      if (next == null && !ended) {
        next = receive();
        if (next instanceof End) {
          next = null;
          ended = true;
        }
      }
      return next != null;
    }

    @Override
    public DocumentMessage next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      var message = next;
      next = null;
      return message;
    }

    /// The next message; a rejection if the process does not answer, which ends it.
    private DocumentMessage receive() {
      try {
        return DocumentProcess.this.next(process);
      } catch (TimeoutException e) {
        ended = true;
        end();
        return rejected(
            "is not read within %s (dossier.documents.time-limit)".formatted(seconds()));
      } catch (IOException e) {
        ended = true;
        return rejected(failure(process));
      } catch (InterruptedException e) {
        ended = true;
        end();
        Thread.currentThread().interrupt();
        return rejected("was not read: interrupted");
      }
    }
  }

  /// The next message, read by another thread because a read cannot be given a time limit.
  private DocumentMessage next(Running process)
      throws IOException, TimeoutException, InterruptedException {
    var message = new CompletableFuture<DocumentMessage>();
    Thread.ofVirtual()
        .name("document-results")
        .start(() -> {
          try {
            message.complete(DocumentMessage.read(process.results()));
          } catch (IOException e) {
            message.completeExceptionally(e);
          }
        });
    try {
      return message.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private String seconds() {
    return String.format(Locale.ROOT, "%,d seconds", Math.max(1, limits.time().toSeconds()));
  }

  private static RejectedDocument rejected(String reason) {
    return new RejectedDocument(null, reason);
  }

  /// The reason for which the process no longer answers; it is ended.
  private String failure(Running process) {
    try {
      boolean ended = process.process().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      int exitCode = ended ? process.process().exitValue() : -1;
      end();
      return exitCode == OUT_OF_MEMORY
          ? "needs more than %,d MB of memory (dossier.documents.memory-megabytes)"
              .formatted(limits.memoryMegabytes())
          : "cannot be read: the process that reads it ended with exit code " + exitCode;
    } catch (InterruptedException e) {
      end();
      Thread.currentThread().interrupt();
      return "was not read: interrupted";
    }
  }

  private Running started() throws IOException {
    if (running != null && documents++ >= DOCUMENTS_PER_PROCESS) {
      end();
    }
    if (running == null) {
      documents = 1;
      var process =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      running =
          new Running(
              process,
              new DataOutputStream(new BufferedOutputStream(process.getOutputStream())),
              new DataInputStream(new BufferedInputStream(process.getInputStream())));
    }
    return running;
  }

  private List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.memoryMegabytes() + "m",
        // Deep recursion in a parser is an error of the document, not of the process.
        "-Xss4m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        // The readers need no network, and a document does not get one.
        "-Djava.net.useSystemProxies=false",
        "-Duser.timezone=UTC",
        "-cp",
        classPath(),
        DocumentReaderMain.class.getName());
  }

  /// The class path of this process, with absolute paths.
  private static String classPath() {
    var parts = List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    return String.join(
        File.pathSeparator,
        parts.stream()
            .filter(part -> !part.isEmpty())
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .toList());
  }

  private void end() {
    if (running != null) {
      running.process().destroyForcibly();
      running = null;
    }
  }

  /// Ends the process if it is running.
  @Override
  public void close() {
    end();
  }
}
