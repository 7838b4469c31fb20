/// Models that run in this process: embedding and reader. The only user of ONNX Runtime.
@NullMarked
package org.dossier.inference;

import org.jspecify.annotations.NullMarked;
