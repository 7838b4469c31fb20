package org.dossier.misplaced.web;

import ai.onnxruntime.OrtSession;

public record RunsTheModel(OrtSession session) {}
