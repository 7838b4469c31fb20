package org.dossier.web.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.MentionedName;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Validates what is to be counted.
///
/// @param problemType the type of problem to report if a value is invalid
public record CountParameters(ProblemType problemType) {
  public static final int MAX_PHRASE = 200;
  public static final int MAX_LIMIT = 100;
  public static final int DEFAULT_LIMIT = 20;

  /// @param field the name of the field with the phrases
  /// @param phrases the phrases, each of which must be mentioned
  /// @param match `all` or `any`; `null` for all
  /// @throws ProblemException naming the rule that is violated
  public ArticleQuery query(
      String field, List<@Nullable String> phrases, @Nullable String match, Filters filters) {
    if (phrases.size() > ArticleQuery.MAX_NAMES) {
      throw problem(
              field,
              "has %d phrases, more than the limit of %d"
                  .formatted(phrases.size(), ArticleQuery.MAX_NAMES))
          .withLimit(ArticleQuery.MAX_NAMES);
    }
    var names = new ArrayList<MentionedName>();
    for (var phrase : phrases) {
      names.add(MentionedName.of(validate(field, phrase)));
    }
    if (match != null && !match.equals("all") && !match.equals("any")) {
      throw problem("match", "must be all or any");
    }
    return new ArticleQuery(names, "any".equals(match), filters);
  }

  private String validate(String field, @Nullable String phrase) {
    if (phrase == null || !MentionPhrase.isPhrase(phrase)) {
      throw problem(field, "has no word");
    }
    if (phrase.length() > MAX_PHRASE) {
      throw problem(field, "has more than %d characters".formatted(MAX_PHRASE))
          .withLimit(MAX_PHRASE);
    }
    return phrase.strip();
  }

  /// @throws ProblemException if a value is not the name of a property
  public List<Property> properties(String field, List<@Nullable String> values) {
    return values.stream().map(value -> property(field, value)).distinct().toList();
  }

  private Property property(String field, @Nullable String value) {
    for (var property : Property.values()) {
      if (property.name().toLowerCase(Locale.ROOT).equals(value)) {
        return property;
      }
    }
    throw problem(field, "must be year, month, publisher, person, place or organization");
  }

  private ProblemException problem(String field, String detail) {
    return ProblemException.of(problemType, field + ": " + detail).withField(field);
  }
}
