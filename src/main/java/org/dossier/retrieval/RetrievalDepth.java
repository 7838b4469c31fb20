package org.dossier.retrieval;

/// How much of the archive one retrieval reads.
///
/// @param passages the maximum number of passages
/// @param passagesPerArticle the maximum number of passages of one article among them
/// @param analyzedPassages the number of first passages whose sentences are analyzed
/// @param readSentences the maximum number of their sentences that the reader model reads, which is
///   most of the cost; 0 to do without the reader model
public record RetrievalDepth(
    int passages, int passagesPerArticle, int analyzedPassages, int readSentences) {
  boolean reader() {
    return readSentences > 0;
  }
}
