package org.dossier.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerListener;
import org.dossier.answer.Citation;
import org.dossier.answer.CitedAnswer;
import org.dossier.answer.Related;
import org.dossier.chat.conversation.Feedback;
import org.dossier.chat.conversation.Reply;
import org.dossier.slack.queue.PendingReply;
import org.dossier.slack.reply.QuestionPort;
import org.jspecify.annotations.Nullable;

/// Gives scripted answers, under control of the test.
public final class ScriptedQuestionPort implements QuestionPort {
  private final Map<PendingReply.TurnId, Reply> kept = new ConcurrentHashMap<>();
  private final Map<PendingReply.TurnId, Feedback.Verdict> rated = new ConcurrentHashMap<>();
  private final List<Question> asked = new ArrayList<>();
  private final AtomicInteger conversations = new AtomicInteger();
  private final Semaphore mayTell = new Semaphore(0);
  private volatile boolean hold;
  private volatile Function<String, Answer> script =
      message ->
          SampleReplies.answerOf(List.of("You asked " + message.replaceAll("[.!?]", "") + "."));
  private volatile List<String> suggestions = List.of();

  /// A question that was asked.
  record Question(@Nullable String conversation, String message) {}

  /// Answers every question with `answers`.
  public ScriptedQuestionPort answerWith(Function<String, Answer> answers) {
    script = answers;
    return this;
  }

  ScriptedQuestionPort suggesting(String... questions) {
    suggestions = List.of(questions);
    return this;
  }

  /// Holds all statements and the end of the answer until [#release].
  public ScriptedQuestionPort hold() {
    hold = true;
    return this;
  }

  /// Releases this number of statements; the end of an answer counts as one.
  public void release(int statements) {
    mayTell.release(statements);
  }

  public void release() {
    hold = false;
    mayTell.release(1_000_000);
  }

  synchronized List<Question> asked() {
    return List.copyOf(asked);
  }

  Map<PendingReply.TurnId, Feedback.Verdict> rated() {
    return new HashMap<>(rated);
  }

  @Override
  public Reply ask(@Nullable String conversation, String message, AnswerListener listener) {
    synchronized (this) {
      asked.add(new Question(conversation, message));
    }
    var answer = script.apply(message);
    if (answer instanceof CitedAnswer cited) {
      release(cited, listener);
    }
    pause();
    var id = conversation == null ? "c" + conversations.incrementAndGet() : conversation;
    int turn = 1;
    while (kept.containsKey(new PendingReply.TurnId(id, turn))) {
      turn++;
    }
    var reply = new Reply(id, turn, message, answer, List.of());
    kept.put(new PendingReply.TurnId(id, turn), reply);
    return reply;
  }

  private void release(CitedAnswer answered, AnswerListener listener) {
    if (answered instanceof Related) {
      listener.related();
    }
    var reported = new HashSet<Integer>();
    for (var statement : answered.statements()) {
      pause();
      List<Citation> fresh =
          answered.citations().stream()
              .filter(citation -> statement.citations().contains(citation.number()))
              .filter(citation -> reported.add(citation.number()))
              .toList();
      listener.statement(statement, fresh);
    }
  }

  private void pause() {
    if (hold) {
      mayTell.acquireUninterruptibly();
    }
  }

  @Override
  public Optional<Reply> findReply(PendingReply.TurnId turn) {
    return Optional.ofNullable(kept.get(turn));
  }

  @Override
  public Optional<Reply> findLastReply(String conversation, String message, Instant since) {
    return Optional.empty();
  }

  @Override
  public List<String> followUps(PendingReply.TurnId turn) {
    return kept.get(turn) != null && kept.get(turn).answer() instanceof Abstained
        ? List.of()
        : suggestions;
  }

  @Override
  public void rate(PendingReply.TurnId turn, Feedback.Verdict verdict) {
    rated.put(turn, verdict);
  }
}
