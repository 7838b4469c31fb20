package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import org.dossier.web.problem.ProblemException;

/// A tool that an assistant can call. Every implementation is a bean; `order` is its place in the
/// list.
interface McpTool {
  String name();

  int order();

  /// For people.
  String title();

  /// For the assistant, which decides by it when to call the tool.
  String description();

  /// The JSON schema of the arguments, an object.
  JsonNode inputSchema();

  /// The JSON schema of the result, an object.
  JsonNode outputSchema();

  /// The result as JSON. The assistant gets it as structured content and as text.
  ///
  /// @throws ProblemException if the arguments are invalid
  JsonNode call(ToolArguments arguments, McpCaller caller);
}
