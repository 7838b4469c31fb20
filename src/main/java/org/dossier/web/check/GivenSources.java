package org.dossier.web.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.dossier.archive.Article;
import org.dossier.archive.InvalidArticleException;
import org.dossier.verification.Source;
import org.jspecify.annotations.Nullable;

/// Reader of the sources given with a text, which are searched like the articles of the archive.
public final class GivenSources {
  /// Every sentence of the text is compared with every sentence of the sources.
  static final int MAX_LENGTH = 200_000;

  private static final int MAX_TITLE = 1_000;

  private GivenSources() {}

  /// @return the sources in the form of articles whose ids are their numbers; empty if none is
  ///   given
  static List<Article> read(JsonNode root) {
    var articles = new ArrayList<Article>();
    long length = 0;
    for (var source : CitedAnswerReader.sources(root).entrySet()) {
      length += source.getValue().text().length();
      articles.add(article(source.getKey(), source.getValue()));
    }
    if (length > MAX_LENGTH) {
      throw new InvalidAnswerException(
          "sources: have %d characters together; the limit is %d".formatted(length, MAX_LENGTH));
    }
    return articles;
  }

  /// The source in the form of an article whose id is `number`.
  ///
  /// @throws InvalidAnswerException if it cannot have that form, for example without a word
  public static Article article(int number, Source source) {
    try {
      return new Article(
          String.valueOf(number),
          title(source.context()),
          null,
          List.of(),
          null,
          null,
          source.published(),
          false,
          null,
          source.text());
    } catch (InvalidArticleException e) {
      throw new InvalidAnswerException(
          "sources: the source %d is invalid: %s".formatted(number, e.getMessage()), e);
    }
  }

  private static @Nullable String title(String context) {
    if (context.length() <= MAX_TITLE) {
      return context;
    }
    boolean splits = Character.isHighSurrogate(context.charAt(MAX_TITLE - 1));
    return context.substring(0, splits ? MAX_TITLE - 1 : MAX_TITLE);
  }
}
