package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

  private static final int LINES_LOOKED_AT = 40;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_STANDFIRST = 400;
  private static final int MAX_STANDFIRST_LINES = 3;
  private static final int LONGEST_LINE_OF_BLOCK = 100;
  private static final int MOST_LINES_OF_BLOCK = 5;
  private static final Pattern SECTIONS =
      Pattern.compile(
          "World|News|Politics|Business|Economy|Sports?|Opinion|Editorial|Culture|Arts|Science|Technology|Health"
              + "|National|International|Local|Lifestyle|Entertainment|Africa|Americas|Asia|Europe");

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
    private final List<String> lines;
    private final @Nullable String known;
    private @Nullable String title;
    private @Nullable String site;
    private final List<String> standfirst = new ArrayList<>();
    private BylineParser stamp = BylineParser.NOTHING;
    private int at;

    /// @param known the title; `null` to search for one
    Parser(String text, @Nullable String known) {
      this.all = text.strip();
      this.lines = all.lines().limit(LINES_LOOKED_AT).toList();
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
      var line = lines.get(at).strip();
      if (line.isEmpty()) {
        return true;
      }
      var byline = BylineParser.of(line);
      if (byline.isPresent() && !(BylineParser.namesPaper(line) && isAboveProse())) {
        stamp = stamp.merge(byline.get());
        return true;
      }
      if (takesName(line)) {
        return true;
      }
      if (known != null) {
        return line.equals(known) || isAboveKnownTitle(line) || takesKnownStandfirst(line);
      }
      if (title == null && isTitle(at)) {
        boolean named = SiteName.matches(line, bodyFrom(at + 1));
        if (site == null && named && nextLine(at).filter(this::isTitle).isPresent()) {
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
      int above = at - 1;
      while (above >= 0 && lines.get(above).isBlank()) {
        above--;
      }
      boolean belowTitle =
          above >= 0
              && lines.get(above).strip().equals(title == null ? known : title)
              && stamp.published() != null;
      return belowTitle
          || (above >= 0 && isDate(above))
          || nextLine(at).filter(next -> isDate(next) || isPaperAboveDate(next)).isPresent();
    }

    private boolean isPaperAboveDate(int index) {
      return SiteName.matches(lines.get(index).strip(), "")
          && nextLine(index).filter(this::isDate).isPresent();
    }

    /// True for the name of a site or a section above a line that repeats the title.
    private boolean isAboveKnownTitle(String line) {
      return line.length() <= LONGEST_LINE_OF_BLOCK
          && endsLikeATitle(line)
          && nextLine(at).filter(next -> lines.get(next).strip().equals(known)).isPresent();
    }

    private boolean isDate(int index) {
      return index < lines.size()
          && BylineParser.of(lines.get(index))
              .filter(stated -> stated.published() != null || stated.updated() != null)
              .isPresent();
    }

    /// True for a line of the text: another one follows that is no part of the header.
    private boolean isAboveProse() {
      return at + 1 < lines.size()
          && !lines.get(at + 1).isBlank()
          && BylineParser.of(lines.get(at + 1)).isEmpty();
    }

    /// True for the name of a section above the title: "WORLD", "World".
    private boolean isSection(String line) {
      return title == null
          && standfirst.isEmpty()
          && isOneWord(line)
          && (line.chars().allMatch(Character::isUpperCase) || SECTIONS.matcher(line).matches())
          && nextLine(at).filter(this::isTitle).isPresent();
    }

    /// Keeps a line between the title and a later line with names or the date.
    private boolean takesStandfirst(String line) {
      if (title == null
          || line.length() > LONGEST_STANDFIRST
          || standfirst.size() == MAX_STANDFIRST_LINES
          || !hasBylineBelow()) {
        return false;
      }
      if (site == null && SiteName.matches(line, bodyFrom(at + 1))) {
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
          nextLine(at)
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
      var next = nextLine(at);
      for (int i = standfirst.size(); i < MAX_STANDFIRST_LINES && next.isPresent(); i++) {
        if (BylineParser.of(lines.get(next.get())).isPresent()) {
          return true;
        }
        next = nextLine(next.get());
      }
      return false;
    }

    /// True for a line that is short, does not end a sentence, and is separate from the following
    /// text.
    private boolean isTitle(int index) {
      var line = lines.get(index).strip();
      if (line.length() > LONGEST_TITLE || isOneWord(line) || !endsLikeATitle(line)) {
        return false;
      }
      if (index + 1 >= lines.size()) {
        return false;
      }
      return lines.get(index + 1).isBlank() || isHeadOfBlock(index);
    }

    /// True for the first line of a block of short lines that has a date or an author.
    private boolean isHeadOfBlock(int index) {
      boolean stated = false;
      int next = index + 1;
      for (; next < lines.size() && !lines.get(next).isBlank(); next++) {
        var line = lines.get(next).strip();
        stated |=
            BylineParser.of(line).isPresent()
                || (stamp.published() != null && !BylineParser.bareNames(line).isEmpty());
        if (stated && next == index + 1) {
          return true;
        }
        if (line.length() > LONGEST_LINE_OF_BLOCK
            || !endsLikeATitle(line)
            || next - index > MOST_LINES_OF_BLOCK) {
          return false;
        }
      }
      return stated;
    }

    private static boolean isOneWord(String line) {
      return line.codePoints()
          .noneMatch(c -> Character.isWhitespace(c) || Character.isIdeographic(c));
    }

    private static boolean endsLikeATitle(String line) {
      int last = line.codePointBefore(line.length());
      return Character.isLetterOrDigit(last) || "?!؟%)\"'”’»".indexOf(last) >= 0;
    }

    /// The next line after `index` that is not blank.
    private Optional<Integer> nextLine(int index) {
      for (int i = index + 1; i < lines.size(); i++) {
        if (!lines.get(i).isBlank()) {
          return Optional.of(i);
        }
      }
      return Optional.empty();
    }

    /// The standfirst, and the lines after the header.
    private String body() {
      var body = bodyFrom(at);
      return standfirst.isEmpty() || body.isEmpty()
          ? body
          : String.join("\n", standfirst) + "\n\n" + body;
    }

    private String bodyFrom(int line) {
      int start = 0;
      for (int i = 0; i < line; i++) {
        int end = all.indexOf('\n', start);
        start = end < 0 ? all.length() : end + 1;
      }
      return all.substring(start).strip();
    }
  }
}
