package org.dossier.misplaced.model;

import ai.onnxruntime.OrtSession;
import org.dossier.misplaced.corpus.ServesItself;

/// Not misplaced: what the order allows.
public record RunsAsItMay(OrtSession session, ServesItself below) {}
