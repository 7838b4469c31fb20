package org.dossier.ingestion.html;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The statements of a page about which story it publishes: its titles and its address. A page may
/// hold further stories, whose headlines and descriptions do not agree with these statements.
final class StoryIdentity {
  private static final double AGREEMENT = 0.5;
  private static final double CONTAINED = 0.75;
  private static final double SAME = 0.75;
  private static final int FEWEST_CONTAINED = 3;
  private static final int MOST_HEADINGS = 200;
  private static final int LONGEST_HEADLINE = 500;
  private static final String TITLES =
      "meta[property=og:title], meta[name=og:title], meta[name=twitter:title]";
  private static final String ADDRESSES = "link[rel=canonical], meta[property=og:url]";
  private static final Pattern HOST =
      Pattern.compile("^(?:https?:)?//([^/?#]*)", Pattern.CASE_INSENSITIVE);

  /// Words, and single characters of scripts without spaces.
  private static final Pattern WORD =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern LIVE =
      Pattern.compile(
          "\\b(?:live ?-?blog|live updates?|as it happened|minute by minute|live ticker)\\b"
              + "|^live\\s*[:|–—-]",
          Pattern.CASE_INSENSITIVE);

  private final List<Set<String>> titles;
  private final Set<String> addresses;
  private final boolean live;

  private StoryIdentity(List<Set<String>> titles, Set<String> addresses, boolean live) {
    this.titles = titles;
    this.addresses = addresses;
    this.live = live;
  }

  static StoryIdentity of(Document page) {
    var texts = new ArrayList<String>(page.select(TITLES).eachAttr("content"));
    texts.add(page.title());
    // Word boundaries are searched in quadratic time after combining marks.
    texts.removeIf(text -> text.length() > LONGEST_HEADLINE);
    var titles =
        texts.stream().map(StoryIdentity::words).filter(words -> !words.isEmpty()).toList();
    var addresses =
        page.select(ADDRESSES).stream()
            .map(e -> e.nameIs("link") ? e.attr("href") : e.attr("content"))
            .filter(address -> !address.isBlank())
            .map(StoryIdentity::plain)
            .collect(Collectors.toSet());
    return new StoryIdentity(
        titles, addresses, texts.stream().anyMatch(text -> LIVE.matcher(text).find()));
  }

  /// True if the title says that the page is a live blog.
  boolean isLive() {
    return live;
  }

  /// True if `headline` is one of the page's titles in the same or in similar words.
  boolean agrees(@Nullable String headline) {
    return agreement(headline) >= AGREEMENT;
  }

  /// The heading, if the title of the page agrees with it and the stated `title` with neither: that
  /// is then one for social media. Otherwise empty.
  Optional<String> shownTitle(@Nullable String title, String pageTitle, @Nullable Element heading) {
    return Optional.ofNullable(heading)
        .filter(h -> h.nameIs("h1"))
        .map(Element::text)
        .filter(shown -> !shown.isBlank() && pageTitle.startsWith(shown))
        .filter(shown -> title != null && agreement(words(title), words(shown)) < AGREEMENT)
        .filter(_ -> title != null && agreement(words(title), words(pageTitle)) < AGREEMENT);
  }

  /// True if `headline` is the heading of the story in other words, and not the headline of another
  /// story on the same subject.
  boolean isSame(Element headline, Element heading) {
    return agreement(headline.text()) >= SAME * agreement(heading.text());
  }

  /// True if `address` is that of the page; false if it is another one or the page states none.
  boolean isAddress(@Nullable String address) {
    return address != null && addresses.contains(plain(address));
  }

  /// True if a link leads to another page of the same site.
  boolean isOtherPage(String href) {
    var link = href.strip();
    if (link.isEmpty()
        || link.startsWith("#")
        || link.matches("(?i)(?:mailto|javascript|tel):.*")) {
      return false;
    }
    var host = HOST.matcher(link);
    var plain = plain(link);
    if (!host.find()) {
      return addresses.stream().noneMatch(own -> own.endsWith(plain));
    }
    return !addresses.contains(plain)
        && (addresses.isEmpty()
            || addresses.stream().anyMatch(own -> host(own).equals(host(plain))));
  }

  /// The heading of the story; empty if no heading agrees with the page's titles.
  Optional<Element> heading(Element body) {
    return body.select("h1, h2, h3, [itemprop=headline]").stream()
        .limit(MOST_HEADINGS)
        .filter(h -> agrees(h.text()))
        .max(
            Comparator.<Element, Boolean>comparing(h -> !HtmlBoilerplateRemover.isBoilerplate(h))
                .thenComparingDouble(h -> agreement(h.text()))
                .thenComparing(h -> h.nameIs("h1")));
  }

  /// The share of words in common with the page's titles: 1 for the same words in any order.
  double agreement(@Nullable String headline) {
    if (headline == null) {
      return 0;
    }
    var words = words(headline);
    return titles.stream().mapToDouble(title -> agreement(title, words)).max().orElse(0);
  }

  private static double agreement(Set<String> title, Set<String> words) {
    long common = words.stream().filter(title::contains).count();
    int shorter = Math.min(title.size(), words.size());
    double dice = 2.0 * common / Math.max(1, title.size() + words.size());
    boolean contained = shorter >= FEWEST_CONTAINED && common >= CONTAINED * shorter;
    return contained ? Math.max(AGREEMENT, dice) : dice;
  }

  private static Set<String> words(String text) {
    if (text.length() > LONGEST_HEADLINE) {
      return Set.of();
    }
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return WORD.matcher(plain)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String host(String plainAddress) {
    int slash = plainAddress.indexOf('/');
    return slash < 0 ? plainAddress : plainAddress.substring(0, slash);
  }

  private static String plain(String address) {
    return address
        .strip()
        .replaceFirst("[?#].*$", "")
        .replaceFirst("(?i)^(?:https?:)?//(?:www\\.)?", "")
        .replaceFirst("/$", "");
  }

  /// The addresses that an element states as its own.
  static Stream<String> ownAddresses(Element element) {
    return Stream.of("data-url", "data-href", "data-permalink", "data-article-url", "itemid")
        .map(element::attr)
        .filter(value -> value.contains("/"));
  }
}
