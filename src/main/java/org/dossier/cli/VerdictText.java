package org.dossier.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dossier.cli.terminal.ColumnLayout;
import org.dossier.cli.terminal.Terminal;
import org.dossier.cli.terminal.TerminalSanitizer;
import org.dossier.verification.Verdict;
import org.dossier.verification.Verdict.Supported;
import org.dossier.verification.Verdict.Unsupported;
import org.dossier.web.check.CitedAnswer;

/// The verdicts on an answer as text and as JSON.
///
/// @param answer the verified answer
/// @param verdicts one per statement, in order
public record VerdictText(CitedAnswer answer, List<Verdict> verdicts) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public long supported() {
    return verdicts.stream().filter(verdict -> verdict instanceof Supported).count();
  }

  public String table(Terminal terminal) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < verdicts.size(); i++) {
      var head = String.format(Locale.ROOT, "%3d  %s", i + 1, head(verdicts.get(i)));
      var text = TerminalSanitizer.line(answer.statements().get(i).text());
      lines.addAll(ColumnLayout.wrap(head, text, terminal.width()));
      if (verdicts.get(i) instanceof Unsupported unsupported) {
        var detail = TerminalSanitizer.line(unsupported.detail());
        lines.addAll(ColumnLayout.wrap(" ".repeat(5), Terminal.bold(detail), terminal.width()));
      }
    }
    lines.add("%d of %d statements supported".formatted(supported(), verdicts.size()));
    return terminal.styled(String.join("\n", lines));
  }

  private static String head(Verdict verdict) {
    var word =
        switch (verdict) {
          case Supported _ -> "supported";
          case Unsupported unsupported -> word(unsupported);
        };
    return String.format(Locale.ROOT, "%-10s %.2f  ", word, verdict.support());
  }

  private static String word(Unsupported unsupported) {
    return unsupported.reason().label();
  }

  public String json() {
    var json = JSON.createObjectNode();
    json.put("supported", supported());
    json.put("of", verdicts.size());
    var statements = json.putArray("statements");
    for (int i = 0; i < verdicts.size(); i++) {
      var verdict = verdicts.get(i);
      var statement = statements.addObject();
      statement.put("text", answer.statements().get(i).text());
      var citations = statement.putArray("citations");
      answer.statements().get(i).citations().forEach(citations::add);
      statement.put("supported", verdict instanceof Supported);
      statement.put("support", verdict.support());
      if (verdict instanceof Unsupported unsupported) {
        statement.put("reason", word(unsupported));
        statement.put("detail", unsupported.detail());
      }
    }
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }
}
