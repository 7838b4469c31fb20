package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.dossier.archive.Archive;
import org.dossier.web.request.IsoDates;

/// The first page: what this is and what it holds.
///
/// @param articles how many there are
/// @param from the first known day of publication; empty where none is known
/// @param to the last one
/// @param server the address of this server as the browser knows it
/// @param integrity the hash of the widget that is served
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record StartPage(long articles, String from, String to, String server, String integrity)
    implements TemplateInstance {

  public static StartPage of(Archive.Summary summary, String server, String integrity) {
    var earliest = summary.earliest();
    var latest = summary.latest();
    return new StartPage(
        summary.articles(),
        earliest == null ? "" : IsoDates.inWords(earliest),
        latest == null ? "" : IsoDates.inWords(latest),
        server,
        integrity);
  }
}
