package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.dossier.web.problem.ProblemJson;

/// A problem as an HTML page.
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record ErrorPage(String title, String detail) implements TemplateInstance {
  public static ErrorPage of(ProblemJson problem) {
    // The reference leads to details in the log, which exist only for server errors.
    var reference = problem.status() < 500 ? "" : " Reference: " + problem.reference();
    return new ErrorPage(problem.title(), problem.detail() + reference);
  }
}
