package org.dossier.web.json;

import java.util.List;
import org.dossier.retrieval.count.CountResult;
import org.dossier.retrieval.count.CountedArticle;
import org.dossier.retrieval.count.CountingRule;
import org.dossier.text.name.MentionedName;
import org.dossier.web.request.ListPosition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The number of articles that mention names, and a page of their list.
@Schema(
    name = "Count",
    description = "The exact number of articles that mention phrases, and a page of their list.")
public record CountJson(
    @Schema(description = "The exact number of articles.") long articles,
    @Schema(
            description =
                "The number of articles if those that print the same text count once; null for more than 10,000 articles.")
        @Nullable Long withoutReprints,
    @Schema(description = "The rule by which they are counted, in English.") String rule,
    @Schema(
            description =
                "For each phrase, the names that were counted. Those of a person, a place or an organization include short forms, which are counted in the articles that mean it by them.")
        List<List<String>> names,
    @Schema(description = "The same articles by each of the properties in `by`.")
        List<GroupsJson> groups,
    @Schema(description = "The articles of this page, newest first, those without a date last.")
        List<CountedArticleJson> list,
    @Schema(description = "The value of `after` for the next page; null on the last page.")
        @Nullable String next,
    @Schema(description = "The generation of the index that was counted.") long indexGeneration) {

  @Schema(name = "CountedArticle", description = "An article with its first mention.")
  public record CountedArticleJson(
      ArticleJson article,
      @Schema(
              description =
                  "The sentence of the first mention, or the first sentence of the text: the article's text from start to end.")
          String quote,
      int start,
      int end,
      @Schema(
              description =
                  "The place of the first mention in the article's text; null if only the title mentions the phrase, or if no phrase is given.")
          EvidenceJson.@Nullable SpanJson mention,
      @Schema(description = "The path of the article page with the quotation marked.")
          String link) {

    public static CountedArticleJson of(CountedArticle counted) {
      var mention = counted.mention();
      return new CountedArticleJson(
          ArticleJson.of(counted.source()),
          counted.quote().of(counted.source().article().text()),
          counted.quote().start(),
          counted.quote().end(),
          mention == null ? null : new EvidenceJson.SpanJson(mention.start(), mention.end()),
          Links.cited(counted.source(), counted.quote()));
    }
  }

  public static CountJson of(CountResult result) {
    return new CountJson(
        result.articles(),
        result.withoutReprints(),
        CountingRule.of(result.query()),
        result.query().names().stream().map(MentionedName::names).toList(),
        GroupsJson.of(result.groups()),
        result.page().stream().map(CountedArticleJson::of).toList(),
        ListPosition.format(result.next()),
        result.generation());
  }
}
