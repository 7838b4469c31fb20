package org.dossier.ingestion.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.dossier.archive.Article;
import org.dossier.archive.PublishedTime;
import org.dossier.ingestion.format.DocumentArticle;
import org.dossier.ingestion.format.RejectedArticleException;
import org.dossier.ingestion.html.HtmlFragment;
import org.dossier.ingestion.html.HtmlMetadata;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.jspecify.annotations.Nullable;

/// An e-mail message, such as a newsletter: its text without attachments. The subject is the title,
/// the sender the publisher or the author.
final class MailMessage {
  private static final Pattern FORWARDED = Pattern.compile("(?i)^(?:(?:fwd?|wg|re|aw):\\s*)+");
  private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- $");
  private static final int MAX_CHARACTERS = 4_000_000;
  private static final int MAX_DEPTH = 20;

  private MailMessage() {}

  static Article read(String id, Path file) throws IOException, RejectedArticleException {
    try (var in = Files.newInputStream(file)) {
      return article(id, message(in));
    }
  }

  static Article article(String id, Message message) throws IOException, RejectedArticleException {
    var text = text(message);
    if (text.isBlank()) {
      throw new RejectedArticleException(0, "text", "has no text");
    }
    return DocumentArticle.of(id, stated(message), DocumentArticle.Properties.NONE, text);
  }

  static Message message(byte[] content) throws IOException {
    return message(new ByteArrayInputStream(content));
  }

  private static Message message(InputStream in) throws IOException {
    var builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    return builder.parseMessage(in);
  }

  private static HtmlMetadata stated(Message message) {
    var from =
        message.getFrom() == null || message.getFrom().isEmpty()
            ? null
            : message.getFrom().getFirst();
    var name = from == null || from.getName() == null ? "" : from.getName().strip();
    boolean list =
        header(message, "List-Id").isPresent() || header(message, "List-Unsubscribe").isPresent();
    boolean publisher = !name.isEmpty() && (list || DocumentArticle.isPublisher(name));
    return new HtmlMetadata(
        message.getSubject() == null
            ? null
            : FORWARDED.matcher(message.getSubject().strip()).replaceFirst(""),
        publisher ? name : null,
        publisher || name.isEmpty() ? List.of() : List.of(name),
        header(message, "Archived-At").map(MailMessage::address).orElse(null),
        header(message, "Content-Language").orElse(null),
        date(message),
        null);
  }

  private static @Nullable PublicationDate date(Message message) {
    var stated = header(message, "Date").orElse("").replaceFirst("\\s*\\(.*", "");
    try {
      var time = OffsetDateTime.parse(stated, DateTimeFormatter.RFC_1123_DATE_TIME);
      return new PublicationDate(
          time.toLocalDate(), new PublishedTime(time.toLocalTime(), time.getOffset()));
    } catch (DateTimeException e) {
      return PublicationDateParser.find(stated).orElse(null);
    }
  }

  /// The address in `<…>`.
  private static String address(String value) {
    return value.replaceAll("(?s)^.*<|>.*$", "").strip();
  }

  static Optional<String> header(Message message, String name) {
    Field field = message.getHeader() == null ? null : message.getHeader().getField(name);
    return Optional.ofNullable(field)
        .map(Field::getBody)
        .map(String::strip)
        .filter(s -> !s.isEmpty());
  }

  private static String text(Message message) throws IOException {
    var html = part(message, "text/html", 0);
    if (html.isPresent()) {
      return HtmlFragment.document(html.get());
    }
    var plain = part(message, "text/plain", 0).orElse("").replace("\r\n", "\n");
    return SIGNATURE.split(plain, 2)[0];
  }

  /// The content of the first part of this type that is no attachment.
  private static Optional<String> part(Entity entity, String type, int depth) throws IOException {
    if ("attachment".equalsIgnoreCase(entity.getDispositionType()) || depth > MAX_DEPTH) {
      return Optional.empty();
    }
    return switch (entity.getBody()) {
      case Multipart multipart -> {
        for (var part : multipart.getBodyParts()) {
          var found = part(part, type, depth + 1);
          if (found.isPresent()) {
            yield found;
          }
        }
        yield Optional.empty();
      }
      case Message forwarded -> part(forwarded, type, depth + 1);
      case TextBody body -> {
        boolean same = type.equals(String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT));
        yield same ? Optional.of(content(body)) : Optional.empty();
      }
      case null, default -> Optional.empty();
    };
  }

  private static String content(TextBody body) throws IOException {
    try (Reader reader = body.getReader()) {
      var buffer = new char[8_192];
      var content = new StringBuilder();
      for (int n = reader.read(buffer);
          n >= 0 && content.length() < MAX_CHARACTERS;
          n = reader.read(buffer)) {
        content.append(buffer, 0, n);
      }
      return content.toString();
    }
  }
}
