package org.dossier.ingestion.format;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// A feed in the format RSS 2.0, RSS 1.0 or Atom, with an article in each entry.
///
/// @param entries in the order of the feed
public record Feed(List<FeedEntry> entries) {
  private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "feed");

  /// Parses the feed in `content`.
  ///
  /// @param id the id of the file, with which the ids of its articles begin
  /// @throws RejectedArticleException if the file is no feed
  public static Feed of(String id, byte[] content) throws RejectedArticleException {
    var parser = Parser.xmlParser().setTrackPosition(true);
    var document = Jsoup.parse(TextDecoder.html(content), "", parser);
    document.outputSettings().prettyPrint(false);
    var root = document.children().stream().findFirst().orElse(document);
    if (!ROOTS.contains(root.tagName().toLowerCase(Locale.ROOT))) {
      throw new RejectedArticleException(
          0, null, "is no feed: it begins with <" + root.tagName() + ">, not <rss> or <feed>");
    }
    var feed = new FeedElement(root);
    var channel = feed.child("channel").orElse(feed);
    var shared = FeedChannel.of(channel);
    return new Feed(
        Stream.of(feed, channel)
            .distinct()
            .flatMap(parent -> Stream.of("item", "entry").flatMap(parent::children))
            .map(entry -> new FeedEntry(id, shared, entry))
            .toList());
  }
}
