/// Clients of chat models, local and hosted; the only user of LangChain4j's chat models.
@NullMarked
package org.dossier.llm;

import org.jspecify.annotations.NullMarked;
