package org.dossier.text.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.dossier.text.RandomText;
import org.dossier.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `boilerplateIsDetected` is specification: one row for each kind of line. `proseIsNotBoilerplate`
/// is the regression table: add prose of real articles that was detected there.
class BoilerplateDetectorTest {
  private static final String STORY =
      """
      The two ministers met in Oslo to talk about the new railway line and the price of grain.

      They agreed to meet again in the spring, once both parliaments have voted on the treaty.
      """;

  private static List<String> boilerplate(String text) {
    return BoilerplateDetector.detect(text).stream().map(span -> span.of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There are 0 comments on this post",
        "Leave A Comment",
        "0 replies",
        "Want to join the discussion?",
        "Feel free to contribute!",
        "Your email address will not be published. Required fields are marked *",
        "No comments:",
        "12 Comments",
        "Share on Facebook",
        "Facebook Twitter WhatsApp Email",
        "Tweet",
        "Advertisement",
        "Read more: Grain prices fall for the third week",
        "Sign up for our newsletter",
        "Subscribe to our newsletter and get the news in your inbox every morning.",
        "Photo to the left features a modern railway station.",
        "Photo: Ministry of Transport",
        "(Getty Images)",
        "Jo Holm/Getty Images",
        "Image caption",
        "File photo",
        "Click here",
        "© 2014 The Daily Grain. All rights reserved.",
        "We use cookies to make our site better.",
        "Cookies",
        "Date :Monday, March 3rd, 2014 | Time : 08:15 |ID: 4711 | Print",
        "Tags: railway, grain, Oslo",
        "Home > World > Europe",
        "Home | World | Sport | Contact",
        "Watch: Ministers sign the treaty in Oslo",
        "Source: Ministry of Transport",
        "Terms of Use | Privacy Policy",
        "Home · Contact us",
        "On this page",
        "Read more about the talks: Grain prices fall again",
        "Related: Ministers Sign Treaty",
        "Credit: Jo Holm",
        "Source: Reuters.",
        "More: Grain prices fall",
        "Next: Museum opens doors",
        "What we know: Fire in Oslo",
        "Join us today",
        "Register here",
        "Subscribe to our podcast now",
        "This story has been updated with comments.",
        "Follow Jo Holm on Twitter: @joholm",
        "OSLO CNN —",
        "* * *",
        "Kommentar schreiben",
        "Alle Rechte vorbehalten.",
        "À lire aussi : Le prix du blé",
        "Partager sur Facebook",
        "Deja un comentario",
        "Tu dirección de correo electrónico no será publicada.",
        "Читайте также: Цены на зерно",
        "Поделиться",
        "جميع الحقوق محفوظة",
        "اقرأ أيضا",
        "مطالب مرتبط",
        "ارسال نظر",
        "برچسب‌ها: نفت، گاز"
      })
  void boilerplateIsDetected(String line) {
    String text = STORY + "\n" + line + "\n\n" + STORY;
    assertThat(boilerplate(text)).containsExactly(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The minister declined to comment on the photo that a newspaper had shown on its front page.",
        "No comment was to be had from the ministry.",
        "Share prices fell after the talks.",
        "Photos of the meeting showed two smiling men at a very long table.",
        "Tags on the wagons led the police to the yard.",
        "He left a comment under the article, she said, and nobody replied to it for two years.",
        "More than 200 people came.",
        "Home to 3,000 people, the valley has no railway.",
        "Follow the money, he told the court on Friday.",
        "Read by millions, the paper closed in 2014.",
        "Copyright law is next on the list of the two parliaments.",
        "Cookies were served.",
        "In 2014 the line reached Oslo.",
        "Email was invented before the web.",
        "Reuters reported that grain would be cheaper.",
        "\"We will print this in full,\" the editor said.",
        "They want users to sign up for the new railway card at any station.",
        "Background of the talks",
        "What we know: The quake struck at 4:17 a.m. and measured 6.1.",
        "What we know: Nine people died when the hotel fell.",
        "Related: the council also cut the fee to 3 euros.",
        "Credit: the bank lent 4 million euros to the mine.",
        "More: 400 fishing days a year for each side",
        "Watch: three patrol boats from May on",
        "Source: a fund of 9 million euros",
        "Source: The ministry counted 40 houses in May.",
        "Next: The court decides on the appeal in May.",
        "Topics: The two talked about grain and water.",
        "Varn | 8:00 | 12:00 | 17:30",
        "Read more: The county owes the town 40 million euros, the report says.",
        "Search | Jo Holm found the ship",
        "Register of ships is now kept in Oslo.",
        "Join the queue here, the signs said.",
        "This story has been corrected to say that 14 people died, not 41."
      })
  void proseIsNotBoilerplate(String line) {
    assertThat(boilerplate(STORY + "\n" + line + "\n\n" + STORY)).isEmpty();
    assertThat(boilerplate(STORY + "\n" + STORY + "\n" + line)).isEmpty();
  }

