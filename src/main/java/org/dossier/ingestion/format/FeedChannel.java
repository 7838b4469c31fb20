package org.dossier.ingestion.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The properties of a feed that its entries need not repeat.
///
/// @param title the name of the publisher; `null` if unknown
/// @param authors those of entries without their own; possibly empty
/// @param language `null` if unknown
record FeedChannel(@Nullable String title, List<String> authors, @Nullable String language) {
  /// The form of authors in RSS 2.0: "news@gazette.example (Ada Lowe)".
  private static final Pattern ADDRESS_WITH_NAME =
      Pattern.compile("\\S{1,200}@\\S{1,200}\\s{0,9}\\(([^()]{1,300})\\)");

  /// The greatest length of an address with a name.
  private static final int MAX_NAME = 800;

  static FeedChannel of(FeedElement channel) {
    return new FeedChannel(
        channel.text("title").map(FieldText::line).orElse(null),
        authors(channel),
        channel.text("language", "dc:language").orElse(channel.attribute("xml:lang")));
  }

  /// The authors that an entry or a channel states.
  static List<String> authors(FeedElement element) {
    return Stream.of("dc:creator", "author", "itunes:author")
        .map(name ->
            element.children(name).map(FeedChannel::name).filter(n -> !n.isBlank()).toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static String name(FeedElement author) {
    var name = author.text("name").orElse(author.text());
    var mail = ADDRESS_WITH_NAME.matcher(name);
    return FieldText.line(name.length() <= MAX_NAME && mail.matches() ? mail.group(1) : name);
  }
}
