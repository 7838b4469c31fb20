package org.dossier.ingestion.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.ingestion.document.DocumentMessage.End;
import org.dossier.ingestion.document.DocumentMessage.ReadDocument;
import org.dossier.ingestion.document.DocumentMessage.RejectedDocument;
import org.dossier.ingestion.format.JsonArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.jspecify.annotations.Nullable;

/// The main class of the process that reads documents: requests arrive on standard input, results
/// leave on standard output. It ends when its standard input ends, even in the middle of a
/// document, so that it never survives the process that started it.
final class DocumentReaderMain {
  private DocumentReaderMain() {}

  private record Request(DocumentKind kind, String id, Path file) {}

  /// Receives what is read of one file.
  interface Results {
    void article(Article article) throws IOException;

    void rejected(@Nullable String field, String reason) throws IOException;
  }

  public static void main(String... arguments) throws Exception {
    var out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // Libraries must not write into the results.
    System.setOut(System.err);
    FontMappers.set(new BuiltInFonts());
    var requests = new SynchronousQueue<Request>();
    Thread.ofPlatform().daemon().name("requests").start(() -> receive(requests));
    while (true) {
      read(requests.take(), out);
    }
  }

  private static void receive(SynchronousQueue<Request> requests) {
    try (var in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
      while (true) {
        var kind = DocumentKind.valueOf(in.readUTF());
        requests.put(new Request(kind, in.readUTF(), Path.of(in.readUTF())));
      }
    } catch (IOException | InterruptedException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void read(Request request, DataOutputStream out) throws IOException {
    var results = new WrittenResults(out);
    try {
      read(request, results);
    } catch (InvalidArticleException e) {
      var rejected = RejectedArticleException.of(e, 0);
      results.rejected(rejected.field(), rejected.reason());
    } catch (RejectedArticleException e) {
      results.rejected(e.field(), e.reason());
    } catch (Exception | StackOverflowError e) {
      results.rejected(null, "cannot be read: it is damaged or truncated (" + summary(e) + ")");
    }
    new End().write(out);
  }

  private static void read(Request request, Results results) throws Exception {
    Signature.verify(request.file(), request.kind());
    switch (request.kind()) {
      case PDF -> results.article(PdfDocument.read(request.id(), request.file()));
      case DOCX, ODT, RTF, EPUB ->
          results.article(OfficeDocument.read(request.id(), request.file(), request.kind()));
      case EML -> results.article(MailMessage.read(request.id(), request.file()));
      case MBOX -> Mailbox.read(request.id(), request.file(), results);
    }
  }

  /// The kind of an exception and the beginning of its message, on one line.
  private static String summary(Throwable e) {
    var message = String.valueOf(e.getMessage()).replaceAll("[\\p{Cntrl}\\s]+", " ");
    var words = message.substring(0, Math.min(120, message.length()));
    return e.getMessage() == null ? e.getClass().getSimpleName() : words;
  }

  private record WrittenResults(DataOutputStream out) implements Results {
    @Override
    public void article(Article article) throws IOException {
      new ReadDocument(JsonArticle.write(article).getBytes(UTF_8)).write(out);
    }

    @Override
    public void rejected(@Nullable String field, String reason) throws IOException {
      new RejectedDocument(field, reason).write(out);
    }
  }
}
