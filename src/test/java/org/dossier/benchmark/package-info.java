/// This project beside what a Java developer would otherwise use, measured in one run: how fast
/// articles are taken in, how fast and how well passages are found, and in how much memory. It lies
/// with the tests so that what it compares with never gets into the product; docs/benchmark.md says
/// how it is run and why it is fair.
@NullMarked
package org.dossier.benchmark;

import org.jspecify.annotations.NullMarked;
