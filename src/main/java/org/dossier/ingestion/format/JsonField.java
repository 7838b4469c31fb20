package org.dossier.ingestion.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A field of an article in JSON, under its own name and under those that other programs give it:
/// schema.org, JSON Feed, WordPress, and common exports of content management systems.
enum JsonField {
  ID("id identifier guid _id slug"),
  TITLE("title headline"),
  PUBLISHER("publisher source publication"),
  AUTHORS("authors author creator"),
  URL("url link permalink canonical_url"),
  LANGUAGE("language lang inLanguage"),
  PUBLISHED(
      "published datePublished date_published publishedAt published_at publication_date pubDate date"),
  UPDATED("updated dateModified date_modified updatedAt updated_at modified"),
  TEXT("text articleBody content_html content_text content body body_text");

  private static final Map<String, Name> NAMES = names();

  private final String names;

  /// @param names its own name, then the others, with spaces between them
  JsonField(String names) {
    this.names = names;
  }

  /// A name of a field.
  ///
  /// @param rank 0 for its own name, and higher for names that count less if several are present
  record Name(JsonField field, int rank) {
    boolean isOwn() {
      return rank == 0;
    }
  }

  /// The field of this name; empty if no field has it. Names differ by case.
  static Optional<Name> named(String name) {
    return Optional.ofNullable(NAMES.get(name));
  }

  /// Its own name.
  String label() {
    return all().getFirst();
  }

  /// True if a whole number is a value of it: an id, or the time since 1970.
  boolean mayBeNumber() {
    return this == ID || this == PUBLISHED || this == UPDATED;
  }

  private List<String> all() {
    return List.of(names.split(" ", -1));
  }

  private static Map<String, Name> names() {
    var found = new HashMap<String, Name>();
    for (var field : values()) {
      var all = field.all();
      for (int rank = 0; rank < all.size(); rank++) {
        found.put(all.get(rank), new Name(field, rank));
      }
    }
    return found;
  }
}
