package org.dossier.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dossier.archive.Omissions.Struck;
import org.dossier.text.Pages;
import org.dossier.text.Span;

/// A paragraph of an article, split where marked text begins and ends, and at struck-out words.
///
/// @param pages the pages of a document that begin before it, in order; mostly empty
/// @param runs in reading order; concatenated without those that are struck out, they are the
///   paragraph
public record Paragraph(List<Page> pages, List<Run> runs) {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  /// @param marked true if this text is shown as cited
  /// @param first true for the first marked run of the page
  /// @param struck true for words that the publisher has struck out
  record Run(String text, boolean marked, boolean first, boolean struck) {
    static Run ofStruck(Struck struck) {
      return new Run(struck.text(), false, false, true);
    }
  }

  /// A page of a document.
  ///
  /// @param number from 1
  /// @param blank true if it has no text: it is scanned or empty
  record Page(int number, boolean blank) {}

  /// The paragraphs of `text`, without blank lines.
  ///
  /// @param marked spans of `text` in any order; they may overlap and cross paragraphs
  /// @param struck in the order of the text
  public static List<Paragraph> of(String text, List<Span> marked, List<Struck> struck) {
    var paragraphs = new ArrayList<Paragraph>();
    var cuts = new TreeSet<Integer>();
    marked.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
    struck.forEach(one -> cuts.add(one.at()));
    var disjoint = union(marked);
    boolean first = true;
    boolean hasPages = Pages.hasSeveral(text);
    int page = 1;
    int shown = 0;
    int read = 0;
    int shownStruck = 0;
    for (var line : lines(text)) {
      var offsets = new TreeSet<>(cuts.subSet(line.start(), line.end()));
      offsets.addAll(List.of(line.start(), line.end()));
      var here = new ArrayList<Struck>();
      while (shownStruck < struck.size() && struck.get(shownStruck).at() <= line.end()) {
        here.add(struck.get(shownStruck++));
      }
      var runs = runs(text, List.copyOf(offsets), disjoint, first, here);
      first = first && runs.stream().noneMatch(Run::marked);
      page += Pages.breaks(text.substring(read, line.start()));
      read = line.start();
      paragraphs.add(new Paragraph(hasPages ? pagesBetween(shown, page) : List.of(), runs));
      shown = page;
    }
    return paragraphs;
  }

  /// The pages after `last` up to `current`. All but the last of them have no text.
  private static List<Page> pagesBetween(int last, int current) {
    return IntStream.rangeClosed(last + 1, current)
        .mapToObj(number -> new Page(number, number < current))
        .toList();
  }

  private static List<Span> lines(String text) {
    var lines = new ArrayList<Span>();
    int start = 0;
    var breaks = LINE_BREAK.matcher(text);
    while (breaks.find()) {
      lines.add(new Span(start, breaks.start()));
      start = breaks.end();
    }
    lines.add(new Span(start, text.length()));
    return lines.stream().filter(line -> !line.of(text).isBlank()).toList();
  }

  /// The union of the spans, in order and without overlap.
  private static List<Span> union(List<Span> marked) {
    var disjoint = new ArrayList<Span>();
    for (var span : marked.stream().sorted().toList()) {
      if (!disjoint.isEmpty() && span.start() <= disjoint.getLast().end()) {
        var last = disjoint.removeLast();
        disjoint.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        disjoint.add(span);
      }
    }
    return disjoint;
  }

  /// @param offsets the offsets at which the line is split, including its start and end
  /// @param marked in order, without overlap
  /// @param struck those up to the end of the line, in order
  private static List<Run> runs(
      String text, List<Integer> offsets, List<Span> marked, boolean first, List<Struck> struck) {
    var runs = new ArrayList<Run>();
    boolean noneMarked = first;
    int shown = 0;
    for (int i = 1; i < offsets.size(); i++) {
      while (shown < struck.size() && struck.get(shown).at() <= offsets.get(i - 1)) {
        runs.add(Run.ofStruck(struck.get(shown++)));
      }
      var run = new Span(offsets.get(i - 1), offsets.get(i));
      boolean isMarked = Span.firstOverlapping(marked, run) != null;
      runs.add(new Run(run.of(text), isMarked, isMarked && noneMarked, false));
      noneMarked = noneMarked && !isMarked;
    }
    struck.subList(shown, struck.size()).forEach(one -> runs.add(Run.ofStruck(one)));
    return runs;
  }
}
