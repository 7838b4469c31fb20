package org.dossier.chat.suggestion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answerer;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Clarification;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.conversation.ChatConfig;
import org.dossier.chat.conversation.Conversations;
import org.dossier.chat.conversation.Turn;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.sentence.SentenceSplitter;

/// Suggested follow-up questions. They are generated from the sentences next to those that an
/// answer cites, or, after an abstention, from the beginnings of the nearest articles. Each is
/// validated, so that the archive answers every suggested question. Safe for any number of threads.
@Singleton
public final class FollowUpQuestions {
  private final Conversations conversations;
  private final QuestionValidator questionValidator;
  private final int sentenceWindow;

  public FollowUpQuestions(
      Conversations conversations, Answerer answerer, ChatConfig config, Clock clock) {
    this.conversations = conversations;
    var followUps = config.followUps();
    var budget =
        new QuestionValidator.Budget(
            followUps.maxQuestions(),
            followUps.maxCandidates(),
            followUps.timeout(),
            followUps.minConfidence());
    this.questionValidator = new QuestionValidator(answerer, budget, clock);
    this.sentenceWindow = followUps.sentenceWindow();
  }

  /// The suggested questions after a turn; possibly empty. Takes at most the configured time.
  ///
  /// @throws UnknownConversationException if the conversation does not exist
  /// @throws UnknownTurnException if the conversation has no such turn
  public List<String> after(String conversation, int number) {
    var turn = conversations.turn(conversation, number);
    return switch (turn.reply().answer()) {
      case CitedAnswer answered -> after(answered, turn);
      case Clarification _ -> List.of();
      case About about -> about.examples();
      case Abstained abstained -> afterAbstention(abstained, turn.filters());
    };
  }

  private List<String> after(CitedAnswer given, Turn turn) {
    var asked = CandidateQuestion.normalize(turn.reply().question());
    var others =
        candidates(given).stream()
            .filter(candidate -> !CandidateQuestion.normalize(candidate.question()).equals(asked))
            .toList();
    return questionValidator.findGood(
        others,
        turn.filters(),
        answered ->
            answered.citations().stream()
                .noneMatch(citation -> overlapsAny(citation, given.citations())));
  }

  private List<String> afterAbstention(Abstained abstained, Filters filters) {
    var candidates =
        abstained.nearest().stream()
            .flatMap(source -> CandidateQuestion.leading(source, sentenceWindow).stream())
            .toList();
    return questionValidator.findGood(
        CandidateQuestion.distinct(candidates), filters, answered -> true);
  }

  private static boolean overlapsAny(Citation citation, List<Citation> given) {
    return given.stream()
        .anyMatch(before ->
            before.source().version().equals(citation.source().version())
                && before.source().article().id().equals(citation.source().article().id())
                && before.span().overlaps(citation.span()));
  }

  /// The candidates, those from the sentences nearest to a cited one first.
  private List<CandidateQuestion> candidates(CitedAnswer answered) {
    var questions = new ArrayList<CandidateQuestion>();
    for (var nearbySentence : nearbySentences(answered)) {
      for (var question : QuestionGenerator.generate(nearbySentence.words())) {
        questions.add(
            new CandidateQuestion(question, nearbySentence.article(), nearbySentence.span()));
      }
    }
    return CandidateQuestion.distinct(questions);
  }

  private record NearbySentence(String article, Span span, String words, int distance) {}

  private List<NearbySentence> nearbySentences(CitedAnswer answered) {
    Map<String, ArticleVersion> articles = new LinkedHashMap<>();
    for (var citation : answered.citations()) {
      var source = citation.source();
      if (source.current() && CandidateQuestion.isEnglish(source)) {
        articles.putIfAbsent(source.article().id(), source);
      }
    }
    var nearby = new ArrayList<NearbySentence>();
    articles
        .values()
        .forEach(source -> nearby.addAll(nearbySentences(source, citedSpans(source, answered))));
    nearby.sort(Comparator.comparingInt(NearbySentence::distance));
    return nearby;
  }

  private List<NearbySentence> nearbySentences(ArticleVersion source, Set<Span> cited) {
    var text = source.article().text();
    var sentences = SentenceSplitter.split(text);
    var places = new ArrayList<Integer>();
    for (int i = 0; i < sentences.size(); i++) {
      var sentence = sentences.get(i);
      if (cited.stream().anyMatch(sentence::overlaps)) {
        places.add(i);
      }
    }
    var nearby = new ArrayList<NearbySentence>();
    for (int i = 0; i < sentences.size(); i++) {
      int at = i;
      int distance =
          places.stream().mapToInt(place -> Math.abs(place - at)).min().orElse(Integer.MAX_VALUE);
      if (distance > 0 && distance <= sentenceWindow) {
        var span = sentences.get(i);
        nearby.add(new NearbySentence(source.article().id(), span, span.of(text), distance));
      }
    }
    return nearby;
  }

  private static Set<Span> citedSpans(ArticleVersion source, CitedAnswer answered) {
    var spans = new LinkedHashSet<Span>();
    answered.citations().stream()
        .filter(citation -> citation.source().article().id().equals(source.article().id()))
        .forEach(citation -> spans.add(citation.span()));
    return spans;
  }
}
