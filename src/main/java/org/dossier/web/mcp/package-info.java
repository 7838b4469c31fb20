/// The server of the Model Context Protocol: tools and resources for assistants.
@NullMarked
package org.dossier.web.mcp;

import org.jspecify.annotations.NullMarked;
