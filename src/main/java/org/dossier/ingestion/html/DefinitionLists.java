package org.dossier.ingestion.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A rewriter of lists of names and short values: each becomes a line that is understood on its
/// own, "Reed Party: 1,455 votes". Lists of questions and answers, and of longer texts, stay
/// paragraphs.
final class DefinitionLists {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_VALUE = 120;

  private DefinitionLists() {}

  static void rewrite(Element body) {
    for (var list : body.select("dl")) {
      if (isOfValues(list)) {
        replace(list);
      }
    }
  }

  private static boolean isOfValues(Element list) {
    var names = list.select("dt");
    var values = list.select("dd");
    return !names.isEmpty()
        && !values.isEmpty()
        && list.selectFirst("dl dl, p + p, table, ul, ol, h2, h3") == null
        && names.stream().allMatch(name -> isShort(name, LONGEST_NAME))
        && names.stream().noneMatch(name -> name.text().endsWith("?"))
        && values.stream().allMatch(value -> isShort(value, LONGEST_VALUE));
  }

  private static boolean isShort(Element element, int max) {
    return element.text().length() <= max;
  }

  private static void replace(Element list) {
    var lines = new Element("ul");
    var name = "";
    var values = new ArrayList<String>();
    for (var entry : list.select("dt, dd")) {
      if (entry.nameIs("dd")) {
        values.add(entry.text());
      } else if (values.isEmpty()) {
        name = name.isEmpty() ? entry.text() : name + ", " + entry.text();
      } else {
        append(lines, name, values);
        name = entry.text();
        values.clear();
      }
    }
    append(lines, name, values);
    list.replaceWith(lines);
  }

  private static void append(Element lines, String name, List<String> values) {
    var label = name.endsWith(":") || name.isEmpty() ? name : name + ":";
    var line = (label + " " + String.join("; ", values)).strip();
    if (!line.isEmpty()) {
      lines.appendElement("li").text(line);
    }
  }
}
