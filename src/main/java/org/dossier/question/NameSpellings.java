package org.dossier.question;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dossier.archive.ArticleVersion;
import org.dossier.search.ArticleQuery;
import org.dossier.search.Filters;
import org.dossier.search.IndexSnapshot;
import org.dossier.search.ListedArticle;
import org.dossier.search.SimilarWord;
import org.dossier.text.LanguageDetector;
import org.dossier.text.LetterFolding;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;
import org.dossier.text.name.SoundKey;

/// Finds the other spellings that an archive has for the family names of a question: "Rouhani" for
/// "Ruhani". Two spellings are of one name if they sound the same, if the archive gives both the
/// same given name, if their articles share other names, and if no article has both: it would
/// distinguish two persons.
public final class NameSpellings {
  private static final int MIN_LENGTH = 5;
  private static final int MAX_EDITS = 2;

  /// The number of newest articles of a spelling that are read.
  private static final int ARTICLES = 5;

  /// The number of other names that the articles of both spellings have in common.
  private static final int SHARED_NAMES = 2;

  private final IndexSnapshot indexSnapshot;
  private final Function<Collection<String>, Map<String, ArticleVersion>> articles;

  /// @param articles the current versions of articles, by their ids
  public NameSpellings(
      IndexSnapshot indexSnapshot,
      Function<Collection<String>, Map<String, ArticleVersion>> articles) {
    this.indexSnapshot = indexSnapshot;
    this.articles = articles;
  }

  /// The other spellings of the names in `question`, as written in the archive; possibly empty.
  public List<String> of(String question) {
    var spellings = new LinkedHashSet<String>();
    for (var span : NameFinder.find(question)) {
      var name = PersonNames.withoutPossessive(span.of(question));
      var family = name.substring(name.lastIndexOf(' ') + 1);
      if (isCandidate(family)) {
        indexSnapshot.similarWords(family, MAX_EDITS, LanguageDetector.ENGLISH).stream()
            .map(SimilarWord::text)
            .filter(similar -> isCandidate(similar) && soundsLike(family, similar))
            .filter(similar -> isSamePerson(family, similar))
            .forEach(spellings::add);
      }
    }
    return List.copyOf(spellings);
  }

  private static boolean isCandidate(String word) {
    return word.length() >= MIN_LENGTH
        && Character.isUpperCase(word.codePointAt(0))
        && !word.equals(word.toUpperCase(Locale.ROOT))
        && word.codePoints().allMatch(Character::isLetter);
  }

  private static boolean soundsLike(String one, String other) {
    return !fold(one).equals(fold(other))
        && SoundKey.of(fold(one)).equals(SoundKey.of(fold(other)));
  }

  private static String fold(String word) {
    return LetterFolding.fold(word).toLowerCase(Locale.ROOT);
  }

  private boolean isSamePerson(String one, String other) {
    if (!list(one, other).isEmpty()) {
      return false;
    }
    var first = context(one);
    var second = context(other);
    return intersects(first.given(), second.given(), 1)
        && intersects(first.others(), second.others(), SHARED_NAMES);
  }

  private static boolean intersects(Set<String> one, Set<String> other, int least) {
    return one.stream().filter(other::contains).count() >= least;
  }

  private List<String> list(String... words) {
    return indexSnapshot
        .list(ArticleQuery.all(List.of(words), Filters.NONE), null, ARTICLES)
        .stream()
        .map(ListedArticle::id)
        .toList();
  }

  /// The names around a family name in the newest articles with it.
  ///
  /// @param given the given names before it
  /// @param others the other names
  private record Context(Set<String> given, Set<String> others) {}

  private Context context(String family) {
    var context = new Context(new HashSet<>(), new HashSet<>());
    for (var version : articles.apply(list(family)).values()) {
      var text = version.article().text();
      for (var span : NameFinder.find(text)) {
        add(context, PersonNames.withoutPossessive(span.of(text)), family);
      }
    }
    return context;
  }

  /// "Hassan Rouhani of Iran" is one name of the text.
  private static void add(Context context, String name, String family) {
    var words = List.of(name.split("\\s+"));
    int at = words.indexOf(family);
    if (at < 0) {
      context.others().add(fold(name));
      return;
    }
    if (at > 0) {
      context.given().add(fold(words.get(at - 1)));
    }
    if (at < words.size() - 1) {
      context.others().add(fold(words.getLast()));
    }
  }
}
