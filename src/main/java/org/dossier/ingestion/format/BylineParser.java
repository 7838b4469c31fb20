package org.dossier.ingestion.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.ingestion.html.PublicationDate;
import org.dossier.ingestion.html.PublicationDateParser;
import org.dossier.text.TextNeighborhood;
import org.dossier.text.name.PersonNames;
import org.jspecify.annotations.Nullable;

/// A line that consists only of a publication date, authors, or both with the name of the paper:
/// `Date :Friday, November 28th, 2014 | Time : 00:02 |ID: 13749 | Print`, `Published: 11 November
/// 2011`, `By Jane Doe and Richard Roe`.
record BylineParser(
    @Nullable PublicationDate published,
    @Nullable PublicationDate updated,
    List<String> authors,
    @Nullable String paper) {
  /// A line that states nothing.
  static final BylineParser NOTHING = new BylineParser(null, null, List.of(), null);

  private static final int LONGEST = 160;
  private static final Pattern BRACKETS = Pattern.compile("^[\\[(]([^\\[\\]()]*)[\\])]$");

  /// "14 May 2024, updated 15 May 2024" has two parts, too.
  private static final Pattern BETWEEN_PARTS =
      Pattern.compile(
          "\\s*[|•·]\\s*|\\s/\\s|(?<=\\d|[aApP]\\.?[mM]|[mM]\\.|[A-Z]{2})[\\s,;(–-]+(?i:and\\s+)?(?=(?i:UPDATE)(?!\\p{L}))"
              .replace("UPDATE", DateWords.UPDATE));

  private static final String MONTHS =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
          + "|Nov(?:ember)?|Dec(?:ember)?)";
  private static final String RELATIVE =
      "(?:(?:published|posted|updated):? )?(?:\\d{1,2}|an?) ?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|[mhdw]) ago";

  /// A time that does not say which day it means, or how long it takes to read: "2 hours ago".
  private static final Pattern ONLY_RELATIVE =
      Pattern.compile(RELATIVE + "|\\d{1,3} ?-?min(?:ute)?s?(?: |-)read", Pattern.CASE_INSENSITIVE);

  /// The same, or a day without a year, next to a name: "May 14 Written by Ada Lowe".
  private static final Pattern INCOMPLETE_DATE =
      Pattern.compile(
          "^(?:(?i:RELATIVE)|MONTHS\\.? \\d{1,2}|\\d{1,2} MONTHS\\.?)[\\s,·•–-]+"
                  .replace("RELATIVE", RELATIVE)
                  .replace("MONTHS", MONTHS)
              + "|[\\s,·•–-]+(?:(?i:RELATIVE)|MONTHS\\.? \\d{1,2}|\\d{1,2} MONTHS\\.?)$"
                  .replace("RELATIVE", RELATIVE)
                  .replace("MONTHS", MONTHS));

  private static final Pattern PAGE_NOTE =
      Pattern.compile(
          "(?:id|news (?:id|code)|code|print|share|e-?mail|views?|hits|visits)\\b\\W*\\d*"
              + "|\\d+ (?:comments?|views?|min(?:utes?)? read)",
          Pattern.CASE_INSENSITIVE);
  private static final String NAME =
      "\\p{Lu}[\\p{L}.'’-]*(?:\\s(?:\\p{Lu}[\\p{L}.'’-]*|al|bin|da|de|del|den|der|di|el|ibn|la|van|von)"
          + "){1,4}";
  private static final String ROLE =
      ",? (?:(?:and|&) (?:agencies|staff)|(?:[\\p{L}’']+ ){0,3}(?i:correspondent|editor|reporter|writer|columnist|analyst|bureau"
          + "|journalist|contributor|staff|chief))";
  private static final Pattern BYLINE =
      Pattern.compile(
          ("(?i:(?:(?:written|reported|reporting|posted|words|text|story|report|article|analysis) )?by|von|par|por|di|door|words|text|author|authors)"
                  + "\\s*:?\\s+(NAME(?:(?:, NAME)*,? (?:and|&) NAME)?)(?:PLACE)?(?:ROLE|(?:,| [-–—/]| for(?: the)?)? (\\p{Lu}[^,|]{1,60}))?")
              .replace("NAME", NAME)
              .replace(
                  "PLACE", "(?:,| [-–—])? (?:in|at) \\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*)*")
              .replace("ROLE", ROLE));
  private static final Pattern BARE_NAME =
      Pattern.compile(
          "(NAME(?:(?:, NAME)*,? (?:and|&) NAME)?)(?:ROLE)?"
              .replace("NAME", NAME)
              .replace("ROLE", ROLE));
  private static final Pattern CREDIT_OF_PICTURES =
      Pattern.compile(
          "(?i:photos?|photographs?|photography|pictures?|images?|illustrations?|graphics?)(?i: by)?\\s*:?\\s+NAME"
              .replace("NAME", NAME));
  private static final String ROLES =
      "(?:correspondent|editor|reporter|writer|columnist|analyst|journalist|contributor)s?";
  private static final Pattern ROLE_BEHIND = Pattern.compile(" (?i:" + ROLES + ")$");
  private static final Pattern ROLE_ALONE =
      Pattern.compile("(?:[\\p{L}’'-]+ ){0,3}" + ROLES, Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// A line of more words with capitals is a headline.
  private static final int MOST_NAMES = 3;

  /// "in News" behind the date.
  private static final Pattern SECTION =
      Pattern.compile("\\s+(?:(?:posted |filed )?(?:in|under))\\s+\\p{Lu}[\\p{L} &]{1,30}$");

  private static final Pattern PLACE = Pattern.compile("\\p{Lu}[\\p{L} '’-]{1,30},");
  private static final Pattern BEHIND_A_BYLINE =
      Pattern.compile("(?<![\\s,–—-])[\\s,–—-]*+(?:\\bon[\\s,–—-]*+)?+$");
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:Reuters|AP|AFP|dpa|DPA|TASS|Xinhua|Bloomberg|PA|UPI|ANSA|EFE|IRNA|PTI|ANI|IANS|Anadolu|Kyodo|Yonhap|Bernama|AAP)");

  /// A place or a section between other parts: "By Ada Lowe | Korla | 12 March 2024".
  private static final Pattern ONE_NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]+");

  private static final Pattern STAFF =
      Pattern.compile(
          "(?:by )?(?:a |an |our )?(?:(?:staff|special|own|web|news|online) )+(?:correspondents?|reporters?|writers?|desk|team|bureau)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_BEFORE_A_BYLINE =
      Pattern.compile("^(?:\\p{L}+day|\\p{Ll}{4,9}|\\p{L}+tag)\\s*,\\s*(?=\\p{L}{2,4} \\p{Lu})");
  private static final Pattern BEFORE_A_BYLINE = Pattern.compile("^[\\s,–—-]++");
  private static final Pattern BETWEEN_NAMES = Pattern.compile(",? (?:and|&) |, ");

  /// Parses `line`; empty unless the entire line has this form.
  static Optional<BylineParser> of(String line) {
    var stripped = BRACKETS.matcher(line.strip()).replaceFirst("$1");
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return Optional.empty();
    }
    var stamp = NOTHING;
    var parts = BETWEEN_PARTS.split(stripped, -1);
    boolean dated =
        parts.length > 1
            && Arrays.stream(parts).anyMatch(part -> PublicationDateParser.find(part).isPresent());
    for (var part : parts) {
      var parsed = part(part.strip(), dated);
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      stamp = stamp.merge(parsed.get());
    }
    boolean says =
        ONLY_RELATIVE.matcher(stripped).matches()
            || stamp.published != null
            || stamp.updated != null
            || !stamp.authors.isEmpty();
    return says ? Optional.of(stamp) : Optional.empty();
  }

  /// The date of publication in a line that names it so; `null` for other lines.
  static @Nullable PublicationDate labelledDay(String line) {
    return DateWords.isLabelled(line.strip())
        ? of(line).map(BylineParser::published).orElse(null)
        : null;
  }

  /// Merges both; values of this one take precedence.
  BylineParser merge(BylineParser other) {
    return new BylineParser(
        published == null ? other.published : published,
        updated == null ? other.updated : updated,
        authors.isEmpty() ? other.authors : authors,
        paper == null ? other.paper : paper);
  }

  /// @param dated true if one of the parts is a date, so that a name needs no “by”
  private static Optional<BylineParser> part(String part, boolean dated) {
    if (part.isEmpty()
        || PAGE_NOTE.matcher(part).matches()
        || ONLY_RELATIVE.matcher(part).matches()
        || CREDIT_OF_PICTURES.matcher(part).matches()
        || (dated && (AGENCY.matcher(part).matches() || ONE_NAME.matcher(part).matches()))
        || STAFF.matcher(part).matches()
        || DateWords.mayAccompany(part)) {
      return Optional.of(NOTHING);
    }
    if (dated && SiteName.matches(part, "")) {
      return Optional.of(new BylineParser(null, null, List.of(), part));
    }
    var undated = INCOMPLETE_DATE.matcher(part).replaceFirst("");
    var authors = authors(undated);
    if (authors.isEmpty() && (dated || undated.length() < part.length())) {
      authors = bareNames(undated);
    }
    return authors.isEmpty()
        ? parseDated(part)
        : Optional.of(new BylineParser(null, null, authors, paperOf(undated)));
  }

  /// True for a line with the role of the authors only: "Political editors".
  static boolean isRole(String line) {
    return ROLE_ALONE.matcher(line.strip()).matches();
  }

  /// The authors in a line of full names only; empty for other lines.
  static List<String> bareNames(String line) {
    var matcher = BARE_NAME.matcher(line.strip());
    if (!matcher.matches()) {
      return List.of();
    }
    var names =
        List.of(BETWEEN_NAMES.split(ROLE_BEHIND.matcher(matcher.group(1)).replaceFirst("")));
    return names.stream().allMatch(BylineParser::isShortFullName) ? names : List.of();
  }

  private static boolean isShortFullName(String name) {
    long capitals = SPACE.splitAsStream(name).filter(TextNeighborhood::isCapital).count();
    return capitals <= MOST_NAMES && PersonNames.isFullName(name);
  }

  private static Optional<BylineParser> parseDated(String part) {
    boolean update = DateWords.isLabelledAsUpdate(part);
    var rest = DateWords.withoutLabel(part).strip();
    var day = PublicationDateParser.find(rest);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    var beside =
        PublicationDateParser.findMention(rest)
            .map(m -> rest.substring(0, m.span().start()) + rest.substring(m.span().end()))
            .map(words -> SECTION.matcher(words).replaceFirst(""))
            .orElse("")
            .strip();
    var authors = authors(DAY_BEFORE_A_BYLINE.matcher(beside).replaceFirst(""));
    if (authors.isEmpty() && !DateWords.mayAccompany(beside) && !PLACE.matcher(beside).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        update
            ? new BylineParser(null, day.get(), authors, null)
            : new BylineParser(day.get(), null, authors, null));
  }

  /// True for authors with their paper: "By Ada Lowe, Coast Courier".
  static boolean namesPaper(String line) {
    var byline = byline(line.strip());
    return byline.matches() && byline.group(2) != null;
  }

  /// The paper of the authors in `part`; `null` for an agency, whose texts other papers print.
  private static @Nullable String paperOf(String part) {
    var byline = byline(part);
    var site = byline.matches() ? byline.group(2) : null;
    return site == null || AGENCY.matcher(site).matches() ? null : site;
  }

  private static Matcher byline(String part) {
    var line = BEFORE_A_BYLINE.matcher(BEHIND_A_BYLINE.matcher(part).replaceFirst(""));
    return BYLINE.matcher(line.replaceFirst(""));
  }

  private static List<String> authors(String part) {
    var byline = byline(part);
    if (!byline.matches()) {
      return List.of();
    }
    var site = byline.group(2);
    boolean named = site == null || AGENCY.matcher(site).matches() || SiteName.matches(site, "");
    return named ? new ArrayList<>(Arrays.asList(BETWEEN_NAMES.split(byline.group(1)))) : List.of();
  }
}
