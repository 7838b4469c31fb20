/// Endpoints for clients of OpenAI's API: models, chat completions and responses.
@NullMarked
package org.dossier.web.openai;

import org.jspecify.annotations.NullMarked;
