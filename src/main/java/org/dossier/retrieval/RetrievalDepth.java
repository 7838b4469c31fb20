package org.dossier.retrieval;

/// How much of the archive one retrieval reads.
///
/// @param passages the maximum number of passages
/// @param passagesPerArticle the maximum number of passages of one article among them
/// @param analyzedPassages the number of first passages whose sentences are analyzed
/// @param reader true if the reader model reads sentences of the first passages, which is most of
///   the cost
public record RetrievalDepth(
    int passages, int passagesPerArticle, int analyzedPassages, boolean reader) {}
