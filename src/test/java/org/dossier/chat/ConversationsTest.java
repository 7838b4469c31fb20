package org.dossier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dossier.answer.Abstained;
import org.dossier.answer.Answer;
import org.dossier.answer.Answered;
import org.dossier.answer.AnsweredBy;
import org.dossier.answer.Citation;
import org.dossier.answer.Statement;
import org.dossier.answer.Support;
import org.dossier.corpus.Archive;
import org.dossier.corpus.Article;
import org.dossier.corpus.ArticleVersion;
import org.dossier.corpus.Database;
import org.dossier.text.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private Database database;
  private Archive archive;
  private Conversations conversations;

  @BeforeEach
  void open() {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneOffset.UTC);
    database = Database.open(folder.resolve("archive.db"));
    archive = new Archive(database, clock);
    conversations = new Conversations(database, archive, new Limits(2_000, 3), clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aTurnComesBackAsItWasKept() {
    var bridge = put("bridge", "The bridge reopened. It took nine weeks.");
    var answer =
        answered(
            List.of(statement("It took nine weeks.", 1), statement("The bridge reopened.", 2)),
            List.of(new Citation(1, bridge, new Span(21, 40)), citation(2, bridge)));

    var id = conversations.begin(asked("When?", answer));

    assertThat(conversations.find(id).orElseThrow())
        .isEqualTo(
            new Conversation(
                id,
                List.of(new Turn("When?", START, new Reply(id, 1, "When?", answer, List.of())))));
  }

  @Test
  void anAbstentionComesBackWithTheNearestArticlesThatAreStillThere() {
    var bridge = put("bridge", "The bridge reopened.");
    var harbour = put("harbour", "The harbour is busy.");
    var abstained = abstained(List.of(harbour, bridge));
    var id = conversations.begin(asked("Who?", abstained));

    archive.delete("harbour");

    assertThat(onlyAnswer(id)).isEqualTo(abstained(List.of(bridge)));
  }

  @Test
  void aStatementIsDroppedWithItsSourceAndTheOthersAreNumberedAnew() {
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
    var id = conversations.begin(asked("What?", answer));

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
  void anAnswerWithoutAnySourceLeftIsWithdrawn() {
    var bridge = put("bridge", "The bridge reopened.");
    var id =
        conversations.begin(
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
  void anAnswerGoesOnCitingTheVersionThatItWasGivenFrom() {
    var bridge = put("bridge", "The bridge reopened.");
    var id =
        conversations.begin(
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
  void turnsAddedAtOnceGetNumbersOfTheirOwn() throws Exception {
    var roomy =
        new Conversations(
            database, archive, new Limits(2_000, 50), Clock.fixed(now, ZoneOffset.UTC));
    var id = roomy.begin(asked("1", abstained(List.of())));
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
  void aFullConversationTakesNoMoreTurns() {
    var id = conversations.begin(asked("1", abstained(List.of())));
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
  void aConversationEndsItsTimeAfterTheLastTurn() {
    var id = conversations.begin(asked("1", abstained(List.of())));
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
  void whatIsKeptNoLongerIsDeletedHourByHour() {
    conversations.clear();
    conversations.begin(asked("1", abstained(List.of())));
    now = START.plus(Duration.ofDays(31));

    conversations.clear();
    assertThat(rows("conversation")).isZero();
    assertThat(rows("turn")).isZero();

    conversations.begin(asked("2", abstained(List.of())));
    now = now.plus(Duration.ofMinutes(59));
    conversations.clear();
    assertThat(rows("turn")).isOne();
  }

  @Test
  void aDeletedConversationIsGoneWithItsTurns() {
    var id = conversations.begin(asked("1", abstained(List.of())));
    var other = conversations.begin(asked("1", abstained(List.of())));

    assertThat(conversations.delete(id)).isTrue();

    assertThat(conversations.delete(id)).isFalse();
    assertThat(conversations.find(id)).isEmpty();
    assertThat(conversations.find(other)).isPresent();
    assertThat(rows("turn")).isOne();
  }

  @Test
  void idsAreLongAndNeverTheSame() {
    var ids =
        IntStream.range(0, 100)
            .mapToObj(i -> conversations.begin(asked("1", abstained(List.of()))))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(ConversationIds::isOne);
  }

  private int rows(String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Integer.class).one());
  }

  private Answer onlyAnswer(String id) {
    return conversations.find(id).orElseThrow().turns().getFirst().reply().answer();
  }

  private ArticleVersion put(String id, String text) {
    archive.put(
        List.of(new Article(id, null, null, List.of(), null, null, null, false, null, text)));
    return archive.find(id).orElseThrow();
  }

  private Conversations.Exchange asked(String message, Answer answer) {
    return new Conversations.Exchange(now, message, message, answer);
  }

  private static Statement statement(String text, Integer... citations) {
    return new Statement(text, List.of(citations), Support.VERBATIM);
  }

  private static Citation citation(int number, ArticleVersion source) {
    return new Citation(number, source, new Span(0, source.article().text().indexOf('.') + 1));
  }

  private static Answered answered(List<Statement> statements, List<Citation> citations) {
    return new Answered(statements, citations, 0.75, AnsweredBy.EXTRACTIVE, 7);
  }

  private static Abstained abstained(List<ArticleVersion> nearest) {
    return new Abstained(
        Abstained.Reason.NOT_MENTIONED, "Not mentioned.", nearest, 0, AnsweredBy.EXTRACTIVE, 7);
  }

  private record Limits(int messageLimit, int turnsLimit) implements ChatConfig {
    @Override
    public Duration keep() {
      return Duration.ofDays(30);
    }
  }
}
