package org.dossier.corpus;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.Furniture;
import org.dossier.text.Sentences;
import org.dossier.text.Span;

/// Cuts an article into passages: whole sentences, paragraphs kept together where they fit, page
/// furniture left out.
///
/// A passage has at most 150 words and 1,200 characters, unless a single sentence has more. It ends
/// where a paragraph ends once it is two thirds full, and always where furniture interrupts the
/// text. Passages do not overlap. In none of them are signs without words, and the title where the
/// text begins by repeating it (unless it says nothing else).
public final class Passages {
  /// Names the way of cutting; an index made with another one is built anew.
  public static final String SCHEME = "1";

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ENDING =
      Pattern.compile("[\\s\\p{Punct}]+$", Pattern.UNICODE_CHARACTER_CLASS);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Passages() {}

  /// The passages of `article`, in reading order; none where it is page furniture only. The same
  /// text gives the same passages until [#SCHEME] changes.
  public static List<Passage> of(Article article) {
    return of(article, Sentences.of(article.text()), Furniture.in(article.text()));
  }

  /// The same, with the sentences and the furniture of the article's text given, each in order.
  static List<Passage> of(Article article, List<Span> sentences, List<Span> furniture) {
    var cutter = new PassageCutter(article.text());
    int before = 0;
    for (var sentence : evidence(article, sentences, furniture)) {
      if (meets(furniture, new Span(before, sentence.start()))) {
        cutter.endPassage();
      }
      cutter.add(sentence);
      before = sentence.end();
    }
    return cutter.passages();
  }

  private static List<Span> evidence(Article article, List<Span> sentences, List<Span> furniture) {
    var evidence =
        sentences.stream()
            .filter(sentence -> !meets(furniture, sentence))
            .filter(sentence -> saysSomething(sentence.of(article.text())))
            .toList();
    var withoutTitle =
        evidence.stream().dropWhile(sentence -> repeatsTitle(article, sentence)).toList();
    return withoutTitle.isEmpty() ? evidence : withoutTitle;
  }

  private static boolean saysSomething(String sentence) {
    return sentence.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }

  /// Whether `sentence` is on a line, or is all of the lines, that say the title and no more.
  private static boolean repeatsTitle(Article article, Span sentence) {
    if (article.title() == null) {
      return false;
    }
    var text = article.text();
    int start = text.lastIndexOf('\n', sentence.start()) + 1;
    int end = text.indexOf('\n', sentence.end());
    var line = text.substring(start, end < 0 ? text.length() : end);
    return bare(line).equals(bare(article.title()));
  }

  private static String bare(String line) {
    var words = BLANKS.matcher(line).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return ENDING.matcher(words).replaceAll("");
  }

  /// Whether any of `spans` (in order, without overlap) overlaps `stretch`.
  private static boolean meets(List<Span> spans, Span stretch) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).end() <= stretch.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < spans.size() && spans.get(low).overlaps(stretch);
  }

  /// What a passage is embedded by and matched by beside its own words: title, publisher and date
  /// of its article, as far as they are known, as one line ("Title. Publisher, 11 November 2011."),
  /// and then the passage's sentences as another one.
  public static String inContext(Article article, Passage passage) {
    var words =
        passage.sentences().stream()
            .map(sentence -> BLANKS.matcher(sentence.of(article.text())).replaceAll(" "))
            .collect(Collectors.joining(" "));
    var context = context(article);
    return context.isEmpty() ? words : context + "\n" + words;
  }

  private static String context(Article article) {
    var source = new StringJoiner(", ");
    if (article.publisher() != null) {
      source.add(article.publisher());
    }
    if (article.published() != null) {
      source.add(DAY.format(article.published()));
    }
    var context = new StringJoiner(" ");
    if (article.title() != null) {
      context.add(closed(article.title()));
    }
    if (source.length() > 0) {
      context.add(closed(source.toString()));
    }
    return context.toString();
  }

  /// With a full stop, unless it ends like a sentence already.
  private static String closed(String part) {
    return part.matches(".*[.!?…。！？؟]$") ? part : part + ".";
  }
}
