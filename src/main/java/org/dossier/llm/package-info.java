/// Clients of LLMs, local and hosted. The only package that uses LangChain4j's chat models.
@NullMarked
package org.dossier.llm;

import org.jspecify.annotations.NullMarked;
