package org.dossier.search;

import java.util.List;
import org.dossier.text.name.MentionedName;

/// The condition for articles to be counted.
///
/// An article mentions a name if its title or its whole text does, by the rule of
/// [org.dossier.text.name.MentionPhrase]. A mention may be anywhere in the text, including page
/// boilerplate. An article is counted once, regardless of how often it mentions the name.
///
/// @param names the names that an article mentions; empty for all articles
/// @param any true if one of the names suffices; false if the article mentions all of them
/// @param filters further conditions
public record ArticleQuery(List<MentionedName> names, boolean any, Filters filters) {
  /// Bounds the work of a search.
  public static final int MAX_NAMES = 20;

  public ArticleQuery {
    names = List.copyOf(names);
    if (names.size() > MAX_NAMES) {
      throw new IllegalArgumentException(names.size() + " names, more than " + MAX_NAMES);
    }
  }

  /// The articles that mention all of `names`.
  public static ArticleQuery all(List<String> names, Filters filters) {
    return new ArticleQuery(names.stream().map(MentionedName::of).toList(), false, filters);
  }
}
