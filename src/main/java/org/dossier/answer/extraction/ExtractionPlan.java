package org.dossier.answer.extraction;

import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;

/// How the evidence for one kind of questions is retrieved, and its sentences are chosen. Safe for
/// any number of threads.
interface ExtractionPlan {
  Extraction extract(Question question, QuestionAnalysis analysis);
}
