package org.dossier.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.dossier.answer.About;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.AnswerMetadata;
import org.dossier.answer.AnswerOrigin;
import org.dossier.answer.Answered;
import org.dossier.answer.Citation;
import org.dossier.answer.Clarification;
import org.dossier.answer.Note;
import org.dossier.answer.Related;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.archive.Archive;
import org.dossier.archive.Article;
import org.dossier.archive.ArticleVersion;
import org.dossier.chat.ChatSettings;
import org.dossier.chat.rewriting.HistoryTurn;
import org.dossier.database.Database;
import org.dossier.database.Storage;
import org.dossier.question.QuestionKind;
import org.dossier.search.Filters;
import org.dossier.text.Span;
import org.dossier.text.date.DateRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Storage.class)
class ConversationsTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
  private static final Filters FILTERS =
      new Filters(
          LocalDate.parse("2011-01-01"),
          null,
          Set.of("Tehran Times", "IPSC"),
          LocalDate.parse("2013-01-01"));

  private final Storage storage;

  @TempDir Path folder;
  private Instant now = START;
  private Database database;
  private Archive archive;
  private Conversations conversations;

  ConversationsTest(Storage storage) {
    this.storage = storage;
  }

  @BeforeEach
  void open() {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneOffset.UTC);
    database = storage.open(folder);
    archive = new Archive(database, clock);
    conversations = new Conversations(database, archive, limits(3), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void storedTurnIsReadBackUnchanged() {
    var bridge = put("bridge", "The bridge reopened. It took nine weeks.");
    var answer =
        answered(
            List.of(statement("It took nine weeks.", 1), statement("The bridge reopened.", 2)),
            List.of(new Citation(1, bridge, new Span(21, 40)), citation(2, bridge)));

    var id = begin(asked("When?", answer));

    assertThat(conversations.find(id).orElseThrow())
        .isEqualTo(
            new Conversation(
                id,
                List.of(
                    new Turn(
                        "When?",
                        FILTERS,
                        START,
                        new Reply(id, 1, "When?", answer, List.of()),
                        List.of(),
                        null))));
  }

  @Test
  void everyOutcomeIsReadBackUnchangedWithItsMetadata() {
    var bridge = put("bridge", "The bridge reopened.");
    var statements = List.of(statement("The bridge reopened.", 1));
    var citations = List.of(citation(1, bridge));
    var metadata =
        new AnswerMetadata(
            QuestionKind.TIMELINE,
            new DateRange(LocalDate.parse("2013-01-01"), LocalDate.parse("2013-12-31")),
            0.5,
            AnswerOrigin.EXTRACTIVE,
            7,
            List.of(
                new Note(Note.Type.SPELLING, "Showing results for “bridge”.", List.of("bridge")),
                new Note(Note.Type.LANGUAGE, "By keywords only.", List.of())));
    var outcomes =
        List.of(
            new Answered(statements, citations, metadata),
            new Related(statements, citations, metadata),
            new Clarification("Which bridge?", List.of("The old one?", "The new one?"), metadata),
            new About("Hello.", List.of("When did the bridge reopen?"), metadata),
            new Abstained(
                Abstained.Reason.WEAK_EVIDENCE, "Not answered.", List.of(bridge), metadata));

    for (var outcome : outcomes) {
      var id = begin(asked("When?", outcome));
      conversations.rate(id, 1, Feedback.Verdict.DOWN, "no");
      conversations.eraseWithdrawn();

      var turn = conversations.find(id).orElseThrow().turns().getFirst();
      assertThat(turn.reply().answer()).isEqualTo(outcome);
      assertThat(turn.lost()).isEmpty();
      assertThat(turn.feedback()).isEqualTo(new Feedback(Feedback.Verdict.DOWN, "no", START));
    }
  }

  @Test
  void relatedStatementsAreDroppedWithTheirSourceAndErased() {
    var bridge = put("bridge", "The bridge reopened with xylophones.");
    var market = put("market", "The market moved.");
    var metadata = new AnswerMetadata(0.4, AnswerOrigin.EXTRACTIVE, 7);
    var id =
        begin(
            asked(
                "What?",
                new Related(
                    List.of(
                        statement("The bridge reopened with xylophones.", 1),
                        statement("The market moved.", 2)),
                    List.of(citation(1, bridge), citation(2, market)),
                    metadata)));

    archive.delete("bridge");

    var left =
        new Related(
            List.of(statement("The market moved.", 1)), List.of(citation(1, market)), metadata);
    assertThat(onlyAnswer(id)).isEqualTo(left);
    conversations.eraseWithdrawn();
    assertThat(onDisk()).doesNotContain("xylophones").contains("The market moved.");
    assertThat(onlyAnswer(id)).isEqualTo(left);
    archive.delete("market");
    assertThat(onlyAnswer(id))
        .isInstanceOfSatisfying(
            Abstained.class,
            abstained -> assertThat(abstained.reason()).isEqualTo(Abstained.Reason.WITHDRAWN));
  }

  @Test
  void abstentionIsReadBackWithExistingNearestArticles() {
    var bridge = put("bridge", "The bridge reopened.");
    var harbour = put("harbour", "The harbour is busy.");
    var abstained = abstained(List.of(harbour, bridge));
    var id = begin(asked("Who?", abstained));

    archive.delete("harbour");

    assertThat(onlyAnswer(id)).isEqualTo(abstained(List.of(bridge)));
  }

  @Test
  void replyAboutTheArchiveIsReadBackUntilAMentionedArticleIsWithdrawn() {
    var bridge = put("bridge", "The bridge reopened.");
    var about =
        new About(
            "The newest article is “The bridge reopened.”",
            List.of("When did it reopen?"),
            List.of(bridge),
            new AnswerMetadata(1, AnswerOrigin.EXTRACTIVE, 1));
    var id = begin(asked("What is the newest article?", about));

    assertThat(onlyAnswer(id)).isEqualTo(about);

    archive.delete("bridge");

    assertThat(onlyAnswer(id))
        .isInstanceOfSatisfying(
            Abstained.class,
            abstained -> assertThat(abstained.reason()).isEqualTo(Abstained.Reason.WITHDRAWN));
    assertThat(onDisk()).doesNotContain("reopen");
  }

  @Test
  void choicesOfAQuestionBackAreErasedWithAMentionedArticle() {
    var bridge = put("bridge", "Ada Hill opened the bridge.");
    var metadata = new AnswerMetadata(0.5, AnswerOrigin.EXTRACTIVE, 1);
    var clarification =
        new Clarification(
            "Which Hill do you mean?", List.of("Who is Ada Hill?"), List.of(bridge), metadata);
    var id = begin(asked("Who is Hill?", clarification));

    assertThat(onlyAnswer(id)).isEqualTo(clarification);

    archive.delete("bridge");

    assertThat(onlyAnswer(id))
        .isEqualTo(new Clarification("Which Hill do you mean?", List.of(), metadata));
    assertThat(onDisk()).doesNotContain("Ada");
  }

  @Test
  void standaloneQuestionsOfAMessageAreErasedWithTheSourceOfItsAnswer() {
    var bridge = put("bridge", "Ada Hill opened the bridge.");
    var answer =
        answered(
            List.of(statement("Ada Hill opened the bridge.", 1)), List.of(citation(1, bridge)));
    var message = "Who opened the bridge? How old is she?";
    var id =
        begin(
            new Conversations.NewTurn(
                START,
                message,
                "Who opened the bridge? How old is Ada Hill?",
                FILTERS,
                answer,
                null));

    archive.delete("bridge");
    conversations.eraseWithdrawn();

    assertThat(conversations.find(id).orElseThrow().turns().getFirst().reply().question())
        .isEqualTo(message);
    assertThat(onDisk()).doesNotContain("Ada");
  }

  @Test
  void statementIsDroppedWithItsSourceAndTheRestRenumbered() {
    var bridge = put("bridge", "The bridge reopened.");
    var harbour = put("harbour", "The harbour is busy.");
    var market = put("market", "The market moved.");
    var answer =
        answered(
            List.of(
                statement("The harbour is busy near the bridge.", 1, 2),
                statement("The market moved.", 3),
                statement("The bridge reopened near the market.", 2, 3)),
            List.of(citation(1, harbour), citation(2, bridge), citation(3, market)));
    var id = begin(asked("What?", answer));

    archive.delete("harbour");

    assertThat(onlyAnswer(id))
        .isEqualTo(
            answered(
                List.of(
                    statement("The market moved.", 1),
                    statement("The bridge reopened near the market.", 1, 2)),
                List.of(citation(1, market), citation(2, bridge))));
  }

  @Test
  void answerWithoutRemainingSourcesIsWithdrawn() {
    var bridge = put("bridge", "The bridge reopened.");
    var id =
        begin(
            asked(
                "When?",
                answered(
                    List.of(statement("The bridge reopened.", 1)), List.of(citation(1, bridge)))));

    archive.delete("bridge");

    assertThat(onlyAnswer(id))
        .isInstanceOfSatisfying(
            Abstained.class,
            abstained -> {
              assertThat(abstained.reason()).isEqualTo(Abstained.Reason.WITHDRAWN);
              assertThat(abstained.nearest()).isEmpty();
            });
  }

  @Test
  void answerKeepsCitingItsOriginalVersion() {
    var bridge = put("bridge", "The bridge reopened.");
    var id =
        begin(
            asked(
                "When?",
                answered(
                    List.of(statement("The bridge reopened.", 1)), List.of(citation(1, bridge)))));

    put("bridge", "The bridge is closed again.");

    assertThat(onlyAnswer(id))
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              var citation = answered.citations().getFirst();
              assertThat(citation.quote()).isEqualTo("The bridge reopened.");
              assertThat(citation.source().version()).isEqualTo(bridge.version());
              assertThat(citation.source().current()).isFalse();
            });
  }

  @Test
  void withdrawnTextIsErasedFromDiskAndReported() {
    var bridge = put("bridge", "The bridge reopened with xylophones.");
    var market = put("market", "The market moved.");
    var id =
        begin(
            asked(
                "What?",
                answered(
                    List.of(
                        statement("The bridge reopened with xylophones.", 1),
                        statement("The market moved.", 2)),
                    List.of(citation(1, bridge), citation(2, market)))));
    conversations.add(
        id,
        new Conversations.NewTurn(
            now, "Why those?", "Why the xylophones?", FILTERS, abstained(List.of()), null));

    archive.delete("bridge");
    conversations.eraseWithdrawn();

    assertThat(onDisk()).doesNotContain("xylophones").contains("The market moved.");
    var turns = conversations.find(id).orElseThrow().turns();
    assertThat(turns.getFirst().lost())
        .containsExactly(new UnavailableSource("bridge", UnavailableSource.Reason.WITHDRAWN));
    assertThat(turns.getFirst().reply().answer())
        .isEqualTo(
            answered(List.of(statement("The market moved.", 1)), List.of(citation(1, market))));
    assertThat(turns.get(1).reply().question()).isEqualTo("Why those?");
  }

  @Test
  void erasedTextStaysErasedIfTheArticleReturns() {
    var text = "The bridge reopened with xylophones.";
    var id =
        begin(
            asked(
                "What?",
                answered(List.of(statement(text, 1)), List.of(citation(1, put("bridge", text))))));
    archive.delete("bridge");
    conversations.eraseWithdrawn();

    put("bridge", text);

    assertThat(onlyAnswer(id)).isInstanceOf(Abstained.class);
  }

  @Test
  void oldTextOfAReingestedArticleIsErased() {
    var bridge = put("bridge", "The bridge reopened with xylophones.");
    begin(
        asked(
            "What?",
            answered(
                List.of(statement("The bridge reopened with xylophones.", 1)),
                List.of(citation(1, bridge)))));

    archive.delete("bridge");
    put("bridge", "The bridge is closed.");
    conversations.eraseWithdrawn();

    assertThat(onDisk()).doesNotContain("xylophones");
  }

  @Test
  void articleWithdrawnDuringTheAnswerIsNotStored() {
    var bridge = put("bridge", "The bridge reopened with xylophones.");
    archive.delete("bridge");
    conversations.eraseWithdrawn();

    begin(
        asked(
            "What?",
            answered(
                List.of(statement("The bridge reopened with xylophones.", 1)),
                List.of(citation(1, bridge)))));

    assertThat(onDisk()).doesNotContain("xylophones");
  }

  @Test
  void withdrawalByAnotherProcessIsErased() {
    var bridge = put("bridge", "The bridge reopened with xylophones.");
    begin(
        asked(
            "What?",
            answered(
                List.of(statement("The bridge reopened with xylophones.", 1)),
                List.of(citation(1, bridge)))));
    archive.delete("bridge");

    elsewhere(others -> others.eraseWithdrawn());

    assertThat(onDisk()).doesNotContain("xylophones");
  }

  @Test
  void keyLockedByAnotherProcessIsAwaited() {
    assumeThat(storage).isEqualTo(Storage.POSTGRESQL);
    var key = new IdempotencyKey("a".repeat(22));
    var tries = new AtomicInteger();

    try (var _ = conversations.lock(key, () -> fail("no process holds the lock yet"))) {
      elsewhere(others ->
          assertThatThrownBy(() -> others.lock(key, () -> giveUpAfter(tries, 3)))
              .hasMessage("not before it is done"));
    }

    assertThat(tries).hasValue(3);
    elsewhere(others -> others.lock(key, () -> fail("the lock was released")).close());
  }

  private static void giveUpAfter(AtomicInteger tries, int most) {
    if (tries.incrementAndGet() == most) {
      throw new IllegalStateException("not before it is done");
    }
  }

  /// Runs `work` with the conversations of another process on the archive.
  private void elsewhere(Consumer<Conversations> work) {
    var own = storage.inAnotherProcess(database, folder);
    try {
      var clock = Clock.fixed(now, ZoneOffset.UTC);
      work.accept(new Conversations(own, new Archive(own, clock), limits(3), clock));
    } finally {
      if (own != database) {
        own.close();
      }
    }
  }

  @Test
  void replacedSourceIsReportedAndNotUsedForContext() {
    var bridge = put("bridge", "The bridge reopened.");
    var id =
        begin(
            asked(
                "When?",
                answered(
                    List.of(statement("The bridge reopened.", 1)), List.of(citation(1, bridge)))));

    put("bridge", "The bridge is closed again.");

    var turn = conversations.find(id).orElseThrow().turns().getFirst();
    assertThat(turn.lost())
        .containsExactly(new UnavailableSource("bridge", UnavailableSource.Reason.REPLACED));
    var historyTurn = HistoryTurn.of(turn);
    assertThat(historyTurn.statements()).isEmpty();
    assertThat(historyTurn.headlines()).isEmpty();
    assertThat(historyTurn.cited())
        .extracting(source -> source.article().id())
        .containsExactly("bridge");
  }

  @Test
  void conversationIsListedOnlyUnderItsClientSecret() {
    var key = new ClientSecret("a".repeat(22));
    var first = conversations.begin(asked("The first?", abstained(List.of())), key);
    now = now.plusSeconds(1);
    var second = conversations.begin(asked("The second?", abstained(List.of())), key);
    begin(asked("Nobody's?", abstained(List.of())));
    conversations.begin(
        asked("Another's?", abstained(List.of())), new ClientSecret("b".repeat(22)));
    now = now.plusSeconds(1);
    conversations.add(first, asked("And?", abstained(List.of())));

    assertThat(conversations.list(key, 10))
        .containsExactly(
            new ConversationSummary(first, "The first?", 2, START, now),
            new ConversationSummary(
                second, "The second?", 1, START.plusSeconds(1), START.plusSeconds(1)));
    assertThat(conversations.list(key, 1))
        .extracting(ConversationSummary::id)
        .containsExactly(first);
    assertThat(conversations.list(new ClientSecret("c".repeat(22)), 10)).isEmpty();
    assertThat(onDisk()).doesNotContain(key.secret());
  }

  @Test
  void leastRecentlyUsedConversationsAreDeletedFirst() {
    var few =
        new Conversations(
            database,
            archive,
            ChatSettings.with(Map.of("max-conversations", "2")),
            Clock.fixed(now, ZoneOffset.UTC));
    var ids = new ArrayList<String>();
    for (int i = 0; i < 2; i++) {
      now = now.plusSeconds(1);
      ids.add(begin(asked("?", abstained(List.of()))));
    }
    now = now.plusSeconds(1);
    conversations.add(ids.getFirst(), asked("?", abstained(List.of())));

    ids.add(few.begin(asked("?", abstained(List.of())), null));

    assertThat(conversations.find(ids.get(0))).isPresent();
    assertThat(conversations.find(ids.get(1))).isEmpty();
    assertThat(conversations.find(ids.get(2))).isPresent();
    assertThat(rows("conversation")).isEqualTo(2);
  }

  @Test
  void laterFeedbackReplacesEarlierFeedback() {
    var id = begin(asked("1", abstained(List.of())));

    conversations.rate(id, 1, Feedback.Verdict.UP, "thanks");
    now = now.plusSeconds(5);
    conversations.rate(id, 1, Feedback.Verdict.DOWN, null);

    assertThat(conversations.find(id).orElseThrow().turns().getFirst().feedback())
        .isEqualTo(new Feedback(Feedback.Verdict.DOWN, null, now));
    assertThat(rows("feedback")).isOne();
    assertThatThrownBy(() -> conversations.rate(id, 2, Feedback.Verdict.UP, null))
        .isInstanceOf(UnknownTurnException.class);
    assertThatThrownBy(() -> conversations.rate("nobody", 1, Feedback.Verdict.UP, null))
        .isInstanceOf(UnknownConversationException.class);
    assertThatThrownBy(() -> conversations.rate(id, 1, Feedback.Verdict.UP, "x".repeat(2_001)))
        .isInstanceOfSatisfying(
            InvalidMessageException.class,
            invalid -> assertThat(invalid.field()).isEqualTo("comment"));
    conversations.delete(id);
    assertThat(rows("feedback")).isZero();
  }

  @Test
  void concurrentTurnsGetDistinctNumbers() throws Exception {
    var roomy = new Conversations(database, archive, limits(50), Clock.fixed(now, ZoneOffset.UTC));
    var id = roomy.begin(asked("1", abstained(List.of())), null);
    var adding =
        IntStream.rangeClosed(2, 50)
            .<Callable<Integer>>mapToObj(
                i -> () -> roomy.add(id, asked("" + i, abstained(List.of()))))
            .toList();

    var numbers = new ArrayList<Integer>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> added : threads.invokeAll(adding)) {
        numbers.add(added.get());
      }
    }

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 50).boxed().toList());
    assertThat(roomy.find(id).orElseThrow().turns())
        .extracting(turn -> turn.reply().turn())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  void fullConversationRejectsFurtherTurns() {
    var id = begin(asked("1", abstained(List.of())));
    conversations.add(id, asked("2", abstained(List.of())));
    conversations.add(id, asked("3", abstained(List.of())));

    assertThatThrownBy(() -> conversations.checkOpen(id))
        .isInstanceOfSatisfying(
            InvalidMessageException.class,
            full -> {
              assertThat(full.field()).isEqualTo("conversation");
              assertThat(full.limit()).hasValue(3);
            });
    assertThatThrownBy(() -> conversations.add(id, asked("4", abstained(List.of()))))
        .isInstanceOf(InvalidMessageException.class);
    assertThat(conversations.find(id).orElseThrow().turns()).hasSize(3);
  }

  @Test
  void conversationExpiresAfterItsLastTurn() {
    var id = begin(asked("1", abstained(List.of())));
    now = START.plus(Duration.ofDays(20));
    conversations.add(id, asked("2", abstained(List.of())));
    now = START.plus(Duration.ofDays(50));
    assertThat(conversations.find(id)).isPresent();

    now = START.plus(Duration.ofDays(50)).plusMillis(1);

    assertThat(conversations.find(id)).isEmpty();
    assertThatThrownBy(() -> conversations.checkOpen(id))
        .isInstanceOf(UnknownConversationException.class);
  }

  @Test
  void expiredConversationsAreDeletedHourly() {
    conversations.purgeExpired();
    begin(asked("1", abstained(List.of())));
    for (int day = 1; day <= 31; day++) {
      now = START.plus(Duration.ofDays(day));
      conversations.purgeExpired();
    }
    assertThat(rows("conversation")).isZero();
    assertThat(rows("turn")).isZero();

    begin(asked("2", abstained(List.of())));
    now = now.plus(Duration.ofMinutes(59));
    conversations.purgeExpired();
    assertThat(rows("turn")).isOne();
  }

  @Test
  void clockJumpDeletesNothing() {
    conversations.purgeExpired();
    var id = begin(asked("1", abstained(List.of())));
    now = START.plus(Duration.ofDays(40));
    conversations.purgeExpired();
    begin(asked("2", abstained(List.of())));
    assertThat(conversations.find(id)).isEmpty();

    now = START.plus(Duration.ofMinutes(1));
    conversations.purgeExpired();

    assertThat(conversations.find(id)).isPresent();
    assertThat(rows("conversation")).isEqualTo(2);
  }

  @Test
  void deletingAConversationDeletesItsTurns() {
    var id = begin(asked("1", abstained(List.of())));
    var other = begin(asked("1", abstained(List.of())));

    assertThat(conversations.delete(id)).isTrue();

    assertThat(conversations.delete(id)).isFalse();
    assertThat(conversations.find(id)).isEmpty();
    assertThat(conversations.find(other)).isPresent();
    assertThat(rows("turn")).isOne();
  }

  @Test
  void idsAreLongAndUnique() {
    var ids =
        IntStream.range(0, 100).mapToObj(i -> begin(asked("1", abstained(List.of())))).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(ConversationIds::isValid);
  }

  private String begin(Conversations.NewTurn newTurn) {
    return conversations.begin(newTurn, null);
  }

  private int rows(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  /// All text in the rows of conversations and turns.
  private String onDisk() {
    return database.read(handle ->
        handle.createQuery("SELECT * FROM turn").mapToMap().list().toString()
            + handle.createQuery("SELECT * FROM conversation").mapToMap().list());
  }

  private Answer onlyAnswer(String id) {
    return conversations.find(id).orElseThrow().turns().getFirst().reply().answer();
  }

  private ArticleVersion put(String id, String text) {
    archive.put(
        List.of(new Article(id, null, null, List.of(), null, null, null, false, null, text)));
    return archive.find(id).orElseThrow();
  }

  private Conversations.NewTurn asked(String message, Answer answer) {
    return new Conversations.NewTurn(now, message, message, FILTERS, answer, null);
  }

  private static Statement statement(String text, Integer... citations) {
    return new Statement(text, List.of(citations), Support.VERBATIM);
  }

  private static Citation citation(int number, ArticleVersion source) {
    return new Citation(number, source, new Span(0, source.article().text().indexOf('.') + 1));
  }

  private static Answered answered(List<Statement> statements, List<Citation> citations) {
    return new Answered(
        statements, citations, new AnswerMetadata(0.75, AnswerOrigin.EXTRACTIVE, 7));
  }

  private static Abstained abstained(List<ArticleVersion> nearest) {
    return new Abstained(
        Abstained.Reason.NOT_MENTIONED,
        "Not mentioned.",
        nearest,
        new AnswerMetadata(0, AnswerOrigin.EXTRACTIVE, 7));
  }

  private static ChatConfig limits(int turns) {
    return ChatSettings.with(Map.of("max-turns", String.valueOf(turns)));
  }
}
