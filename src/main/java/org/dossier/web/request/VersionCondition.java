package org.dossier.web.request;

import io.vertx.core.http.HttpServerRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The condition of a change on the current version of the article, from the headers `If-Match` and
/// `If-None-Match` (RFC 9110). The entity tag of an article is its version. Without these headers,
/// every version is accepted.
///
/// @param match the accepted versions; `null` for every state
/// @param noneMatch the rejected versions; `null` for none
public record VersionCondition(@Nullable Tags match, @Nullable Tags noneMatch)
    implements Predicate<Optional<String>> {
  public static final String IF_MATCH = "If-Match";
  private static final String IF_NONE_MATCH = "If-None-Match";
  private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");

  /// @param any true for `*`, which is any existing version
  record Tags(boolean any, Set<String> versions) {
    boolean contain(Optional<String> current) {
      return current.isPresent() && (any || versions.contains(current.get()));
    }
  }

  /// @throws ProblemException if a header is malformed
  public static VersionCondition of(HttpServerRequest request) {
    return new VersionCondition(
        tags(IF_MATCH, request.headers().getAll(IF_MATCH)),
        tags(IF_NONE_MATCH, request.headers().getAll(IF_NONE_MATCH)));
  }

  private static @Nullable Tags tags(String header, List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    var versions = new HashSet<String>();
    for (var value : String.join(",", values).split(",", -1)) {
      var tag = TAG.matcher(value.strip());
      if (value.strip().equals("*")) {
        return new Tags(true, Set.of());
      }
      if (!tag.matches()) {
        throw ProblemException.of(
                ProblemType.INVALID_PARAMETER,
                "%s: must be * or versions in quotation marks, such as \"3a606f8a\""
                    .formatted(header))
            .withField(header);
      }
      // A weak tag matches nothing: a change needs the exact version.
      if (tag.group(1) == null) {
        versions.add(tag.group(2));
      }
    }
    return new Tags(false, Set.copyOf(versions));
  }

  @Override
  public boolean test(Optional<String> current) {
    return (match == null || match.contain(current))
        && (noneMatch == null || !noneMatch.contain(current));
  }
}
