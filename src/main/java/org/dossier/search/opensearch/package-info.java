/// The search port on OpenSearch, a cluster that several servers share: for archives that outgrow
/// one machine.
///
/// OpenSearch stores and finds; what decides a ranking is ours. Texts are sent as the terms that
/// the package `search.analysis` makes of them, so that the cluster matches what Lucene matches in
/// this process. The cluster returns candidates, and this package scores them by exact statistics
/// of the live passages: the scores of OpenSearch depend on shards and on documents that are
/// deleted but not yet merged away, so that the same question would not get the same answer.
@NullMarked
package org.dossier.search.opensearch;

import org.jspecify.annotations.NullMarked;
