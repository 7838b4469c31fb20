package org.dossier.misplaced.inference;

import ai.onnxruntime.OrtSession;
import org.dossier.misplaced.database.ServesItself;

/// Not misplaced: what the order allows.
public record RunsAsItMay(OrtSession session, ServesItself below) {}
