package org.dossier.web;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.dossier.archive.Archive;
import org.dossier.archive.ArticleVersion;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.dossier.web.request.VersionCondition;
import org.jspecify.annotations.Nullable;

/// Finds an article by the id in a request path, or explains why it is missing.
@Singleton
public final class ArticleLookup {
  private static final int MAX_SHOWN_LENGTH = 100;

  private final Archive archive;

  ArticleLookup(Archive archive) {
    this.archive = archive;
  }

  /// @param version `null` for the newest
  /// @throws ProblemException UNKNOWN_ARTICLE or WITHDRAWN
  public ArticleVersion find(String id, @Nullable String version) {
    var found = version == null ? archive.find(id) : archive.find(id, version);
    archive
        .withheldUntil(id)
        .ifPresent(until -> {
          throw withheld(id, until);
        });
    return found.orElseThrow(() -> notFound(id));
  }

  private static ProblemException withheld(String id, Instant until) {
    return ProblemException.of(
        ProblemType.UNKNOWN_ARTICLE,
        "The article “%s” is withheld until its time of publication, %s."
            .formatted(shorten(id), until));
  }

  /// The problem for a change whose condition the current version does not meet.
  ProblemException versionChanged(String id) {
    return ProblemException.of(
            ProblemType.VERSION_CHANGED,
            archive
                .find(id)
                .map(current ->
                    "The article “%s” now has the version %s, which the condition of the request rejects. Read it, and repeat the change."
                        .formatted(shorten(id), current.version()))
                .orElseGet(() ->
                    "The archive has no article “%s”, which the condition of the request requires."
                        .formatted(shorten(id))))
        .withField(VersionCondition.IF_MATCH);
  }

  private static String shorten(String id) {
    return id.length() <= MAX_SHOWN_LENGTH ? id : id.substring(0, MAX_SHOWN_LENGTH) + "…";
  }

  /// The problem for an id without an article, or without the requested version.
  ProblemException notFound(String id) {
    var shown = shorten(id);
    if (archive.isWithdrawn(id)) {
      return ProblemException.of(
          ProblemType.WITHDRAWN,
          "The article “%s” was withdrawn from the archive.".formatted(shown));
    }
    if (archive.find(id).isPresent()) {
      return ProblemException.of(
              ProblemType.UNKNOWN_ARTICLE, "The article “%s” has no such version.".formatted(shown))
          .withField("version");
    }
    return ProblemException.of(
        ProblemType.UNKNOWN_ARTICLE,
        "The archive has no article with the id “%s”.".formatted(shown));
  }
}
