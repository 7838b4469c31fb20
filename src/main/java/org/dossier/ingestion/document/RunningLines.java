package org.dossier.ingestion.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The running headers and footers of a document: rows at the edges of its pages that repeat, apart
/// from numbers, at one height of several pages, and page numbers. A sentence with other numbers on
/// each page is no such row.
final class RunningLines {
  private static final int ROWS_AT_AN_EDGE = 3;
  private static final float EDGE = 0.15f;
  private static final int SAME_HEIGHT = 6;
  private static final int FEW_PAGES = 4;
  private static final int LONGEST_WITH_NUMBERS = 60;
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)[-–—| ]*(?:page |p\\. ?)?(\\p{Nd}{1,5})(?: ?(?:of|/) ?\\p{Nd}{1,5})?[-–—| ]*");

  private static final Pattern NUMBERED =
      Pattern.compile("(\\p{Nd}{1,4}) .{2,80}[^.!?]|.{3,80} (\\p{Nd}{1,4})");

  private RunningLines() {}

  /// A page with its rows from top to bottom.
  record Page(List<TextRow> rows, float height) {}

  /// `pages` without their running headers and footers; unchanged if they have nothing else.
  static List<Page> removeFrom(List<Page> pages) {
    int least = pages.size() <= FEW_PAGES ? 2 : 3;
    Map<String, Set<Integer>> pagesWith = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      for (var row : edges(pages.get(i))) {
        for (var key : keys(row, i)) {
          pagesWith.computeIfAbsent(key, _ -> new HashSet<>()).add(i);
        }
      }
    }
    var cleaned = new ArrayList<Page>();
    for (int i = 0; i < pages.size(); i++) {
      var page = pages.get(i);
      int number = i;
      var running = new HashSet<TextRow>();
      for (var row : edges(page)) {
        boolean repeated =
            keys(row, number).stream()
                .anyMatch(key -> pagesWith.getOrDefault(key, Set.of()).size() >= least);
        if (repeated || (pages.size() == 1 && isLonelyNumber(row, page))) {
          running.add(row);
        }
      }
      cleaned.add(
          new Page(
              page.rows().stream().filter(row -> !running.contains(row)).toList(), page.height()));
    }
    boolean allEmpty = cleaned.stream().allMatch(page -> page.rows().isEmpty());
    return allEmpty ? pages : cleaned;
  }

  private static List<TextRow> edges(Page page) {
    var rows = page.rows();
    var edges = new ArrayList<TextRow>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      boolean top = i < ROWS_AT_AN_EDGE && row.y() < EDGE * page.height();
      boolean bottom = i >= rows.size() - ROWS_AT_AN_EDGE && row.y() > (1 - EDGE) * page.height();
      if (top || bottom) {
        edges.add(row);
      }
    }
    return edges;
  }

  /// The descriptions of a row that are equal on pages where it repeats, one for each of two
  /// overlapping ranges of heights. A row of numbers is a page number only if it counts the pages.
  /// A row that begins or ends with the number of the page may have other words on each: the title
  /// of a chapter.
  private static List<String> keys(TextRow row, int page) {
    var text = row.text();
    var number = PAGE_NUMBER.matcher(text);
    String words;
    var numbered = NUMBERED.matcher(text);
    if (number.matches()) {
      words = "page " + (Integer.parseInt(number.group(1)) - page);
    } else if (numbered.matches() && hasLetter(text)) {
      var stated = numbered.group(1) == null ? numbered.group(2) : numbered.group(1);
      words = "numbered " + (Integer.parseInt(stated) - page);
    } else if (hasLetter(text)) {
      boolean changes = text.length() <= LONGEST_WITH_NUMBERS && !text.endsWith(".");
      words = (changes ? NUMBER.matcher(text).replaceAll("#") : text).toLowerCase(Locale.ROOT);
    } else {
      return List.of();
    }
    int height = Math.round(row.y());
    return List.of(
        words + " at " + height / (2 * SAME_HEIGHT),
        words + " near " + (height + SAME_HEIGHT) / (2 * SAME_HEIGHT));
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private static boolean isLonelyNumber(TextRow row, Page page) {
    return row.equals(page.rows().getLast()) && PAGE_NUMBER.matcher(row.text()).matches();
  }
}
