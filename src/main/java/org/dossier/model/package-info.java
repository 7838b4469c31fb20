/// The models that run in this process or elsewhere; the only user of LangChain4j and ONNX Runtime.
@NullMarked
package org.dossier.model;

import org.jspecify.annotations.NullMarked;