  @Test
  void rowsOfATableAreText() {
    var rows = "Town | Party | Mayor | Since\nOslo | Reed | Hill | May\nVarn | Moss | Kern | June";

    assertThat(boilerplate(STORY + "\n" + rows + "\n\n" + STORY)).isEmpty();
  }

  @Test
  void linesAfterAFinalCommentBoxAreBoilerplate() {
    String text = STORY + "\nLeave a Reply\n\nName\nYour thoughts on this\nPost it";
    assertThat(boilerplate(text))
        .containsExactly("Leave a Reply", "Name", "Your thoughts on this", "Post it");
  }

  @Test
  void headlinesAfterAHeadingOfLinksAreBoilerplate() {
    String text =
        STORY
            + "\nRead more:\n\nHarbour workers end their strike\n\nMuseum opens doors\n\n"
            + STORY;
    assertThat(boilerplate(text))
        .containsExactly("Read more:", "Harbour workers end their strike", "Museum opens doors");
  }

  @Test
  void proseAfterACommentBoxIsNotBoilerplate() {
    assertThat(boilerplate(STORY + "\nComments\n\n" + STORY)).containsExactly("Comments");
  }

  @Test
  void theHeadOfAPageIsDetected() {
    String text =
        "Institute of Railway Research - IRR\n\nBy Jo Holm\n\nMarch 3, 2014 - 8:15\n" + STORY;
    assertThat(boilerplate(text))
        .containsExactly(
            "Institute of Railway Research - IRR", "By Jo Holm", "March 3, 2014 - 8:15");
  }

  @Test
  void aDayAsAHeadingIsNotBoilerplate() {
    assertThat(boilerplate(STORY.repeat(6) + "\nMarch 3, 2022\n\n" + STORY.repeat(6))).isEmpty();
  }

  @Test
  void hardWrappedLinesAreClassifiedAsOneParagraph() {
    String wrapped =
        """
        The two delegations met in the old town hall of the city, where they
        talked for nine hours about water, grain and the railway and made no
        comments
        """;
    assertThat(boilerplate(wrapped)).isEmpty();
  }

  @Test
  void boilerplateSpansAreOrderedAndDisjoint() {
    Random random = new Random(19);
    for (int round = 0; round < 1000; round++) {
      String text = RandomText.next(random);
      int at = 0;
      for (Span line : BoilerplateDetector.detect(text)) {
        assertThat(line.start()).isGreaterThanOrEqualTo(at);
        assertThat(line.end()).isGreaterThan(line.start());
        at = line.end();
      }
      assertThat(at).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void hostileTextIsProcessed() {
    for (String unit :
        List.of(
            "comments\n",
            "a > ",
            "a|",
            "#a ",
            "sign up here ",
            "get ",
            "Read more\n",
            "a@",
            "1 ")) {
      String text = unit.repeat(200_000 / unit.length());
      assertThat(BoilerplateDetector.detect(text)).allMatch(line -> line.end() <= text.length());
      String lines = (unit.strip().repeat(390 / unit.length()) + "\n").repeat(500);
      assertThat(BoilerplateDetector.detect(lines)).allMatch(line -> line.end() <= lines.length());
    }
  }
}
