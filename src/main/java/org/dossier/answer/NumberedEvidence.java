package org.dossier.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.llm.CitableDocument;
import org.dossier.question.CitedSentences;
import org.dossier.retrieval.Evidence;
import org.dossier.text.InvisibleCharacters;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.dossier.text.date.DateFinder;
import org.dossier.text.date.DateRange;

/// The evidence in the form that an LLM receives: sentences numbered from 1 under the title,
/// publisher and day of their article. Articles are in the order of their best evidence, sentences
/// in the order of the article.
///
/// No content can imitate this structure: each sentence is one line, numbers in square brackets are
/// only ours, and invisible characters are removed.
///
/// @param lines in the order of their numbers
record NumberedEvidence(List<Line> lines) {
  // English has about four characters per token, other scripts one or two.
  private static final double TOKENS_PER_ASCII = 0.25;
  private static final double TOKENS_PER_OTHER = 0.7;

  private static final Pattern NUMBER = Pattern.compile("[\\[【]\\s*(\\^?\\p{Nd}[^\\]】]{0,20})[]】]");

  NumberedEvidence {
    lines = List.copyOf(lines);
  }

  /// One sentence of the evidence.
  ///
  /// @param number the number by which the LLM refers to it
  /// @param evidence the passage that contains it
  /// @param span its place in the text of its article
  record Line(int number, Evidence evidence, Span span) {
    ArticleVersion source() {
      return evidence.source();
    }

    private boolean isIn(CitedSentences cited) {
      return cited.contains(source().article().id(), source().version(), span);
    }

    /// The exact words.
    String text() {
      return span.of(source().article().text());
    }

    /// The sentence as the LLM receives it, with its relative dates resolved.
    String textForModel() {
      return plain(DateAnnotator.annotate(source().article(), span));
    }

    private String textWithNumber() {
      return "[%d] %s".formatted(number, textForModel());
    }
  }

  /// @param evidence best first
  /// @param budget the maximum number of tokens, by our estimate; the best passage is always
  ///   included whole
  static NumberedEvidence of(List<Evidence> evidence, int budget) {
    var byArticle = new LinkedHashMap<String, List<Line>>();
    double tokens = 0;
    for (var passage : evidence) {
      tokens += tokens(passage.text()) + tokens(headline(passage.source().article()));
      if (tokens > budget && !byArticle.isEmpty()) {
        break;
      }
      var lines =
          byArticle.computeIfAbsent(passage.source().article().id(), id -> new ArrayList<>());
      passage.passage().sentences().stream()
          .map(span -> new Line(0, passage, span))
          .filter(line -> !plain(line.text()).isEmpty())
          .forEach(lines::add);
    }
    return new NumberedEvidence(number(byArticle.values()));
  }

  private static List<Line> number(Iterable<? extends List<Line>> articles) {
    var numbered = new ArrayList<Line>();
    for (var lines : articles) {
      lines.sort(Comparator.comparing(Line::span));
      lines.forEach(
          line -> numbered.add(new Line(numbered.size() + 1, line.evidence(), line.span())));
    }
    return numbered;
  }

  /// The evidence without the sentences that were cited before.
  NumberedEvidence without(CitedSentences cited) {
    return cited.isEmpty()
        ? this
        : new NumberedEvidence(
            number(
                byArticle().values().stream()
                    .map(lines ->
                        lines.stream()
                            .filter(line -> !line.isIn(cited))
                            .collect(Collectors.toCollection(ArrayList::new)))
                    .toList()));
  }

  /// The same sentences, those of the newest article first; undated articles are last.
  NumberedEvidence newestFirst() {
    return new NumberedEvidence(
        number(
            byArticle().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Article.BY_PUBLICATION.reversed()))
                .map(entry -> new ArrayList<>(entry.getValue()))
                .toList()));
  }

  /// The line with this number; empty if no line has it.
  Optional<Line> line(int number) {
    return number >= 1 && number <= lines.size()
        ? Optional.of(lines.get(number - 1))
        : Optional.empty();
  }

  /// The evidence as text for the prompt.
  String text() {
    return byArticle().entrySet().stream()
        .map(entry ->
            headline(entry.getKey())
                + "\n"
                + entry.getValue().stream()
                    .map(Line::textWithNumber)
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n\n"));
  }

  /// The evidence for an LLM with a citation API of its own.
  List<CitableDocument> citable() {
    return byArticle().entrySet().stream()
        .map(entry ->
            new CitableDocument(
                plain(entry.getKey().headline()),
                source(entry.getKey()),
                entry.getValue().stream()
                    .map(line -> new CitableDocument.Sentence(line.number(), line.textForModel()))
                    .toList()))
        .toList();
  }

  private Map<Article, List<Line>> byArticle() {
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                line -> line.source().article(), LinkedHashMap::new, Collectors.toList()));
  }

  private static String headline(Article article) {
    return "Article: "
        + plain(article.headline())
        + (article.publisher() == null ? ", " : " — ")
        + source(article);
  }

  private static String source(Article article) {
    var publisher = article.publisher() == null ? "" : plain(article.publisher()) + ", ";
    if (article.published() == null) {
      return publisher + "day of publication unknown";
    }
    var day = DateFinder.format(DateRange.day(article.published()));
    return publisher + "published " + day + (article.publishedInferred() ? " (inferred)" : "");
  }

  private static double tokens(String text) {
    long ascii = text.chars().filter(c -> c < 128).count();
    return TOKENS_PER_ASCII * ascii + TOKENS_PER_OTHER * (text.length() - ascii);
  }

  static String plain(String words) {
    var folded = WhiteSpace.normalize(InvisibleCharacters.remove(words));
    return NUMBER.matcher(folded).replaceAll("($1)");
  }
}
