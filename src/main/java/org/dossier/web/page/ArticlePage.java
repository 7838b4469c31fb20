package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Omissions;
import org.dossier.archive.PublishedTime;
import org.dossier.text.Pages;
import org.dossier.text.Span;
import org.dossier.web.json.Links;
import org.dossier.web.request.IsoDates;
import org.jspecify.annotations.Nullable;

/// The HTML page of one version of an article.
///
/// @param headline the title, or the first words of the text
/// @param publisher empty if unknown
/// @param authors empty if unknown
/// @param language empty if unknown
/// @param original the address of the original publication, and its host; `null` if unknown
/// @param dates the known dates, each with a label
/// @param reprints the other articles that print the text
/// @param newest the page of the newest version; `null` if this is the newest
/// @param paragraphs the text, with the cited parts marked, and the struck-out words at their
///   places
/// @param cuts the parts of the page that are not in the text, for operators; otherwise empty
/// @param unused the lines of the text that are no evidence, because several articles of the
///   publisher have them, for operators; otherwise empty
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ArticlePage(
    String headline,
    String publisher,
    String authors,
    String language,
    @Nullable Original original,
    List<Dated> dates,
    List<Reprint> reprints,
    @Nullable String newest,
    List<Paragraph> paragraphs,
    List<Omissions.Cut> cuts,
    List<String> unused)
    implements TemplateInstance {

  /// The original publication of an article.
  record Original(String url, String host) {}

  /// Another article that prints the text.
  ///
  /// @param name the publisher, or the headline if it is unknown
  /// @param day the date of publication for people; empty if unknown
  /// @param page the path of its page
  record Reprint(String name, String day, String page) {
    static Reprint of(ArticleVersion version) {
      var article = version.article();
      return new Reprint(
          article.publisher() == null ? article.headline() : article.publisher(),
          article.published() == null ? "" : IsoDates.format(article.published()),
          Links.page(article.id()));
    }
  }

  /// @param label the label
  /// @param day the date, or the date and the time, for machines
  /// @param text the date for people
  /// @param note a remark about the date; empty if none
  record Dated(String label, String day, String text, String note) {}

  /// @param cited the parts of the text to mark
  /// @param reprints the other articles that print the text
  /// @param cuts the parts of the page to list that are not in the text
  /// @param unused the lines of the text to list that are no evidence
  public static ArticlePage of(
      ArticleVersion source,
      List<Span> cited,
      List<ArticleVersion> reprints,
      List<Omissions.Cut> cuts,
      List<String> unused) {
    var article = source.article();
    return new ArticlePage(
        article.headline(),
        orEmpty(article.publisher()),
        String.join(", ", article.authors()),
        orEmpty(article.language()),
        original(
            article.url(),
            cited.isEmpty() ? null : Pages.at(article.text(), cited.getFirst().start())),
        dates(source),
        reprints.stream().map(Reprint::of).toList(),
        source.current() ? null : Links.page(article.id()),
        Paragraph.of(article.text(), cited, article.omissions().struck()),
        cuts,
        unused);
  }

  private static List<Dated> dates(ArticleVersion source) {
    var article = source.article();
    var dates = new ArrayList<Dated>();
    if (article.published() != null) {
      var note = article.publishedInferred() ? "inferred, not stated by the source" : "";
      var time = article.publishedTime() == null ? "" : time(article.publishedTime());
      dates.add(
          new Dated(
              "Published",
              String.valueOf(article.publishedText()),
              IsoDates.format(article.published()) + time,
              note));
    }
    if (article.updated() != null) {
      dates.add(dated("Updated", article.updated(), ""));
    }
    var firstSeen = LocalDate.ofInstant(source.firstSeen(), ZoneOffset.UTC);
    var note = source.number() == 1 ? "" : "this is version " + source.number();
    dates.add(dated("In the archive since", firstSeen, note));
    return dates;
  }

  private static Dated dated(String label, LocalDate day, String note) {
    return new Dated(label, day.toString(), IsoDates.format(day), note);
  }

  /// The time for people: ", 08:15 (UTC+02:00)".
  private static String time(PublishedTime time) {
    var offset = time.offset();
    var zone =
        offset == null ? "" : " (UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId()) + ")";
    return ", " + time.time() + zone;
  }

  /// @param page the page of the document to open; `null` if it has no pages
  private static @Nullable Original original(@Nullable String url, @Nullable Integer page) {
    if (url == null) {
      return null;
    }
    var place = page == null || url.contains("#") ? "" : "#page=" + page;
    return new Original(url + place, URI.create(url).getHost());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
