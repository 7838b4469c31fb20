package org.dossier.web.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dossier.answer.ClaimChecker;
import org.dossier.answer.ClaimChecker.CheckedClaim;
import org.dossier.answer.ClaimChecker.Place;
import org.dossier.archive.Article;
import org.dossier.verification.Source;
import org.dossier.verification.Verdict;
import org.dossier.web.check.GivenSources;
import org.dossier.web.check.InvalidAnswerException;
import org.dossier.web.json.Links;

/// Verifies a text, sentence by sentence, against given sources or against the archive.
@Singleton
final class CheckTool implements McpTool {
  private static final int MAX_TEXT = 4_000;
  private static final int MAX_SENTENCES = 40;
  private static final int MAX_SOURCES = 20;
  private static final int MAX_SOURCE = 20_000;

  private final ClaimChecker checker;
  private final ObjectMapper json;

  CheckTool(ClaimChecker checker, ObjectMapper json) {
    this.checker = checker;
    this.json = json;
  }

  @Override
  public String name() {
    return "check";
  }

  @Override
  public int order() {
    return 4;
  }

  @Override
  public String title() {
    return "Check a text";
  }

  @Override
  public String description() {
    return "Verifies each sentence of a text: every number, date, name and quotation must be in a"
        + " source, and the meaning must be similar. Without sources, the archive is searched for"
        + " sentences that support it; a sentence without support may still be true.";
  }

  @Override
  public JsonNode inputSchema() {
    return Schemas.read("check-input");
  }

  @Override
  public JsonNode outputSchema() {
    return Schemas.read("check-output");
  }

  @Override
  public JsonNode call(ToolArguments arguments, McpCaller caller) {
    arguments.allow(Schemas.properties(inputSchema()));
    var text = arguments.text("text", MAX_TEXT);
    var sources = sources(arguments.list("sources"));
    var result = json.createObjectNode();
    var sentences = result.putArray("sentences");
    int supported = 0;
    var claims = checker.claims(text);
    if (claims.size() > MAX_SENTENCES) {
      throw ToolArguments.problem("text", "has more than %d sentences".formatted(MAX_SENTENCES))
          .withLimit(MAX_SENTENCES);
    }
    Function<String, CheckedClaim> check =
        sources.isEmpty() ? checker::check : checker.against(sources);
    for (var claim : claims) {
      caller.listener().waiting();
      var checked = check.apply(claim);
      supported += checked.verdict() instanceof Verdict.Supported ? 1 : 0;
      var sentence = sentences.addObject();
      addVerdict(sentence, checked);
      addFound(sentence, checked, place -> locate(place, !sources.isEmpty(), caller));
    }
    result.put("supported", supported);
    result.put("of", sentences.size());
    return result;
  }

  private static void addVerdict(ObjectNode sentence, CheckedClaim checked) {
    sentence.put("text", checked.text());
    sentence.put("supported", checked.verdict() instanceof Verdict.Supported);
    sentence.put("support", checked.verdict().support());
    switch (checked.verdict()) {
      case Verdict.Supported _ -> {
        sentence.putNull("rule");
        sentence.putNull("detail");
      }
      case Verdict.Unsupported unsupported -> {
        sentence.put("rule", unsupported.reason().label());
        sentence.put("detail", unsupported.detail());
      }
    }
  }

  /// The words that support the sentence; those of a false one would only be the most similar.
  private static void addFound(
      ObjectNode sentence, CheckedClaim checked, Function<Place, ObjectNode> locate) {
    var found = sentence.putArray("found");
    if (checked.verdict() instanceof Verdict.Supported) {
      checked.found().forEach(place -> found.add(locate.apply(place)));
    }
  }

  /// The place in a given source by its number, or else in the archive by its address.
  private ObjectNode locate(Place place, boolean given, McpCaller caller) {
    var article = place.source().article();
    var entry = json.createObjectNode();
    if (given) {
      entry.put("source", Integer.parseInt(article.id()));
    } else {
      entry.put("id", article.id());
      entry.put(
          "url",
          caller.link(Links.cited(place.source(), place.span()), article.url(), article.id()));
      entry.put("version", place.source().version());
    }
    entry.put("title", article.headline());
    entry.put("quote", place.span().of(article.text()));
    entry.put("start", place.span().start());
    entry.put("end", place.span().end());
    return entry;
  }

  private static List<Article> sources(List<JsonNode> list) {
    if (list.size() > MAX_SOURCES) {
      throw ToolArguments.problem("sources", "has more than %d elements".formatted(MAX_SOURCES))
          .withLimit(MAX_SOURCES);
    }
    var sources = new ArrayList<Article>();
    for (int i = 0; i < list.size(); i++) {
      var field = "sources[%d]".formatted(i);
      var text = list.get(i).path("text");
      if (!text.isTextual() || text.asText().isBlank() || text.asText().length() > MAX_SOURCE) {
        throw ToolArguments.problem(
            field + ".text", "must be a text of at most %d characters".formatted(MAX_SOURCE));
      }
      var source =
          new Source(
              text.asText(),
              list.get(i).path("title").asText(""),
              ToolArguments.day(list.get(i), "published", field + ".published"));
      try {
        sources.add(GivenSources.article(i + 1, source));
      } catch (InvalidAnswerException e) {
        throw ToolArguments.problem(field, String.valueOf(e.getMessage()));
      }
    }
    return sources;
  }
}
