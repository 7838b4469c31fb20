package org.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dossier.web.json.Links;
import org.dossier.web.mcp.McpRules;
import org.dossier.web.openai.CompletionRules;
import org.dossier.web.openai.ResponseRules;
import org.junit.jupiter.api.Test;

/// Random articles and questions from everything that is awkward in a text, with a fixed seed. Use
/// `-Dproperty.questions=5000` for a longer run.
@QuarkusTest
@TestProfile(DefaultProfile.class)
class CitationPropertyTest {
  private static final int ARTICLES = 40;
  private static final int QUESTIONS = Integer.getInteger("property.questions", 300);
  private static final int STREAMED_ONE_IN = 10;
  private static final int OTHER_SURFACES = 8;

  private static final List<String> WORDS =
      List.of(
          "harbour",
          "bridge",
          "ministers",
          "signed",
          "Vessna",
          "Lukarro",
          "agreement",
          "reopened",
          "21 days",
          "5,400",
          "$3 million",
          "12 May 2019",
          "on Friday",
          "last month",
          "e.g.",
          "Dr. Noor",
          "U.N.",
          "[1]",
          "[12]",
          "[٣]",
          "[[2]]",
          "(3)",
          "<b>bold</b>",
          "<script>",
          "&amp;",
          "\"quoted\"",
          "“said”",
          "{curly}",
          "a\u00a0b",
          "naïve",
          "e\u0301",
          "\u200fRTL",
          "سه‌شنبه",
          "پل بندر",
          "גשר",
          "桥梁",
          "橋は再開した",
          "😀",
          "👩‍👩‍👧",
          "𝔘𝔫𝔦",
          "\u202eabc\u202c",
          "\ufeff",
          "zero\u200bwidth",
          "tab\there",
          "data: x",
          "event: done");

  private static final List<String> ENDS =
      List.of(". ", ".\r\n", "!\n\n", "?\r\n\r\n", "。", ".\u2028", " … ", "؟ ", ".[4] ", "\n");

  private static final List<String> BEGINNINGS =
      List.of("When did ", "Who ", "How many ", "What did ", "Where is ", "Why ", "");

  private final Random random = new Random(20_261_121);

  @Test
  void everyCitationOfEveryReplyIsExact() {
    putArticles();
    int answered = 0;

    for (int i = 0; i < QUESTIONS; i++) {
      var reply = i % STREAMED_ONE_IN == 0 ? streamed(question()) : Api.ask(question());
      ReplyRules.check(reply);
      askOnAnotherSurface(i);
      answered += reply.path("status").asText().equals("answered") ? 1 : 0;
      if (i % 50 == 49) {
        change();
      }
    }

    assertThat(answered).as("questions that were answered").isGreaterThan(QUESTIONS / 20);
  }

  private void askOnAnotherSurface(int i) {
    switch (i % OTHER_SURFACES) {
      case 0 -> CompletionRules.check(CompletionRules.ask(question()));
      case 1 -> ResponseRules.check(ResponseRules.ask(question()));
      case 2 -> ResponseRules.check(ResponseRules.stream(question()));
      case 3 -> McpRules.ask(question());
      case 4 -> McpRules.search(question());
      case 5 -> {
        McpRules.check(sentence() + sentence());
        CheckRules.check(sentence() + sentence());
      }
      default -> {
        // No other surface for this question.
      }
    }
  }

  private JsonNode streamed(String question) {
    var events = Api.events(Map.of("message", question));
    ChatResourceTest.checkStatements(events, events.getLast().data());
    return events.getLast().data();
  }

  private void putArticles() {
    for (int i = 0; i < ARTICLES; i++) {
      put(i);
    }
  }

  /// Changes and withdraws articles while questions are asked.
  private void change() {
    put(random.nextInt(ARTICLES));
    Api.delete(Links.json(id(random.nextInt(ARTICLES))));
  }

  private void put(int i) {
    var article = new HashMap<String, Object>();
    article.put(
        "text",
        IntStream.range(0, 1 + random.nextInt(4))
            .mapToObj(n -> sentence())
            .collect(Collectors.joining()));
    article.put("title", words(1 + random.nextInt(6)));
    article.put("publisher", words(2));
    if (random.nextBoolean()) {
      article.put(
          "published",
          "20%02d-0%d-1%d".formatted(random.nextInt(25), 1 + random.nextInt(9), random.nextInt(9)));
    }
    assertThat(Api.put(id(i), article).status()).isBetween(200, 201);
  }

  private static String id(int i) {
    return "property/" + WORDS.get(i % WORDS.size()).replaceAll("\\s", "_") + "/" + i;
  }

  private String sentence() {
    return words(3 + random.nextInt(12)) + pick(ENDS);
  }

  private String question() {
    return pick(BEGINNINGS) + words(1 + random.nextInt(6)) + (random.nextBoolean() ? "?" : "");
  }

  private String words(int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(pick(WORDS));
    }
    var text = String.join(" ", words);
    // Texts without letters or digits are rejected, which another test covers.
    return text.codePoints().anyMatch(Character::isLetterOrDigit) ? text : "bridge";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
