package org.dossier.answer.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dossier.question.Question;
import org.dossier.retrieval.Evidence;
import org.dossier.retrieval.count.ArticleCounter;
import org.dossier.search.ArticleQuery;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.MentionWord;
import org.dossier.text.name.MentionedName;

/// The person, place or organization that a topic consists of, with the articles that mention it by
/// any of its names.
///
/// @param name the entity of the index
/// @param articles the ids of the articles that mention it, by the rule of the counts
record TopicEntity(MentionedName name, Set<String> articles) {
  /// Each name is a search of its own.
  private static final int MAX_SEARCHES = 3;

  TopicEntity {
    articles = Set.copyOf(articles);
  }

  /// The entity that the search text of `topic` names; empty if it names none or several.
  static Optional<TopicEntity> of(Question topic, ArticleCounter counter) {
    return counter
        .entity(topic.searchText())
        .map(name ->
            new TopicEntity(
                name, counter.articles(new ArticleQuery(List.of(name), false, topic.filters()))));
  }

  /// The names by which passages are searched for. The family name finds what the full name does; a
  /// name that has a word of those before it is left out.
  List<String> searches() {
    var words = new HashSet<String>();
    var searches = new ArrayList<String>();
    var shortFirst = new ArrayList<>(name.shortForms());
    shortFirst.addAll(name.phrases());
    for (MentionPhrase phrase : shortFirst) {
      boolean isNew = words.stream().noneMatch(phrase.words()::contains);
      if (isNew && searches.size() < MAX_SEARCHES) {
        words.addAll(phrase.words());
        searches.add(phrase.text());
      }
    }
    return searches;
  }

  /// True if the article of the passage mentions the entity.
  boolean isIn(Evidence evidence) {
    return articles.contains(evidence.source().article().id());
  }

  /// True if the sentence has one of the names. In an article that mentions the entity, a family
  /// name is of the entity.
  boolean isIn(String sentence) {
    return name.first(MentionWord.of(sentence)).isPresent();
  }
}
