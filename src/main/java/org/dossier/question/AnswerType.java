package org.dossier.question;

import java.util.List;
import java.util.regex.Pattern;

/// The expected answer type of a question, detected by its question words.
public enum AnswerType {
  TIME(
      "when|since when|(what|which) (date|day|year|month|week|decade|century|time)",
      "wann|seit wann|quand|cuándo|quando|когда|متى|چه زمانی|کی"),
  QUANTITY(
      "how (many|much|long|far|old|often|tall|high|large|big|fast|heavy|deep)"
          + "|(what|which) (number|percentage|percent|share|proportion|price|amount|age|rate)",
      "wie ?viele?|wie (lange|weit|alt|oft|hoch)|combien|cuánt[oa]s?|quant[oiae]|сколько|كم|چند"),
  PERSON(
      "who|whom|whose|by whom|"
          + NamedNouns.asked(
              "person|man|woman|boy|girl|leader|president|king|queen|emperor|ruler|prince|princess|minister|politician|lawmaker"
                  + "|senator|governor|mayor|candidate|official|officer|general|commander|diplomat|ambassador|judge|lawyer|activist"
                  + "|actor|actress|singer|musician|rapper|artist|painter|composer|comedian|director|producer|author|writer|poet"
                  + "|journalist|host|presenter|celebrity|star|model|contestant|athlete|player|driver|rider|jockey|coach|trainer"
                  + "|manager|captain|skater|swimmer|golfer|boxer|champion|winner|scientist|philosopher|economist|historian|expert"
                  + "|doctor|teacher|professor|billionaire|businessman|businesswoman|founder|owner|executive|bishop|pope|saint"
                  + "|collector|bidder|buyer|individual|figure|character"),
      "wer|wem|wen|wessen|qui|quién|quiénes|chi|кто|кого|кому|من|چه کسی"),
  PLACE(
      "where|"
          + NamedNouns.asked(
              "country|city|state|town|village|place|region|county|province|district|neighbou?rhood|borough|territory|continent|nation"
                  + "|capital|island|river|lake|sea|ocean|mountain|volcano|desert|airport|port|harbou?r|station|street|park|stadium|venue"),
      "wo|woher|wohin|où|dónde|dove|где|куда|أين|کجا"),
  /// An organization or a work with a name.
  NAME(
      NamedNouns.asked(
          "company|firm|corporation|manufacturer|\\w*maker|chain|retailer|store|brand|airline|bank|studio|network|channel|publisher|newspaper"
              + "|magazine|organi[sz]ation|agency|institution|university|college|school|hospital|museum|court|party|team|club|league|band|tribe"
              + "|religion|language|nationality|dynasty|award|festival|competition|tournament|song|album|book|novel|film|movie|show|series"
              + "|podcast|play|opera|game|war|battle|hurricane|storm|ship|spacecraft|rocket|telescope|bridge|treaty"),
      ""),
  ANY("", "");

  private final Pattern words;

  AnswerType(String english, String others) {
    var either = others.isEmpty() ? english : english + "|" + others;
    words =
        Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}])(" + either + ")(?![\\p{L}\\p{M}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static final Pattern ASKING =
      Pattern.compile(
          "[?؟？]|^\\s*(who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did"
              + "|has|have|had|can|could|will|would|should)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final List<AnswerType> WITH_QUESTION_WORDS =
      List.of(TIME, QUANTITY, PERSON, PLACE, NAME);

  /// Returns whether `text` is a question, by its question mark or its first word; false for claims
  /// and lists of key words.
  public static boolean isQuestion(String text) {
    return ASKING.matcher(text).find();
  }

  /// True for what has a name of its own.
  public boolean isNamed() {
    return this == PERSON || this == PLACE || this == NAME;
  }

  /// The type whose question words come first in `question`; [#ANY] if it has no question word.
  public static AnswerType of(String question) {
    var type = ANY;
    int first = Integer.MAX_VALUE;
    for (var candidate : WITH_QUESTION_WORDS) {
      var matcher = candidate.words.matcher(question);
      if (matcher.find() && matcher.start() < first) {
        type = candidate;
        first = matcher.start();
      }
    }
    return type;
  }

  /// The wording of a question for one of several things, such as "which popular coffee chain".
  private static final class NamedNouns {
    private static final String MODIFIERS =
        "(?:(?!(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|the|an?|its|his|her|their|this|that)\\b)"
            + "[\\p{L}\\p{N}.’'&-]+ ){0,3}?";

    /// @param nouns a regular expression
    static String asked(String nouns) {
      return "(?:what|which) " + MODIFIERS + "(?:" + nouns + ")";
    }
  }
}
