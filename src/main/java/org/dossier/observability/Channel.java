package org.dossier.observability;

/// The origin of questions.
public enum Channel {
  /// A program, over HTTP; also `./dossier ask`.
  API,
  /// A page in a browser: the widget.
  WIDGET,
  SLACK,
  /// A client of the OpenAI-compatible endpoint.
  OPENAI,
  /// A client of the MCP server.
  MCP
}
