package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.dossier.archive.Archive;
import org.dossier.web.request.IsoDates;

/// The start page: a description of the service and its archive.
///
/// @param articles the number of articles
/// @param from the first known date of publication; empty if unknown
/// @param to the last known date of publication; empty if unknown
/// @param server the base URL of this server as the browser sees it
/// @param integrity the hash of the widget script
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record StartPage(long articles, String from, String to, String server, String integrity)
    implements TemplateInstance {

  public static StartPage of(Archive.Summary summary, String server, String integrity) {
    var earliest = summary.earliest();
    var latest = summary.latest();
    return new StartPage(
        summary.articles(),
        earliest == null ? "" : IsoDates.format(earliest),
        latest == null ? "" : IsoDates.format(latest),
        server,
        integrity);
  }
}
