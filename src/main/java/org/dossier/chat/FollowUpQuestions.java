package org.dossier.chat;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answered;
import org.dossier.answer.Answerer;
import org.dossier.answer.Citation;
import org.dossier.corpus.ArticleVersion;
import org.dossier.index.Filters;
import org.dossier.retrieval.Question;
import org.dossier.text.Sentences;
import org.dossier.text.Span;

/// Questions to ask next: made from what stands beside the words that an answer cites, and each
/// tried, so that none is suggested that the archive does not answer. Safe for any number of
/// threads.
@Singleton
public final class FollowUpQuestions {
  private final Conversations conversations;
  private final Answerer answerer;
  private final ChatConfig.FollowUps config;
  private final Clock clock;

  public FollowUpQuestions(
      Conversations conversations, Answerer answerer, ChatConfig config, Clock clock) {
    this.conversations = conversations;
    this.answerer = answerer;
    this.config = config.followUps();
    this.clock = clock;
  }

  /// What can be asked after a turn; empty after an abstention. Takes as long as the configuration
  /// allows, and no longer.
  ///
  /// @throws UnknownConversationException if there is no such conversation
  /// @throws UnknownTurnException if it has no such turn
  public List<String> after(String conversation, int number) {
    var turn = conversations.turn(conversation, number);
    return switch (turn.reply().answer()) {
      case Answered answered -> tried(candidates(answered), answered, turn);
      case Abstained _ -> List.of();
    };
  }

  /// A question, and the words that should answer it.
  private record Candidate(String question, String article, Span sentence) {}

  private List<String> tried(List<Candidate> candidates, Answered given, Turn turn) {
    var deadline = clock.instant().plus(config.patience());
    var found = new ArrayList<String>();
    for (var candidate : candidates.stream().limit(config.tries()).toList()) {
      if (found.size() == config.most() || clock.instant().isAfter(deadline)) {
        break;
      }
      boolean asked = plain(candidate.question()).equals(plain(turn.reply().question()));
      if (!asked && isAnswered(candidate, given, turn.filters())) {
        found.add(candidate.question());
      }
    }
    return List.copyOf(found);
  }

  /// Whether the archive answers the question surely, with the words that it was made from, and
  /// with none that were given already.
  private boolean isAnswered(Candidate candidate, Answered given, Filters filters) {
    var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    var question = new Question(candidate.question(), filters, today);
    return switch (answerer.extracted(question)) {
      case Abstained _ -> false;
      case Answered answered ->
          answered.confidence() >= config.confidence()
              && cites(answered.citations(), candidate)
              && answered.citations().stream()
                  .noneMatch(citation -> isAmong(citation, given.citations()));
    };
  }

  private static boolean cites(List<Citation> citations, Candidate candidate) {
    return citations.stream()
        .anyMatch(citation ->
            citation.source().article().id().equals(candidate.article())
                && citation.span().overlaps(candidate.sentence()));
  }

  private static boolean isAmong(Citation citation, List<Citation> given) {
    return given.stream()
        .anyMatch(before ->
            before.source().version().equals(citation.source().version())
                && before.source().article().id().equals(citation.source().article().id())
                && before.span().overlaps(citation.span()));
  }

  /// From the sentences nearest to what is cited first.
  private List<Candidate> candidates(Answered answered) {
    var questions = new LinkedHashMap<String, Candidate>();
    for (var near : near(answered)) {
      for (var question : QuestionForms.answeredBy(near.words())) {
        questions.putIfAbsent(
            plain(question), new Candidate(question, near.article(), near.span()));
      }
    }
    return List.copyOf(questions.values());
  }

  private record Near(String article, Span span, String words, int distance) {}

  private List<Near> near(Answered answered) {
    Map<String, ArticleVersion> articles = new LinkedHashMap<>();
    for (var citation : answered.citations()) {
      var source = citation.source();
      if (source.current() && isEnglish(source)) {
        articles.putIfAbsent(source.article().id(), source);
      }
    }
    var near = new ArrayList<Near>();
    articles.values().forEach(source -> near.addAll(near(source, cited(source, answered))));
    near.sort(Comparator.comparingInt(Near::distance));
    return near;
  }

  private List<Near> near(ArticleVersion source, Set<Span> cited) {
    var text = source.article().text();
    var sentences = Sentences.of(text);
    var places = new ArrayList<Integer>();
    for (int i = 0; i < sentences.size(); i++) {
      var sentence = sentences.get(i);
      if (cited.stream().anyMatch(sentence::overlaps)) {
        places.add(i);
      }
    }
    var near = new ArrayList<Near>();
    for (int i = 0; i < sentences.size(); i++) {
      int at = i;
      int distance =
          places.stream().mapToInt(place -> Math.abs(place - at)).min().orElse(Integer.MAX_VALUE);
      if (distance > 0 && distance <= config.reach()) {
        var span = sentences.get(i);
        near.add(new Near(source.article().id(), span, span.of(text), distance));
      }
    }
    return near;
  }

  private static Set<Span> cited(ArticleVersion source, Answered answered) {
    var spans = new LinkedHashSet<Span>();
    answered.citations().stream()
        .filter(citation -> citation.source().article().id().equals(source.article().id()))
        .forEach(citation -> spans.add(citation.span()));
    return spans;
  }

  /// Other languages' questions are made otherwise; none is better than a bad one.
  private static boolean isEnglish(ArticleVersion source) {
    var language = source.article().language();
    return language == null || language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  private static String plain(String question) {
    return question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
