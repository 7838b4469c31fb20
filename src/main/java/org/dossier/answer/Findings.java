package org.dossier.answer;

import org.dossier.answer.extraction.Extraction;
import org.dossier.answer.mention.Mentions;
import org.dossier.question.Question;
import org.dossier.question.QuestionAnalysis;

/// The results for a question before its answer is worded.
///
/// @param extraction with at least one passage of relevant evidence
/// @param mentions those of the question in the evidence
/// @param metadata of an extractive answer, without a note of missing names
record Findings(
    Question question,
    QuestionAnalysis analysis,
    Extraction extraction,
    Mentions mentions,
    AnswerMetadata metadata) {}
