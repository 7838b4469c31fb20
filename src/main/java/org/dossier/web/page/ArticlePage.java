package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.dossier.text.Span;
import org.dossier.web.json.Links;
import org.dossier.web.request.IsoDates;
import org.jspecify.annotations.Nullable;

/// The page that shows one version of an article to people.
///
/// @param headline its title, or its first words
/// @param publisher empty where not stated
/// @param authors empty where not stated
/// @param language empty where not stated
/// @param original the address where it was published, and its host; null where not stated
/// @param dates those that are known, each under its name
/// @param newest the page of the newest version; null where this is it
/// @param paragraphs the text, with the cited words marked
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ArticlePage(
    String headline,
    String publisher,
    String authors,
    String language,
    @Nullable Original original,
    List<Dated> dates,
    @Nullable String newest,
    List<Paragraph> paragraphs)
    implements TemplateInstance {

  /// Where an article was published.
  record Original(String url, String host) {}

  /// @param what happened on the day
  /// @param day as ISO has it
  /// @param words as people have it
  /// @param note what else is to be known of it; empty for nothing
  record Dated(String what, LocalDate day, String words, String note) {}

  /// @param cited the stretches of the text that are marked
  public static ArticlePage of(ArticleVersion source, List<Span> cited) {
    var article = source.article();
    return new ArticlePage(
        article.headline(),
        orNothing(article.publisher()),
        String.join(", ", article.authors()),
        orNothing(article.language()),
        original(article.url()),
        dates(source),
        source.current() ? null : Links.page(article.id()),
        Paragraph.of(article.text(), cited));
  }

  private static List<Dated> dates(ArticleVersion source) {
    var article = source.article();
    var dates = new ArrayList<Dated>();
    if (article.published() != null) {
      var note = article.publishedInferred() ? "inferred, not stated by the source" : "";
      dates.add(dated("Published", article.published(), note));
    }
    if (article.updated() != null) {
      dates.add(dated("Updated", article.updated(), ""));
    }
    var firstSeen = LocalDate.ofInstant(source.firstSeen(), ZoneOffset.UTC);
    var note = source.number() == 1 ? "" : "this is version " + source.number();
    dates.add(dated("In the archive since", firstSeen, note));
    return dates;
  }

  private static Dated dated(String what, LocalDate day, String note) {
    return new Dated(what, day, IsoDates.inWords(day), note);
  }

  private static @Nullable Original original(@Nullable String url) {
    return url == null ? null : new Original(url, URI.create(url).getHost());
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? "" : value;
  }
}
