package org.dossier.web.request;

import java.util.regex.Pattern;
import org.dossier.search.ListedArticle;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// A position in a list of articles as text: the day of publication, or "-" if unknown, a space and
/// the id.
public final class ListPosition {
  private static final Pattern FORM = Pattern.compile("(?s)(?<day>-|\\S{10}) (?<id>.{1,512})");

  private ListPosition() {}

  public static @Nullable String format(@Nullable ListedArticle article) {
    if (article == null) {
      return null;
    }
    return (article.published() == null ? "-" : article.published().toString())
        + " "
        + article.id();
  }

  /// The position in a field or query parameter; `null` if it is missing.
  ///
  /// @throws ProblemException if the value is not a position
  public static @Nullable ListedArticle parse(
      String name, @Nullable String value, ProblemType problemType) {
    if (value == null) {
      return null;
    }
    var matcher = FORM.matcher(value);
    if (matcher.matches()) {
      var day = matcher.group("day").equals("-") ? null : IsoDates.parse(matcher.group("day"));
      if (day != null || matcher.group("day").equals("-")) {
        return new ListedArticle(matcher.group("id"), day);
      }
    }
    throw ProblemException.of(problemType, name + ": must be the `next` of the previous page")
        .withField(name);
  }
}
