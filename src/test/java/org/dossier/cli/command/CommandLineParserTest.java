package org.dossier.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void defaultCommandIsServe() {
    assertThat(command()).isInstanceOf(ServeCommand.class);
  }

  @Test
  void questionNeedsNoQuotationMarks() {
    var ask = (AskCommand) command("ask", "When", "did", "they", "sign?", "--json");
    assertThat(ask.question()).isEqualTo("When did they sign?");
    assertThat(ask.json).isTrue();
  }

  @Test
  void questionMayStartWithAnAtSign() {
    assertThat(((AskCommand) command("ask", "@reuters said what?")).question())
        .isEqualTo("@reuters said what?");
  }

  @Test
  void answerToCheckMayComeFromStandardInput() {
    var check = (CheckAnswerCommand) command("check-answer", "-", "--json");
    assertThat(check.file).isEqualTo("-");
    assertThat(check.json).isTrue();
    assertThat(check.settings()).doesNotContainKey("dossier.data");
  }

  @Test
  void messagesHaveOneKindOfQuotationMarks() {
    assertError("Unknown options: ‘--prot’, ‘8’", "serve", "--prot", "8");
    assertError("Missing required parameter: ‘QUESTION’", "ask");
  }

  @Test
  void aMissingBackupIsReportedBeforeAnythingIsCreated() {
    assertError("There is no backup file ‘no-such.backup’", "restore", "no-such.backup");
  }

  @Test
  void fittingWeightsRequiresClaims() {
    assertThat(((EvalCheckCommand) command("eval-check", "--seed", "7")).seed).isEqualTo(7);
    assertError("--fit requires --claims", "eval-check", "--fit");
  }

  @Test
  void calibrationAsksWithoutThreshold() {
    assertThat(command("calibrate", "--data", "town").settings())
        .containsEntry("dossier.answer.min-confidence", "0");
    assertError("--questions must be at least 20: 19", "calibrate", "--questions", "19");
    assertError("--overclaimed must be from 0 to 100: 101", "calibrate", "--overclaimed", "101");
  }

  @Test
  void filterOptionsBecomeFilters() {
    var ask =
        (AskCommand)
            command(
                "ask",
                "What?",
                "--from",
                "2011-11-01",
                "--to",
                "2011-11-30",
                "--publisher",
                "A B",
                "--publisher",
                "C");
    var filters = ask.filters.filters();
    assertThat(filters.publishedFrom()).isEqualTo(LocalDate.of(2011, 11, 1));
    assertThat(filters.publishedTo()).isEqualTo(LocalDate.of(2011, 11, 30));
    assertThat(filters.publishers()).containsExactlyInAnyOrder("A B", "C");
  }

  @Test
  void periodMayBeYearsAndMonths() {
    var ask = (AskCommand) command("ask", "What?", "--from", "2011", "--to", "2012-02");
    assertThat(ask.filters.filters().publishedFrom()).isEqualTo(LocalDate.of(2011, 1, 1));
    assertThat(ask.filters.filters().publishedTo()).isEqualTo(LocalDate.of(2012, 2, 29));
    var search = (SearchCommand) command("search", "What?", "--from=2011-08", "--to=2011");
    assertThat(search.filters.filters().publishedFrom()).isEqualTo(LocalDate.of(2011, 8, 1));
    assertThat(search.filters.filters().publishedTo()).isEqualTo(LocalDate.of(2011, 12, 31));
    assertError("‘2011-13’ is not a date", "ask", "What?", "--to", "2011-13");
    assertError("‘2011-02-29’ is not a date", "ask", "What?", "--to", "2011-02-29");
  }

  @Test
  void optionsMayPrecedeTheCommand() {
    var ask = (AskCommand) command("--verbose", "--data", "town", "ask", "Who?");
    assertThat(ask.question()).isEqualTo("Who?");
    assertThat(ask.settings())
        .containsEntry("dossier.data", Path.of("town").toAbsolutePath().toString())
        .containsEntry("dossier.verbose", "true");
    assertThat(((AskCommand) command("--data=town", "ask", "--", "--who?")).question())
        .isEqualTo("--who?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--data town", "--demo", "--port 9000", "--verbose --port 9000"})
  void optionsWithoutACommandAreThoseOfServe(String line) {
    assertThat(command(line.split(" "))).isInstanceOf(ServeCommand.class);
  }

  @Test
  void demoOptionBecomesASetting() {
    assertThat(command("serve", "--demo").settings()).containsEntry("dossier.demo", "true");
    assertThat(command("ask", "Who?").settings()).doesNotContainKey("dossier.demo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-h", "help", "ask -h", "help ask", "-h ask", "help tokens add", "--verbose -h"})
  void helpIsFoundInEveryUsualWay(String line) {
    assertThat(read(line.split(" "))).isEqualTo(new CommandLineParser.Exit(0));
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: ./dossier");
    assertThat(err.size()).isZero();
  }

  @Test
  void modelOptionBecomesASetting() {
    assertThat(command("ask", "What?", "--model", "ollama:m").settings())
        .containsEntry("dossier.model", "ollama:m");
    assertThat(command("models", "--model", "none").settings())
        .containsEntry("dossier.model", "none");
    assertThat(command("ask", "What?").settings()).doesNotContainKey("dossier.model");
  }

  @Test
  void serveOptionsBecomeSettings() {
    assertThat(command("serve", "--port", "9000", "--host", "0.0.0.0").settings())
        .containsEntry("quarkus.http.port", "9000")
        .containsEntry("quarkus.http.host", "0.0.0.0");
  }

  @Test
  void embeddingWorkerOpensNoPort() {
    var embed = (EmbedCommand) command("embed", "--once");
    assertThat(embed.once).isTrue();
    assertThat(embed.settings()).containsEntry("quarkus.http.host-enabled", "false");
    assertThat(((EmbedCommand) command("embed")).once).isFalse();
    assertError("Unknown command ‘articles’", "embed", "articles");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "search", "index"})
  void onlyServingOpensAPort(String name) {
    assertThat(command(name, "something").settings())
        .containsEntry("quarkus.http.host-enabled", "false");
  }

  @Test
  void dataFolderIsResolvedAgainstTheWorkingFolder() {
    assertThat(command("ask", "What?", "--data", "elsewhere").settings())
        .containsEntry("dossier.data", Path.of("elsewhere").toAbsolutePath().toString());
  }

  @Test
  void helpListsTheCommandsOfProgramAndLauncher() {
    assertThat(read("--help")).isEqualTo(new CommandLineParser.Exit(0));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("serve", "index", "ask", "search", "embed", "build", "test")
        .doesNotContain("aot-record");
    assertThat(err.size()).isZero();
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(read("ask", "--help")).isEqualTo(new CommandLineParser.Exit(0));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--publisher", "3   the archive");
  }

  @Test
  void misspeltCommandGetsASuggestion() {
    assertError("Did you mean: ./dossier serve?", "serv");
    assertError("Did you mean: ./dossier ask?", "aks");
    assertError("Did you mean: ./dossier tokens revoke?", "tokens", "revok");
  }

  @Test
  void unknownCommandIsReported() {
    assertError("Unknown command ‘frobnicate’", "frobnicate");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Did you mean");
  }

  @Test
  void misspeltOptionGetsASuggestion() {
    assertError("--publisher", "ask", "What?", "--publishr", "Reuters");
  }

  @Test
  void errorRefersToHelp() {
    assertError("‘./dossier index --help’ shows the usage", "index");
  }

  @Test
  void invalidDateIsRejected() {
    assertError(
        "‘11 November’ is not a date such as 2011-11-11, 2011-11 or 2011",
        "ask",
        "What?",
        "--from=11 November");
  }

  @Test
  void periodAfterTheDayOfTheArchiveIsRejected() {
    assertError(
        "--from 2012-01-01 is after --as-of 2011-12-31",
        "ask",
        "What?",
        "--from=2012",
        "--as-of=2011");
  }

  @Test
  void reversedDateRangeIsRejected() {
    assertError(
        "--from 2012-01-01 is after --to 2011-01-01",
        "search",
        "What?",
        "--from",
        "2012-01-01",
        "--to",
        "2011-01-01");
  }

  @Test
  void emptyQuestionIsRejected() {
    assertError("The question is empty", "ask", " ");
  }

  @Test
  void portOutOfRangeIsRejected() {
    assertError("--port must be from 0 to 65535: 70000", "serve", "--port", "70000");
  }

  @Test
  void serverMustBeAnHttpUrl() {
    assertError("--server must be http://", "backup", "a.backup", "--server", "ftp://a");
  }

  @Test
  void errorCannotControlTheTerminal() {
    assertError("unknown", "\u001b[2Junknown");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }

  private void assertError(String words, String... arguments) {
    assertThat(read(arguments)).isEqualTo(new CommandLineParser.Exit(2));
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(words);
    assertThat(out.size()).isZero();
  }

  private Command command(String... arguments) {
    return ((CommandLineParser.Parsed) read(arguments)).command();
  }

  private CommandLineParser read(String... arguments) {
    return CommandLineParser.read(
        arguments,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
