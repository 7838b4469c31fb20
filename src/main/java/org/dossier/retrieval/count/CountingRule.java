package org.dossier.retrieval.count;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dossier.search.ArticleGroups.Property;
import org.dossier.search.ArticleQuery;
import org.dossier.text.entity.EntityKey;
import org.dossier.text.name.MentionPhrase;
import org.dossier.text.name.MentionedName;

/// The English statement of the rule by which articles are counted.
public final class CountingRule {
  private CountingRule() {}

  public static String of(ArticleQuery query) {
    if (query.names().isEmpty()) {
      return "Every article is counted once.";
    }
    var names =
        query.names().stream()
            .map(CountingRule::anyOf)
            .collect(Collectors.joining(query.any() ? ", or " : ", and "));
    return "An article is counted once if its title or text contains %s as whole words, in any case;"
            .formatted(names)
        + " other inflections and derived words are not counted.";
  }

  /// The rule for the persons, places or organizations of articles.
  public static String ofEach(Property by) {
    return ("An article is counted once for each %s that its title or text mentions by any of its names,"
            + " regardless of how often; names are recognized by rules when an article is ingested, in English.")
        .formatted(noun(by));
  }

  /// “person”, “place”, “organization”.
  public static String noun(Property by) {
    return by.name().toLowerCase(Locale.ROOT);
  }

  private static String anyOf(MentionedName name) {
    return name.isEntity() ? entity(name) : quoted(name.phrases());
  }

  /// “Sergei Lavrov” or, if it means this person, “Lavrov”.
  private static String entity(MentionedName name) {
    if (name.shortForms().isEmpty()) {
      return quoted(name.phrases());
    }
    var kind =
        EntityKey.parse(name.entityTerms().iterator().next())
            .kind()
            .name()
            .toLowerCase(Locale.ROOT);
    var ambiguous = "for the %s %s: %s".formatted(kind, name.text(), quoted(name.shortForms()));
    return name.phrases().isEmpty() ? ambiguous : quoted(name.phrases()) + ", or " + ambiguous;
  }

  private static String quoted(List<MentionPhrase> phrases) {
    var quoted = phrases.stream().map(MentionPhrase::text).map(text -> "“" + text + "”").toList();
    return quoted.size() == 1
        ? quoted.getFirst()
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
  }
}
