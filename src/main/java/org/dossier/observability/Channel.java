package org.dossier.observability;

/// Where questions come from.
public enum Channel {
  /// A program, by HTTP; `./dossier ask` too.
  API,
  /// A browser's page: the widget.
  WIDGET,
  SLACK
}
