package org.dossier.web.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The page on which a person checks a text against the archive or against sources of their own.
///
/// @param maxLength the maximum number of characters of the text
/// @param integrity the hash of the page's script
@CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record CheckPage(int maxLength, String integrity) implements TemplateInstance {}
