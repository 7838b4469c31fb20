package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A rewriter of the data tables of a page into lists with one item per row, in which each value
/// has the header of its column ([RowText]). Tables that only arrange the page stay as they are.
final class DataTables {
  private static final String ROWS = "data-table-rows";
  private static final int MOST_COLUMNS = 60;
  private static final int LONGEST_CELL = 120;
  private static final Evaluator LAYOUT =
      QueryParser.parse("table, h1, h2, h3, h4, form, article, section, p + p");

  private DataTables() {}

  static void rewrite(Element body) {
    readRoles(body);
    DefinitionLists.rewrite(body);
    for (var table : body.select("table")) {
      if (isData(table)) {
        replace(table);
      }
    }
  }

  /// Makes tables of elements that have the roles of tables, rows and cells.
  private static void readRoles(Element body) {
    for (var table : body.select("[role=table], [role=grid], [role=treegrid]")) {
      if (!table.nameIs("table") && table.selectFirst("[role=row]") != null) {
        table.select("[role=row]").tagName("tr");
        table.select("[role=rowgroup]").tagName("tbody");
        table.select("[role=columnheader], [role=rowheader]").tagName("th");
        table.select("[role=cell], [role=gridcell]").tagName("td");
        table.tagName("table");
      }
    }
  }

  /// True for a row of a rewritten table.
  static boolean isRow(Element element) {
    var parent = element.parent();
    return element.nameIs("li") && parent != null && parent.hasAttr(ROWS);
  }

  private static boolean isData(Element table) {
    if (table.attr("role").matches("(?i)presentation|none")
        || table.parents().is("table")
        || table.children().stream().anyMatch(child -> child.selectFirst(LAYOUT) != null)) {
      return false;
    }
    boolean marked =
        table.selectFirst("th, thead, caption") != null || isBold(table.selectFirst("tr"));
    var cells = table.select("td");
    long longCells = cells.stream().filter(cell -> cell.text().length() > LONGEST_CELL).count();
    return (marked || isGrid(table)) && !cells.isEmpty() && longCells * 2 <= cells.size();
  }

  /// A table without headers holds data if it has figures.
  private static boolean isGrid(Element table) {
    var rows = table.select("tr");
    return rows.size() > 1
        && rows.stream().filter(row -> row.childrenSize() > 1).count() * 2 > rows.size()
        && table.select("td").stream().anyMatch(cell -> RowText.isFigure(cell.text()));
  }

  /// Many editors mark the row of headers only by bold letters.
  private static boolean isBold(@Nullable Element row) {
    return row != null
        && row.childrenSize() > 1
        && row.nextElementSibling() != null
        && row.children().stream()
            .allMatch(cell ->
                !cell.text().isBlank() && cell.select("b, strong").text().equals(cell.text()));
  }

  private static void replace(Element table) {
    var header = new ArrayList<List<String>>();
    var rows = new ArrayList<List<String>>();
    var carried = new ArrayList<Carried>();
    boolean titles = true;
    for (var row : table.select("tr")) {
      var cells = cells(row, carried);
      boolean ofHeaders =
          row.childrenSize() > 1
              && row.selectFirst("th") != null
              && row.select("td").text().isBlank();
      // A row over all columns above the headers is a title.
      titles &= rows.isEmpty() || isTitle(rows.getLast());
      boolean isHeader = titles && (ofHeaders || row.closest("thead") != null || isBold(row));
      (isHeader ? header : rows).add(cells);
    }
    var list = new Element("ul").attr(ROWS, true);
    RowText.lines(header, rows).forEach(line -> list.appendElement("li").text(line));
    var caption = table.selectFirst("caption");
    if (caption != null && !caption.text().isBlank()) {
      table.before(new Element("p").text(caption.text()));
    }
    table.replaceWith(list);
  }

  private static boolean isTitle(List<String> cells) {
    return cells.size() > 1 && cells.stream().distinct().count() == 1;
  }

  /// A cell that extends into further rows.
  private record Carried(int column, int rows, String text) {}

  private static List<String> cells(Element row, List<Carried> carried) {
    var cells = new ArrayList<String>();
    var next = new ArrayList<Carried>();
    for (var cell : row.children()) {
      fill(cells, carried, next);
      int columns = Math.clamp(span(cell, "colspan"), 1, MOST_COLUMNS);
      int rows = span(cell, "rowspan");
      var text = text(cell);
      for (int i = 0; i < columns && cells.size() < MOST_COLUMNS; i++) {
        if (rows > 1) {
          var repeated = text.length() > LONGEST_CELL ? "" : text;
          next.add(new Carried(cells.size(), rows - 1, repeated));
        }
        cells.add(text);
      }
    }
    fill(cells, carried, next);
    carried.clear();
    carried.addAll(next);
    return cells;
  }

  private static void fill(List<String> cells, List<Carried> carried, List<Carried> next) {
    for (var cell : carried) {
      if (cell.column() == cells.size()) {
        cells.add(cell.text());
        if (cell.rows() > 1) {
          next.add(new Carried(cell.column(), cell.rows() - 1, cell.text()));
        }
      }
    }
  }

  private static int span(Element cell, String attribute) {
    var value = cell.attr(attribute).strip();
    return value.matches("\\d{1,3}") ? Integer.parseInt(value) : 1;
  }

  private static String text(Element cell) {
    return HtmlTextBlocks.join(HtmlTextBlocks.of(cell)).replaceAll("\\s*+\\n\\s*+", ", ");
  }
}
