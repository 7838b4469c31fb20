package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.dossier.web.problem.ProblemJson;

/// A fault as a page for people.
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record FaultPage(String title, String detail) implements TemplateInstance {
  public static FaultPage of(ProblemJson problem) {
    // Only then does the log have more to say.
    var reference = problem.status() < 500 ? "" : " Reference: " + problem.reference();
    return new FaultPage(problem.title(), problem.detail() + reference);
  }
}
