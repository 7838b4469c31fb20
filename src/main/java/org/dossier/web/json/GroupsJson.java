package org.dossier.web.json;

import java.util.List;
import java.util.Locale;
import org.dossier.search.ArticleGroups;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Numbers of articles by one property.
@Schema(
    name = "ArticleGroups",
    description =
        "Numbers of articles by one property: years and months in order, publishers with the most articles first, unknown values last."
            + " Of persons, places and organizations, the 20 with the most articles; an article is in the group of each that it names.")
public record GroupsJson(
    @Schema(enumeration = {"year", "month", "publisher", "person", "place", "organization"})
        String by,
    @Schema(description = "The groups that have an article.") List<GroupJson> groups) {

  @Schema(name = "ArticleGroup", description = "The number of articles of one group.")
  public record GroupJson(
      @Schema(
              description =
                  "The year, the month (2013-05), the publisher or the name; null if unknown.")
          @Nullable String key,
      long articles) {}

  public static GroupsJson of(ArticleGroups groups) {
    return new GroupsJson(
        groups.by().name().toLowerCase(Locale.ROOT),
        groups.groups().stream()
            .map(group -> new GroupJson(group.key(), group.articles()))
            .toList());
  }

  static List<GroupsJson> of(List<ArticleGroups> groups) {
    return groups.stream().map(GroupsJson::of).toList();
  }
}
