package org.dossier;

import java.util.List;

/// A pattern of text that is slow for a careless parser: a unit repeated without end, or repeated
/// many times and then ended in a way that does not fit.
///
/// @param name name of the pattern, for messages of tests
/// @param head text before the repetition
/// @param unit the repeated text
/// @param tail text after the repetition
public record HostileText(String name, String head, String unit, String tail) {
  private static final String NO_BREAK_SPACE = "\u00a0";

  /// About seventy patterns. Each is well-formed UTF-16.
  public static final List<HostileText> ALL =
      List.of(
          repeated("hyphens", "-"),
          between("hyphens within a sentence", "The quay opened ", "-", " on Monday."),
          between("full stops within a line", "The quay opened ", ".", " on Monday"),
          between("punctuation within a line", "The quay opened ", "?!,;:", " on Monday"),
          between("spaces within a sentence", "The quay opened", " ", "on Monday."),
          between("tabs within a sentence", "The quay opened", "\t", "on Monday."),
          between("no-break spaces", "The quay opened", NO_BREAK_SPACE, "on Monday."),
          between("information separators", "It opened. Then", "\u001c", "Mr. Quill came."),
          between("line breaks", "The quay opened", "\n", "on Monday."),
          between("carriage returns", "The quay opened", "\r", "on Monday."),
          between("line ends of Windows", "The quay opened", "\r\n", "on Monday."),
          between("line and paragraph separators", "It opened", "\u2028\u2029\u0085", "then."),
          repeated("blank lines between letters", "x\n \n"),
          repeated("short lines", "ab\n"),
          repeated(
              "lines wrapped by hand", "the quay of the harbour was opened on a bright day in\n"),
          repeated("headings of comment boxes", "Comments\n"),
          repeated("headings of links", "Related articles\n"),
          repeated("date lines", "1 May 2011, 12:30\n"),
          between("one long word", "", "a", "!"),
          between("one long word in capitals", "", "A", " b"),
          repeated("capital words", "Harbour "),
          repeated("lower-case words", "harbour "),
          repeated("words of both cases", "Harbour of the "),
          repeated("initials", "A. "),
          repeated("abbreviations", "Mr. "),
          repeated("dotted abbreviations", "U.S. "),
          repeated("letters with full stops", "a.b."),
          repeated("short sentences", "It rained. "),
          repeated("ellipses", "... "),
          repeated("ellipsis characters", "…"),
          repeated("commas", ", "),
          repeated("commas behind digits", "1,"),
          repeated("groups of thousands", "1,000,"),
          repeated("digits", "1"),
          repeated("figures", "1 "),
          between("figures before a date", "", "1 ", "1 May 2011."),
          repeated("figures with points", "1.2."),
          repeated("colons behind digits", "12:"),
          repeated("days and months", "1 May "),
          repeated("dates", "11 November 2011, "),
          repeated("months", "May May "),
          repeated("days of the week", "on Friday the "),
          repeated("years", "2011-"),
          repeated("number words", "one hundred and "),
          repeated("halves", "two and a half "),
          repeated("and", "and "),
          repeated("of the", "of the "),
          repeated("hyphenated chains", "up-"),
          repeated("capitals and hyphens", "Anti-B-"),
          repeated("apostrophes", "'"),
          repeated("possessives", "Ann's "),
          repeated("quotation marks", "\""),
          repeated("quoted letters", "\"a\" "),
          repeated("opening quotation marks", "“"),
          repeated("questions in quotation marks", "“Is it?” Ann Berg asked "),
          repeated("question marks and openers", "? ("),
          repeated("opening brackets", "["),
          repeated("brackets of links", "]("),
          repeated("images", "![a]("),
          repeated("opening parentheses", "("),
          between("nested parentheses", "", "(a", ")"),
          repeated("opening braces", "{\""),
          repeated("marks of emphasis", " *a"),
          repeated("underscores", "_a "),
          repeated("asterisks", "*"),
          repeated("mixed emphasis", "*a_ "),
          repeated("backticks", "`a``"),
          repeated("tildes", "~a "),
          repeated("marks of quotation", "> "),
          repeated("marks of lists", "- "),
          repeated("tags", "<a "),
          repeated("automatic links", "<http://"),
          repeated("comments of HTML", "<!--"),
          repeated("entities", "&#1"),
          repeated("ampersands", "&"),
          repeated("at signs", "@"),
          repeated("e-mail addresses", "a@b.example "),
          between("an unfinished e-mail address", "", "a.", "@"),
          repeated("addresses", "http://a.example/b "),
          repeated("slashes", "/"),
          repeated("vertical bars", " | a"),
          repeated("footnotes", "[1] "),
          repeated("unfinished footnotes", "[1, "),
          between("a footnote of many numbers", "It rained [", "1,", "1] on Monday."),
          repeated("words of courtesy", "ok, "),
          repeated("words of thanks", "thanks so much! "),
          repeated("pronouns", "it then there "),
          between("a long word before a pronoun", "", "a", " that"),
          repeated("questions of what about", "and what about "),
          between("combining marks", "a", "\u0301", " b."),
          between("combining marks out of order", "a", "\u0301\u0316", " b."),
          repeated("flags", "\ud83c\udde9\ud83c\uddea"),
          repeated("joined emoji", "\ud83d\udc69\u200d"),
          repeated("characters of two surrogates", "\ud835\udcd7"),
          repeated("zero-width spaces", "\u200b"),
          repeated("right-to-left marks", "a\u200f"),
          repeated("soft hyphens", "a\u00ad"),
          repeated("Arabic words", "\u0646\u0638\u0631 "),
          repeated("Thai letters", "\u0e01"),
          repeated("Chinese sentences", "\u6e2f\u3002"),
          repeated("Devanagari conjuncts", "\u0915\u094d"),
          repeated("control sequences", "\u001b["),
          repeated("strings of control", "\u001b]a"));

  private static HostileText repeated(String name, String unit) {
    return new HostileText(name, "", unit, "");
  }

  private static HostileText between(String name, String head, String unit, String tail) {
    return new HostileText(name, head, unit, tail);
  }

  /// Almost `length` characters of it, and never more.
  public String ofLength(int length) {
    int room = length - head.length() - tail.length();
    return head + unit.repeat(Math.max(1, room / unit.length())) + tail;
  }

  @Override
  public String toString() {
    return name;
  }
}
