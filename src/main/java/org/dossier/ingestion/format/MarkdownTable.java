package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.dossier.ingestion.html.RowText;
import org.jspecify.annotations.Nullable;

/// The cells of a table in Markdown, collected one by one.
final class MarkdownTable {
  private final List<List<String>> headers = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private @Nullable Node row;

  /// Adds the next cell, with its visible text.
  void add(TableCell cell, String text) {
    var target = cell.isHeader() ? headers : rows;
    if (row == null || !row.equals(cell.getParent())) {
      row = cell.getParent();
      target.add(new ArrayList<>());
    }
    target.getLast().add(text.replace('\n', ' '));
  }

  /// The rows as lines that are understood without the table.
  List<String> lines() {
    return RowText.lines(headers, rows);
  }
}
