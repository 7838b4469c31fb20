package org.dossier.web;

import org.dossier.archive.InvalidArticleException;
import org.dossier.chat.conversation.InvalidMessageException;
import org.dossier.chat.conversation.KeyReusedException;
import org.dossier.chat.conversation.UnknownConversationException;
import org.dossier.chat.conversation.UnknownTurnException;
import org.dossier.database.ArchiveException;
import org.dossier.database.ArchiveUnavailableException;
import org.dossier.search.IndexException;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.IdempotencyKeyHeader;
import org.jspecify.annotations.Nullable;

/// Translates the exceptions of this application to problems. Responses and event streams use the
/// same translation, so that they report the same problem.
public final class ProblemTranslator {
  private static final int RETRY_AFTER_SECONDS = 2;

  private ProblemTranslator() {}

  /// The problem that an exception of this application represents; `null` for any other exception.
  public static @Nullable ProblemException toProblem(Throwable e) {
    return switch (e) {
      case ProblemException problemException -> problemException;
      case InvalidMessageException invalid -> invalidMessage(invalid);
      case InvalidArticleException invalid ->
          ProblemException.of(ProblemType.INVALID_FIELD, message(invalid))
              .withField(invalid.field());
      case UnknownConversationException unknown ->
          ProblemException.of(ProblemType.UNKNOWN_CONVERSATION, message(unknown));
      case UnknownTurnException unknown ->
          ProblemException.of(ProblemType.UNKNOWN_TURN, message(unknown));
      case KeyReusedException reused ->
          ProblemException.of(
                  ProblemType.KEY_REUSED, IdempotencyKeyHeader.HEADER + ": " + message(reused))
              .withField(IdempotencyKeyHeader.HEADER);
      case ArchiveUnavailableException _ ->
          ProblemException.of(
                  ProblemType.ARCHIVE_UNAVAILABLE,
                  "The database is unavailable. Retry in a moment.")
              .withRetryAfter(RETRY_AFTER_SECONDS);
      case ArchiveException _ -> unavailable("database");
      case IndexException _ -> unavailable("index");
      default -> null;
    };
  }

  private static ProblemException invalidMessage(InvalidMessageException e) {
    var problemException =
        ProblemException.of(ProblemType.INVALID_FIELD, message(e)).withField(e.field());
    return e.limit().isEmpty()
        ? problemException
        : problemException.withLimit(e.limit().getAsInt());
  }

  private static ProblemException unavailable(String part) {
    return ProblemException.of(
            ProblemType.ARCHIVE_UNAVAILABLE,
            "The %s failed. Acknowledged articles are not lost. Retry in a moment.".formatted(part))
        .withRetryAfter(RETRY_AFTER_SECONDS);
  }

  private static String message(Throwable e) {
    return String.valueOf(e.getMessage());
  }
}
