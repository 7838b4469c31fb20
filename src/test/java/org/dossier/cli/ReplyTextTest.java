package org.dossier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dossier.cli.terminal.Terminal;
import org.dossier.web.json.ReplyJson;
import org.junit.jupiter.api.Test;

class ReplyTextTest {
  private static final Terminal PLAIN = new Terminal(false, false, 60);

  @Test
  void answerIsFollowedByItsCitations() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "answered", "notes": [], "followUps": [], "answeredBy": {"kind": "extractive"},
                 "answer": "The bridge over the Lune opened on Monday (3 May 1999). [1] It is 120 metres long. [2]",
                 "citations": [
                   {"number": 1,
                    "article": {"id": "a", "title": "Lune bridge opens", "publisher": "The Valley Post",
                                "published": "1999-05-03", "url": "https://example.org/lune"},
                    "quote": "The bridge over the Lune opened on Monday.",
                    "alsoIn": [{"id": "c", "title": "Bridge opens", "publisher": "Gull\\u001b[31m"},
                               {"id": "d", "title": "A bridge", "publisher": null}]},
                   {"number": 2,
                    "article": {"id": "notes/b", "title": null, "publisher": null,
                                "published": null, "url": null},
                    "quote": "At 120 metres it is the longest footbridge of the county, and the\\nnewest."}]}
                """))
        .isEqualTo(
            """
            The bridge over the Lune opened on Monday (3 May 1999). [1]
            It is 120 metres long. [2]

            [1] Lune bridge opens — The Valley Post, 3 May 1999
                https://example.org/lune
                Also in 2: Gull, A bridge
                “The bridge over the Lune opened on Monday.”

            [2] notes/b
                notes/b
                “At 120 metres it is the longest footbridge of the
                county, and the newest.”\
            """);
  }

  @Test
  void anArticleIsNamedOnceForAllItsQuotations() {
    var reply =
        """
        {"status": "answered", "notes": [], "followUps": [], "answeredBy": {"kind": "extractive"},
         "answer": "It opened. [1] It is long. [2] It is new. [3]", "question": "The bridge?",
         "citations": [
           {"number": 1, "article": {"id": "a", "title": "Lune bridge opens", "version": "1"}, "quote": "It opened."},
           {"number": 2, "article": {"id": "b", "title": "Bridges", "version": "1"}, "quote": "It is long."},
           {"number": 3, "article": {"id": "a", "title": "Lune bridge opens", "version": "1"}, "quote": "It is new."}]}
        """;
    var citations =
        """
        [1] Lune bridge opens
            a
            “It opened.”
        [3] “It is new.”

        [2] Bridges
            b
            “It is long.”\
        """;

    assertThat(text(PLAIN, reply)).endsWith(citations);
    var json = JsonCodec.decode(reply, ReplyJson.class);
    assertThat(new ReplyText(PLAIN).sources(json)).isEqualTo(citations);
    assertThat(new ReplyText(PLAIN).afterStatements(json))
        .isEqualTo("[1][3] Lune bridge opens\n[2] Bridges");
  }

  @Test
  void modelAndFallbackAreNamed() {
    var reply =
        """
        {"status": "answered", "notes": [], "followUps": [],
         "answer": "Yes. [1]", "citations": [], "answeredBy": BY}
        """;
    assertThat(
            text(
                PLAIN,
                reply.replace(
                    "BY", "{\"kind\": \"model\", \"model\": \"ollama:m\", \"fallback\": false}")))
        .isEqualTo("Yes. [1]\n\nIn the words of ollama:m, each sentence checked.");
    assertThat(
            text(
                PLAIN,
                reply.replace(
                    "BY", "{\"kind\": \"extractive\", \"model\": null, \"fallback\": true}")))
        .isEqualTo("Yes. [1]\n\nThe model failed; these are the articles' own sentences.");
    assertThat(
            text(
                PLAIN,
                reply.replace(
                    "BY", "{\"kind\": \"extractive\", \"model\": null, \"fallback\": false}")))
        .isEqualTo("Yes. [1]");
  }

  @Test
  void figuresAreShownAsBars() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "answered", "followUps": [], "answeredBy": {"kind": "extractive"},
                 "answer": "12 articles mention “ferry”. [1]", "citations": [],
                 "count": {"articles": 12, "rule": "", "names": [["ferry"]],
                   "groups": {"by": "year", "groups": [
                     {"key": "2011", "articles": 10}, {"key": "2013", "articles": 1},
                     {"key": null, "articles": 1}]}},
                 "notes": [{"type": "counted", "text": "An article is counted once.", "values": []}]}
                """))
        .isEqualTo(
            """
            12 articles mention “ferry”. [1]

              2011    ████████████████████████████████████████ 10
              2013    ████ 1
              unknown ████ 1

            An article is counted once.\
            """);
  }

  @Test
  void abstentionShowsReasonAndNearestArticles() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "abstained", "notes": [], "followUps": [], "answer": null, "citations": [],
                 "abstention": {"reason": "not-mentioned",
                   "explanation": "No article in the archive mentions “Ouse”.",
                   "nearest": [{"id": "a", "title": "Lune bridge opens", "publisher": null,
                                "published": "1999-05-03"}]}}
                """))
        .isEqualTo(
            """
            No article in the archive mentions “Ouse”.

            The nearest articles:
              · Lune bridge opens — 3 May 1999\
            """);
  }

  @Test
  void relatedStatementsAreIntroducedAndNotesFollow() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "related", "answer": "It opened. [1]", "followUps": [],
                 "answeredBy": {"kind": "extractive"},
                 "notes": [{"type": "newest", "text": "The newest article on this is of 2011.", "values": ["2011"]}],
                 "citations": [{"number": 1, "article": {"id": "a", "title": "Lune"}, "quote": "It opened."}]}
                """))
        .isEqualTo(
            """
            No article states this directly. Closest:

            It opened. [1]

            [1] Lune
                a
                “It opened.”

            The newest article on this is of 2011.\
            """);
  }

  @Test
  void questionBackHasNumberedChoices() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "clarify", "answer": "Which bridge?", "followUps": [], "citations": [],
                 "answeredBy": {"kind": "extractive"},
                 "notes": [],
                 "clarification": {"text": "Which bridge?",
                   "choices": ["When did the old bridge open, as far as anybody remembers it?", "When did the new one?"]}}
                """))
        .isEqualTo(
            """
            Which bridge?

              1. When did the old bridge open, as far as anybody
                 remembers it?
              2. When did the new one?\
            """);
  }

  @Test
  void replyAboutTheArchiveHasItsLinesAndExamples() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "about", "answer": "Hello.\\nI have 5 articles.", "citations": [], "notes": [],
                 "answeredBy": {"kind": "extractive"}, "followUps": ["Who built the bridge?"]}
                """))
        .isEqualTo("Hello.\nI have 5 articles.\n\n  · Who built the bridge?");
  }

  @Test
  void notesOfAnAbstentionAreShown() {
    assertThat(
            text(
                PLAIN,
                """
                {"status": "abstained", "followUps": [], "answer": null, "citations": [],
                 "notes": [{"type": "spelling", "text": "Showing results for “Ouse”.", "values": ["Ouse"]}],
                 "abstention": {"reason": "weak-evidence", "explanation": "Nothing.", "nearest": []}}
                """))
        .isEqualTo("Nothing.\n\nShowing results for “Ouse”.");
  }

  @Test
  void rightToLeftTextIsUnchanged() {
    var text =
        text(
            PLAIN,
            """
            {"status": "answered", "notes": [], "followUps": [], "answeredBy": {"kind": "extractive"}, "answer": "این پل در سال ۱۳۷۸ باز شد. [1]",
             "citations": [{"number": 1, "article": {"id": "fa", "title": "پل تازه"},
                            "quote": "این پل در سال ۱۳۷۸ باز شد."}]}
            """);
    assertThat(text)
        .startsWith("این پل در سال ۱۳۷۸ باز شد. [1]\n")
        .contains("\n[1] پل تازه\n    fa\n    “این پل در سال ۱۳۷۸ باز شد.”");
  }

  @Test
  void replyCannotControlTheTerminal() {
    var evil = "x\\u001b[31m\\u202ey\\u009b2J\\u000ez";
    var text =
        text(
            PLAIN,
            """
            {"status": "answered", "notes": [], "followUps": [], "answeredBy": {"kind": "extractive"}, "answer": "EVIL [1]",
             "citations": [{"number": 1, "quote": "EVIL", "article": {"id": "EVIL", "title": "EVIL",
                            "publisher": "EVIL", "url": "EVIL"}}]}
            """
                .replace("EVIL", evil));
    assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\u202a-\u202e]");
    assertThat(text).contains("xyz [1]", "[1] xyz — xyz", "“xyz”");
  }

  @Test
  void titlesAreBoldOnATerminal() {
    assertThat(
            text(
                new Terminal(true, true, 60),
                """
                {"status": "answered", "notes": [], "followUps": [], "answeredBy": {"kind": "extractive"}, "answer": "Yes. [1]",
                 "citations": [{"number": 1, "article": {"id": "a", "title": "Lune"}, "quote": "Yes."}]}
                """))
        .contains("[1] \u001b[1mLune\u001b[0m\n");
  }

  private static String text(Terminal terminal, String json) {
    return new ReplyText(terminal).format(JsonCodec.decode(json, ReplyJson.class));
  }
}
