package org.dossier.misplaced.text.left;

import org.dossier.misplaced.text.right.UsesLeft;

public record UsesRight(UsesLeft right) {}
