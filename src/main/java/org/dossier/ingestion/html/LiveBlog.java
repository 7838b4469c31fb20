package org.dossier.ingestion.html;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// The signs of a live blog, whose posts have times, headlines and authors of their own and are
/// parts of one story.
final class LiveBlog {
  private static final int FEWEST_POSTS = 2;
  private static final int MOST_DAYS = 4;
  private static final Evaluator MARKED =
      QueryParser.parse(
          "[itemtype$=LiveBlogPosting], [class~=(?i)live-?blog], [id~=(?i)live-?blog]");
  private static final Pattern CLOCK = Pattern.compile("\\D{0,3}\\d{1,2}[:.]\\d{2}\\b.{0,120}");

  private LiveBlog() {}

  /// True if the title, the markup or the posts are those of a live blog.
  static boolean is(Element body, StoryIdentity identity, Element heading) {
    return identity.isLive() || body.selectFirst(MARKED) != null || hasPosts(body, heading);
  }

  /// True if the heading is above several posts of a few days that do not link to pages of their
  /// own, with dates or with clock times for headlines.
  private static boolean hasPosts(Element body, Element heading) {
    var posts = body.select(StorySigns.UNIT);
    if (posts.size() < FEWEST_POSTS
        || posts.stream().anyMatch(post -> StorySigns.holds(post, heading))) {
      return false;
    }
    var headlines =
        posts.stream()
            .flatMap(post -> Optional.ofNullable(post.selectFirst(StorySigns.HEADINGS)).stream())
            .toList();
    if (headlines.stream().anyMatch(headline -> headline.selectFirst("a[href]") != null)) {
      return false;
    }
    var days = days(posts);
    boolean ofFewDays =
        days.size() * 2 > posts.size()
            && ChronoUnit.DAYS.between(days.getFirst(), days.getLast()) < MOST_DAYS;
    return ofFewDays
        || headlines.stream().filter(h -> CLOCK.matcher(h.text()).matches()).count() * 2
            > posts.size();
  }

  private static List<LocalDate> days(List<Element> posts) {
    return posts.stream()
        .flatMap(post -> Optional.ofNullable(post.selectFirst("time[datetime]")).stream())
        .flatMap(time -> PublicationDateParser.find(time.attr("datetime")).stream())
        .map(PublicationDate::day)
        .sorted()
        .toList();
  }
}
