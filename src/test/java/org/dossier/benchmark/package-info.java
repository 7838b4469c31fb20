/// A benchmark of this project against the usual choices of a Java developer, measured in one run:
/// the speed of ingestion, the speed and quality of search, and the memory use. It is part of the
/// tests so that the compared libraries never become part of the product.
/// docs/measurements/benchmark.md says how to run it and why it is fair.
@NullMarked
package org.dossier.benchmark;

import org.jspecify.annotations.NullMarked;
