package org.dossier.text;

import java.util.List;
import java.util.Random;

/// Random text of every problematic kind: words and marks of several scripts, astral and combining
/// characters, controls, odd white space, lone surrogates, long runs.
public final class RandomText {
  private static final List<String> PIECES =
      List.of(
          "The",
          "minister",
          "said",
          "Mr",
          "U.S.",
          "No",
          "p.m.",
          "J",
          "2014",
          "3.5",
          "11",
          "November",
          "Friday",
          "will",
          "ago",
          "half",
          "million",
          "Sputnik",
          "V",
          "of",
          "Iran's",
          "COVID-19",
          "مطالب",
          "مرتبط",
          "؟",
          "۔",
          "שלום",
          "会议",
          "。",
          "？",
          "वह",
          "।",
          "Москва",
          "😀",
          "👩‍👩‍👧‍👦",
          "𝔘𝔫𝔦",
          "e\u0301",
          "\u0301",
          "\u200d",
          "\u200b",
          "\ufeff",
          "\u0000",
          "\u0007",
          "\u001f",
          "\u202e",
          "\u2066",
          "\ud83d",
          "\ude00",
          ".",
          "!",
          "?",
          "...",
          "…",
          ",",
          ";",
          ":",
          "\"",
          "'",
          "“",
          "”",
          "(",
          ")",
          "[",
          "]",
          "-",
          "–",
          "—",
          "/",
          "@",
          "#",
          "$",
          "%",
          "http://a.b/c?d",
          "Read more",
          "Comments");
  private static final List<String> GAPS =
      List.of(
          "", "", " ", " ", " ", " ", "  ", "\n", "\r\n", "\r", "\n\n", "\t", "\u00a0", "\u2028",
          "\u2029", "\u0085", "\u3000", "\f", "\u000b");

  private RandomText() {}

  public static String next(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(20) == 0 ? 600 : 40);
    for (int i = 0; i < pieces; i++) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      text.append(random.nextInt(200) == 0 ? piece.repeat(random.nextInt(700)) : piece);
      text.append(random.nextInt(8) == 0 ? GAPS.get(random.nextInt(GAPS.size())) : " ");
    }
    return text.toString();
  }
}
