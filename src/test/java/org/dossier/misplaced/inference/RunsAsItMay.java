package org.dossier.misplaced.inference;

import ai.onnxruntime.OrtSession;
import org.dossier.misplaced.database.ServesItself;

/// Not misplaced: the package order allows this.
public record RunsAsItMay(OrtSession session, ServesItself below) {}
