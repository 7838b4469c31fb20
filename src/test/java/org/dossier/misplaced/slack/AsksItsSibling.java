package org.dossier.misplaced.slack;

import org.dossier.misplaced.web.RunsTheModel;

public record AsksItsSibling(RunsTheModel sibling) {}
