package org.dossier.web.request;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dossier.archive.Archive;
import org.dossier.search.Filters;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A selection of articles by publisher and day of publication, in the query of a request.
///
/// @param filters the conditions on the articles
public record ArticleSelection(Filters filters) {
  private static final Set<String> PARAMETERS = Set.of("publishedFrom", "publishedTo", "publisher");

  /// @throws ProblemException if a parameter is invalid or unknown: a misspelt one would select
  ///   more articles than meant
  public static ArticleSelection of(
      UriInfo request,
      @Nullable String publishedFrom,
      @Nullable String publishedTo,
      List<@Nullable String> publishers) {
    var unknown = new TreeSet<>(request.getQueryParameters().keySet());
    unknown.removeAll(PARAMETERS);
    if (!unknown.isEmpty()) {
      throw Parameters.problem(
          unknown.first(),
          "is unknown; the known parameters are publishedFrom, publishedTo, publisher");
    }
    return new ArticleSelection(
        new FilterParameters("", ProblemType.INVALID_PARAMETER)
            .filters(
                Parameters.day("publishedFrom", publishedFrom),
                Parameters.day("publishedTo", publishedTo),
                publishers));
  }

  /// The ids of the selected articles.
  public List<String> ids(Archive archive) {
    var keys = filters.publisherKeys();
    return archive.ids(
        filters.publishedFrom(),
        filters.publishedTo(),
        publisher ->
            keys.isEmpty()
                || publisher.map(Filters::publisherKey).filter(keys::contains).isPresent());
  }
}
