package org.dossier.ingestion.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The schema.org description of an article in a page's JSON-LD. Publishers maintain it for search
/// engines, so it is the most reliable source. Vocabulary: <https://schema.org/Article>.
final class JsonLd {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();
  private static final Set<String> OTHER_TYPES =
      Set.of("BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting");
  private static final int DEEPEST = 5;

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<JsonNode> articles = new ArrayList<>();
  private final List<JsonNode> pages = new ArrayList<>();

  private JsonLd() {}

  /// The descriptions of articles in `page`.
  static JsonLd of(Document page) {
    var found = new JsonLd();
    for (var script : page.select("script[type*=ld+json]")) {
      try {
        found.collect(JSON.readTree(script.data()), 0);
      } catch (JsonProcessingException e) {
        // A malformed script is skipped; others may be valid.
      }
    }
    return found;
  }

  /// The metadata of the article that the page is about; all values are absent if the page does not
  /// describe it.
  HtmlMetadata metadata(StoryIdentity identity, @Nullable Element heading) {
    return article(identity, heading)
        .map(article -> metadata(article, identity))
        .orElseGet(() -> pageMetadata(identity));
  }

  /// The dates of the page itself, which some systems state without describing the article.
  private HtmlMetadata pageMetadata(StoryIdentity identity) {
    var page =
        pages.stream()
            .filter(p -> identity.isAddress(address(p)) || identity.agrees(text(p, "name")))
            .findFirst();
    return new HtmlMetadata(
        null,
        null,
        List.of(),
        null,
        null,
        page.map(p -> day(p, "datePublished")).orElse(null),
        page.map(p -> day(p, "dateModified")).orElse(null));
  }

  /// The text of that article, which some pages publish only here; empty if it is not stated.
  Optional<String> body(StoryIdentity identity, @Nullable Element heading) {
    return article(identity, heading)
        .flatMap(article -> Optional.ofNullable(text(article, "articleBody")))
        .filter(body -> !body.isBlank());
  }

  /// True if that article is a live blog.
  boolean isLive(StoryIdentity identity, @Nullable Element heading) {
    return article(identity, heading)
        .filter(article -> types(article).anyMatch("LiveBlogPosting"::equals))
        .isPresent();
  }

  /// The description with the page's address, otherwise with its title, otherwise the only one if
  /// the page does not say which story is its own. A page may also describe related articles.
  private Optional<JsonNode> article(StoryIdentity identity, @Nullable Element heading) {
    var own = articles.stream().filter(article -> identity.isAddress(address(article))).toList();
    return (own.isEmpty() ? articles : own)
        .stream()
            .filter(article -> identity.agrees(headline(article, identity)))
            .max(
                Comparator.comparingDouble(
                    article -> identity.agreement(headline(article, identity))))
            .or(() -> own.stream().findFirst())
            .or(() -> articles.stream().filter(a -> headline(a, identity) == null).findFirst())
            .or(() -> heading == null ? articles.stream().findFirst() : Optional.empty());
  }

  /// The headline, or the name if only that is a title of the page; wikis describe the subject in
  /// the headline.
  private static @Nullable String headline(JsonNode article, StoryIdentity identity) {
    var headline = text(article, "headline");
    var name = text(article, "name");
    boolean byName = headline == null || (identity.agrees(name) && !identity.agrees(headline));
    return byName ? name : headline;
  }

  private void collect(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, depth + 1));
      return;
    }
    if (node.path("@id").isTextual() && node.size() > 1) {
      byId.putIfAbsent(node.path("@id").asText(), node);
    }
    if (isArticle(node)) {
      articles.add(node);
    } else if (types(node).anyMatch("WebPage"::equals)) {
      pages.add(node);
    }
    collect(node.path("@graph"), depth + 1);
    collect(node.path("mainEntity"), depth + 1);
  }

  private static boolean isArticle(JsonNode node) {
    return types(node).anyMatch(type -> type.endsWith("Article") || OTHER_TYPES.contains(type));
  }

  private static Stream<String> types(JsonNode node) {
    return each(node.path("@type"))
        .map(JsonNode::asText)
        .map(type -> type.substring(type.lastIndexOf('/') + 1));
  }

  private HtmlMetadata metadata(JsonNode article, StoryIdentity identity) {
    return new HtmlMetadata(
        headline(article, identity),
        names(article.path("publisher")).findFirst().orElse(null),
        names(article.path("author")).toList(),
        address(article),
        text(article, "inLanguage"),
        day(article, "datePublished"),
        day(article, "dateModified"));
  }

  /// A name is given as a string, as a named object, or as a reference to such an object.
  private Stream<String> names(JsonNode node) {
    return each(node).flatMap(named -> Stream.ofNullable(name(named)));
  }

  private @Nullable String name(JsonNode node) {
    if (node.isTextual()) {
      return unescape(node);
    }
    var named = node.has("name") ? node : byId.getOrDefault(node.path("@id").asText(), node);
    return text(named, "name");
  }

  private static @Nullable String address(JsonNode article) {
    var page = article.path("mainEntityOfPage");
    return Stream.of(article.path("url"), page, page.path("@id"), page.path("url"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(url -> url.startsWith("http"))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable PublicationDate day(JsonNode node, String field) {
    return Optional.ofNullable(text(node, field)).flatMap(PublicationDateParser::find).orElse(null);
  }

  private static @Nullable String text(JsonNode node, String... fields) {
    return Stream.of(fields)
        .flatMap(field -> each(node.path(field)))
        .filter(JsonNode::isTextual)
        .map(JsonLd::unescape)
        .findFirst()
        .orElse(null);
  }

  /// Many systems write `&amp;` here, although no markup is parsed.
  private static String unescape(JsonNode text) {
    return Parser.unescapeEntities(text.asText(), false);
  }

  private static Stream<JsonNode> each(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }
}
