package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.ingestion.html.PublicationDate;
import org.jspecify.annotations.Nullable;

/// The metadata in the first lines of a plain text, and the text without those lines.
///
/// It recognizes, in any order: a title (a short, separate first line without a full stop), lines
/// with dates and names ([BylineParser]), the name of the site above the title ([SiteName]), a
/// standfirst between the title and these lines, and the publisher in a dateline. The standfirst
/// and the dateline stay in the text.
record PlainTextHeader(
    @Nullable String title,
    @Nullable String publisher,
    List<String> authors,
    @Nullable PublicationDate published,
    @Nullable PublicationDate updated,
    String text) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_STANDFIRST = 400;
  private static final int MAX_STANDFIRST_LINES = 3;
  private static final int LONGEST_LINE_OF_BLOCK = 100;
  private static final int MOST_LINES_OF_BLOCK = 5;
  private static final Pattern SECTIONS =
      Pattern.compile(
          "World|News|Politics|Business|Economy|Sports?|Opinion|Editorial|Culture|Arts|Science|Technology|Health"
              + "|National|International|Local|Lifestyle|Entertainment|Africa|Americas|Asia|Europe"
              + "|(?i:for immediate release|(?:press|news|media) release)");

  /// Parses the header of a plain text, including the title.
  static PlainTextHeader of(String text) {
    return new Parser(text, null).header();
  }

  /// Parses the header of a text with a known title; a line that repeats the title is removed.
  static PlainTextHeader of(String text, @Nullable String title) {
    return new Parser(text, title == null ? "" : title).header();
  }

  /// The date that the header states, otherwise that of the last line ("First published: 14 May
  /// 2024") or of the dateline, which may be the day before the publication; `null` if none does.
  @Nullable PublicationDate dated() {
    return Stream.of(published, BylineParser.labelledDay(lastLine()), Dateline.published(text))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private String lastLine() {
    return text.substring(text.stripTrailing().lastIndexOf('\n') + 1);
  }

  private static final class Parser {
    private final String all;
    private final HeaderLines lines;
    private final @Nullable String known;
    private @Nullable String title;
    private @Nullable String site;
    private final List<String> standfirst = new ArrayList<>();
    private BylineParser stamp = BylineParser.NOTHING;
    private int at;

    /// @param known the title; `null` to search for one
    Parser(String text, @Nullable String known) {
      this.all = text.strip();
      this.lines = new HeaderLines(all);
      this.known = known;
    }

    PlainTextHeader header() {
      while (at < lines.size() && takesLine()) {
        at++;
      }
      var body = body();
      if (body.isEmpty()) {
        return new PlainTextHeader(null, null, List.of(), null, null, all);
      }
      return new PlainTextHeader(
          title, publisher(body), stamp.authors(), stamp.published(), stamp.updated(), body);
    }

    private @Nullable String publisher(String body) {
      if (site != null) {
        return site;
      }
      return stamp.paper() == null ? Dateline.publisher(body) : stamp.paper();
    }

    private boolean takesLine() {
      var line = lines.get(at);
      if (line.isEmpty()) {
        return true;
      }
      var byline = BylineParser.of(line);
      if (byline.isPresent() && !(BylineParser.namesPaper(line) && isAboveProse())) {
        stamp = stamp.merge(byline.get());
        return true;
      }
      if (takesName(line) || (!stamp.authors().isEmpty() && BylineParser.isRole(line))) {
        return true;
      }
      if (known != null) {
        return line.equals(known) || isAboveKnownTitle(line) || takesKnownStandfirst(line);
      }
      if (title == null && isTitle(at) && !isSection(line)) {
        boolean named = SiteName.matches(line, lines.textFrom(at + 1));
        if (site == null && named && lines.next(at).filter(this::isTitle).isPresent()) {
          site = line;
        } else {
          title = line;
        }
        return true;
      }
      return isSection(line) || takesStandfirst(line);
    }

    /// Takes the names of the authors, if they are alone on a line next to the date, or below the
    /// title that is next to it.
    private boolean takesName(String line) {
      boolean titled = title != null || known != null;
      if (!titled || !stamp.authors().isEmpty() || SiteName.matches(line, "") || !isNextToDate()) {
        return false;
      }
      var names = BylineParser.bareNames(line);
      stamp = stamp.merge(new BylineParser(null, null, names, null));
      return !names.isEmpty();
    }

    private boolean isNextToDate() {
      var above = lines.previous(at);
      var headline = title == null ? known : title;
      boolean belowTitle =
          stamp.published() != null
              && above.filter(line -> lines.get(line).equals(headline)).isPresent();
      return belowTitle
          || above.filter(lines::isDate).isPresent()
          || lines.next(at).filter(next -> lines.isDate(next) || isAboveDate(next)).isPresent();
    }

    /// True for the paper or the role of the authors between their names and the date.
    private boolean isAboveDate(int index) {
      var line = lines.get(index);
      return (SiteName.matches(line, "") || BylineParser.isRole(line))
          && lines.next(index).filter(lines::isDate).isPresent();
    }

    /// True for the name of a site or a section above a line that repeats the title.
    private boolean isAboveKnownTitle(String line) {
      return line.length() <= LONGEST_LINE_OF_BLOCK
          && HeaderLines.endsLikeATitle(line)
          && lines.next(at).filter(next -> lines.get(next).equals(known)).isPresent();
    }

    /// True for a line of the text: another one follows that is no part of the header.
    private boolean isAboveProse() {
      return at + 1 < lines.size()
          && !lines.isBlank(at + 1)
          && BylineParser.of(lines.get(at + 1)).isEmpty();
    }

    /// True for the name of a section or a kind of text above the title: "WORLD", "Press release".
    private boolean isSection(String line) {
      return title == null
          && standfirst.isEmpty()
          && (line.chars().allMatch(Character::isUpperCase) || SECTIONS.matcher(line).matches())
          && lines.next(at).filter(this::isTitle).isPresent();
    }

    /// Keeps a line between the title and a later line with names or the date.
    private boolean takesStandfirst(String line) {
      if (title == null
          || line.length() > LONGEST_STANDFIRST
          || standfirst.size() == MAX_STANDFIRST_LINES
          || !hasBylineBelow()) {
        return false;
      }
      if (site == null && SiteName.matches(line, lines.textFrom(at + 1))) {
        site = line;
      } else {
        standfirst.add(line);
      }
      return true;
    }

    /// Keeps the first line below a known title, if the line below it names the authors: a date
    /// alone may be a heading of the text.
    private boolean takesKnownStandfirst(String line) {
      boolean standsAlone = standfirst.isEmpty() && stamp.equals(BylineParser.NOTHING);
      boolean aboveAuthors =
          lines
              .next(at)
              .flatMap(next -> BylineParser.of(lines.get(next)))
              .filter(byline -> !byline.authors().isEmpty())
              .isPresent();
      if (!standsAlone || !aboveAuthors || line.length() > LONGEST_STANDFIRST) {
        return false;
      }
      standfirst.add(line);
      return true;
    }

    private boolean hasBylineBelow() {
      var next = lines.next(at);
      for (int i = standfirst.size(); i < MAX_STANDFIRST_LINES && next.isPresent(); i++) {
        if (BylineParser.of(lines.get(next.get())).isPresent()) {
          return true;
        }
        next = lines.next(next.get());
      }
      return false;
    }

    /// True for a line that is short, does not end a sentence, and is separate from the following
    /// text.
    private boolean isTitle(int index) {
      var line = lines.get(index);
      if (line.length() > LONGEST_TITLE
          || HeaderLines.isOneWord(line)
          || !HeaderLines.endsLikeATitle(line)) {
        return false;
      }
      if (index + 1 >= lines.size()) {
        return false;
      }
      return lines.isBlank(index + 1) || isHeadOfBlock(index);
    }

    /// True for the first line of a block of short lines that has a date or an author.
    private boolean isHeadOfBlock(int index) {
      boolean stated = false;
      int next = index + 1;
      for (; next < lines.size() && !lines.isBlank(next); next++) {
        var line = lines.get(next);
        stated |=
            BylineParser.of(line).isPresent()
                || (stamp.published() != null && !BylineParser.bareNames(line).isEmpty());
        if (stated && next == index + 1) {
          return true;
        }
        if (line.length() > LONGEST_LINE_OF_BLOCK
            || !HeaderLines.endsLikeATitle(line)
            || next - index > MOST_LINES_OF_BLOCK) {
          return false;
        }
      }
      return stated;
    }

    /// The standfirst, and the lines after the header.
    private String body() {
      var body = lines.textFrom(at);
      return standfirst.isEmpty() || body.isEmpty()
          ? body
          : String.join("\n", standfirst) + "\n\n" + body;
    }
  }
}
