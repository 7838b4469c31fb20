package org.dossier.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.answer.extraction.CandidateSentence;
import org.dossier.answer.extraction.Excerpt;
import org.dossier.answer.extraction.SentenceFeatures;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.archive.Passage;
import org.dossier.archive.PassageSplitter;
import org.dossier.retrieval.AnalyzedSentence;
import org.dossier.retrieval.Evidence;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;

/// Thousands of answers built from articles with awkward content of every kind; the seed is fixed.
class ExtractiveAnswerBuilderTest {
  private static final int ANSWERS = 5_000;
  private static final Pattern MARKER = Pattern.compile("\\[(\\p{Nd}+)]");
  private static final Pattern ADDED_DATE =
      Pattern.compile(" \\((?:\\d{1,2} )?[A-Z][a-z]+ \\d{4}\\)");

  private static final List<String> WORDS =
      List.of(
          "harbour",
          "bridge",
          "Lukarro",
          "signed",
          "21",
          "5,400",
          "on Friday",
          "last month",
          "12 May 2019",
          "July 13",
          "[1]",
          "[12]",
          "[٣]",
          "[[2]]",
          "[",
          "]",
          "(3)",
          "<b>",
          "&amp;",
          "“said”",
          "a\u00a0b",
          "e\u0301",
          "\u200fRTL",
          "سه‌شنبه",
          "پل بندر",
          "גשר",
          "桥梁",
          "😀",
          "👩‍👩‍👧",
          "𝔘𝔫𝔦",
          "\u202eabc\u202c",
          "\ufeff",
          "tab\there",
          "\u2028",
          "Dr. Noor");
  private static final List<String> ENDS =
      List.of(". ", ".\r\n", "!\n\n", "?\r\n\r\n", "。", " … ", "؟ ", ".[4] ", "\n");

  private final Random random = new Random(20_261_121);

  @Test
  void everyCitationIsExactAndEveryMarkerIsACitation() {
    int dated = 0;
    for (int i = 0; i < ANSWERS; i++) {
      var chosen = chosen();
      var reported = new ArrayList<Statement>();
      var answered =
          ExtractiveAnswerBuilder.answered(
              chosen.stream().map(sentence -> new Excerpt(List.of(sentence))).toList(),
              new AnswerMetadata(.9, AnswerOrigin.EXTRACTIVE, i),
              listener(reported));

      assertThat(answered.statements()).isEqualTo(reported).hasSameSizeAs(chosen);
      assertThat(markers(answered.text())).isEqualTo(numbers(answered));
      for (int n = 0; n < chosen.size(); n++) {
        checkCitation(answered.citations().get(n), chosen.get(n));
        checkStatement(answered, n);
      }
      dated += answered.text().contains("2024)") ? 1 : 0;
    }
    assertThat(dated).as("answers with a date in brackets").isGreaterThan(ANSWERS / 50);
  }

  private static void checkCitation(Citation citation, CandidateSentence sentence) {
    var text = citation.source().article().text();
    assertThat(citation.span()).isEqualTo(sentence.span());
    assertThat(citation.quote())
        .isEqualTo(text.substring(citation.span().start(), citation.span().end()))
        .isEqualTo(sentence.text());
  }

  /// The words are those of the article, except for white space, markers and dates in brackets.
  private static void checkStatement(Answered answered, int n) {
    var statement = answered.statements().get(n);
    assertThat(answered.spans().get(n).of(answered.text())).isEqualTo(statement.text());
    assertThat(MARKER.matcher(statement.text()).find()).isFalse();
    var withoutDates = ADDED_DATE.matcher(statement.text()).replaceAll("");
    assertThat(letters(withoutDates)).isEqualTo(letters(answered.citations().get(n).quote()));
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Set<Integer> markers(String text) {
    return MARKER
        .matcher(text)
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Integer> numbers(Answered answered) {
    return answered.citations().stream()
        .map(Citation::number)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static AnswerListener listener(List<Statement> reported) {
    return new AnswerListener() {
      @Override
      public void statement(Statement statement, List<Citation> citations) {
        reported.add(statement);
      }
    };
  }

  private List<CandidateSentence> chosen() {
    var chosen = new ArrayList<CandidateSentence>();
    while (chosen.isEmpty()) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        var source = article();
        PassageSplitter.split(source.article()).stream()
            .findAny()
            .ifPresent(passage -> chosen.add(candidate(source, passage)));
      }
    }
    return chosen;
  }

  private CandidateSentence candidate(ArticleVersion source, Passage passage) {
    var evidence = new Evidence(1, source, passage, new Evidence.Scores(1, 1, 1));
    Span span = passage.sentences().get(random.nextInt(passage.sentences().size()));
    var sentence = new AnalyzedSentence(span, Set.of(), 1, 1, 1);
    return new CandidateSentence(evidence, sentence, "", new SentenceFeatures(1, 0, 1, 1, 1, 1), 1);
  }

  private ArticleVersion article() {
    var text =
        "The bridge opened. "
            + IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(n -> sentence())
                .collect(Collectors.joining());
    var article =
        new Article(
            "a" + random.nextInt(9),
            null,
            null,
            List.of(),
            null,
            null,
            LocalDate.of(2024, 3, 8),
            false,
            null,
            text);
    return new ArticleVersion(article, article.version(), 1, Instant.EPOCH, Instant.EPOCH, true);
  }

  private String sentence() {
    return IntStream.range(0, 1 + random.nextInt(8))
            .mapToObj(n -> WORDS.get(random.nextInt(WORDS.size())))
            .collect(Collectors.joining(" "))
        + ENDS.get(random.nextInt(ENDS.size()));
  }
}
