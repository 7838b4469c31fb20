package org.dossier.archive;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.Span;
import org.dossier.text.boilerplate.BoilerplateDetector;
import org.dossier.text.sentence.SentenceSplitter;

/// A splitter of articles into passages: whole sentences, paragraphs kept together if they fit,
/// page boilerplate left out.
///
/// A passage has at most 150 words and 1,200 characters, unless a single sentence has more. It ends
/// with a paragraph once it is two thirds full. It also ends at boilerplate that interrupts the
/// text, and before a paragraph in another language, for the first 5,000 interruptions. Passages do
/// not overlap. They leave out characters without words, and the title if the text begins by
/// repeating it (unless the text has nothing else).
public final class PassageSplitter {
  /// The version of the splitting scheme; an index made with another version is rebuilt.
  public static final String SCHEME = "5";

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /// Matches only at the start of a run: tried at every position of a long run, it would take
  /// quadratic time.
  private static final Pattern ENDING =
      Pattern.compile("(?<![\\s\\p{Punct}])[\\s\\p{Punct}]++$", Pattern.UNICODE_CHARACTER_CLASS);

  private static final String ENDS_OF_SENTENCES = ".!?…。！？؟";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private PassageSplitter() {}

  /// The passages of `article`, in reading order; empty if it contains boilerplate only. The same
  /// text gives the same passages until [#SCHEME] changes.
  public static List<Passage> split(Article article) {
    return split(
        article,
        SentenceSplitter.split(article.text()),
        BoilerplateDetector.detect(article.text()));
  }

  /// The same with given sentences and boilerplate of the article's text, each in order.
  static List<Passage> split(Article article, List<Span> sentences, List<Span> boilerplate) {
    var cutter = new PassageBuilder(article.text());
    var languages = new ArticleLanguage(article);
    var language = languages.language();
    var line = new Span(0, 0);
    int before = 0;
    for (var sentence : evidence(article, sentences, boilerplate)) {
      var nextLine = lineOf(sentence, line, article.text());
      var next = nextLine.equals(line) ? language : languages.of(nextLine, language);
      if (!next.equals(language) || overlapsAny(boilerplate, new Span(before, sentence.start()))) {
        cutter.interrupt();
      }
      cutter.add(sentence);
      before = sentence.end();
      language = next;
      line = nextLine;
    }
    return cutter.passages();
  }

  private static List<Span> evidence(
      Article article, List<Span> sentences, List<Span> boilerplate) {
    var evidence =
        sentences.stream()
            .filter(sentence -> !overlapsAny(boilerplate, sentence))
            .filter(sentence -> hasWords(sentence.of(article.text())))
            .toList();
    var withoutTitle = evidence.subList(titleSentences(article, evidence), evidence.size());
    return withoutTitle.isEmpty() ? evidence : withoutTitle;
  }

  private static boolean hasWords(String sentence) {
    return sentence.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }

  /// The number of the first `sentences` that lie on a line, or make up all of the lines, that
  /// contain the title and nothing else.
  private static int titleSentences(Article article, List<Span> sentences) {
    if (article.title() == null) {
      return 0;
    }
    var text = article.text();
    var title = normalize(article.title());
    var titleLine = new Span(0, 0);
    for (int i = 0; i < sentences.size(); i++) {
      var line = lineOf(sentences.get(i), titleLine, text);
      // A line of many sentences is compared once.
      if (!line.equals(titleLine) && !normalize(line.of(text)).equals(title)) {
        return i;
      }
      titleLine = line;
    }
    return sentences.size();
  }

  /// The lines that `sentence` is on.
  ///
  /// @param before the lines of the preceding sentence
  private static Span lineOf(Span sentence, Span before, String text) {
    if (before.contains(sentence) && text.indexOf('\n', before.start(), sentence.start()) < 0) {
      return before;
    }
    int start = text.lastIndexOf('\n', sentence.start()) + 1;
    int end = text.indexOf('\n', sentence.end());
    return new Span(start, end < 0 ? text.length() : end);
  }

  private static String normalize(String line) {
    var words = BLANKS.matcher(line).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return ENDING.matcher(words).replaceAll("");
  }

  /// True if any of `spans` (in order, without overlap) overlaps `stretch`.
  private static boolean overlapsAny(List<Span> spans, Span stretch) {
    return Span.firstOverlapping(spans, stretch) != null;
  }

  /// The text by which a passage is embedded, and matched in addition to its own words. The first
  /// line is the title, publisher and date of its article, as far as they are known ("Title.
  /// Publisher, 11 November 2011."); the second line is the passage's sentences.
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
      context.add(withFinalPunctuation(article.title()));
    }
    if (source.length() > 0) {
      context.add(withFinalPunctuation(source.toString()));
    }
    return context.toString();
  }

  /// Adds a full stop, unless `part` already ends like a sentence.
  private static String withFinalPunctuation(String part) {
    char last = part.charAt(part.length() - 1);
    return ENDS_OF_SENTENCES.indexOf(last) >= 0 ? part : part + ".";
  }
}
