package org.dossier.misplaced.text.right;

import org.dossier.misplaced.text.left.UsesRight;

public record UsesLeft(UsesRight left) {}
