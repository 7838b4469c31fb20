package org.dossier.question;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.NameFinder;

/// The content that a sentence must have to answer a question for a particular thing: a price needs
/// an amount of money. A sentence without it may be related to the question, but is no answer.
public enum AskedContent {
  /// An amount of money.
  MONEY(
      "\\bhow much\\b.*\\b(?:cost|costs|costing|pay|pays|paid|price|worth|spend|spent|earn|earns|charge|charged|sell|sold|lose|lost"
          + "|raise|raised|donate|donated|fined|money)\\b"
          + "|\\b(?:what|which)\\b.*\\b(?:price|cost|costs|salary|fee|fine|severance|budget|wage|revenue|ransom)\\b(?! of living)",
      "[$€£¥₹₽]\\s?\\d|\\b(?:dollars?|euros?|pounds?|rubles?|roubles?|cents?|yen|yuan|rupees?|francs?|crowns?|rials?|tomans?|lira|pesos?"
          + "|USD|EUR|GBP|CHF)\\b|\\bfree\\b"),
  /// A day.
  DAY(
      "\\b(?:what|which|exact) (?:date|day)\\b",
      "\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\byesterday\\b|\\btoday\\b"
          + "|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.? \\d{1,2}\\b"
          + "|\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
  /// The place or the day of a birth.
  BIRTH(
      "\\b(?:was|were|is|are)\\b.*\\bborn\\b|\\bbirthplace\\b|\\bplace of birth\\b|\\bdate of birth\\b",
      "\\b(?:born|birth|birthplace|native of|hometown|home town|grew up|birthday)\\b"),
  /// A reason.
  REASON(
      "^(?:so |but |and )?(?:why|how come|what (?:was|is|were|are)? ?(?:the )?(?:reasons?|causes?|motives?)|for what reason)\\b",
      "\\b(?:because|since|due to|owing to|reasons?|caus(?:e|es|ed|ing)|lead(?:s|ing)? to|led to|after|as|so that|so|in order to|to"
          + "|for|amid|over|following|prompt(?:s|ed|ing)?|result(?:s|ed|ing)?|why|therefore|thanks to|citing|cited|blam(?:e|es|ed|ing)"
          + "|concern(?:s|ed)?|fear(?:s|ed)?|aim(?:s|ed)?|purpose|goal|means?|made|makes|making|hope[sd]?|want(?:s|ed)?|need(?:s|ed)?"
          + "|without|despite|by|if|when|with)\\b"),
  /// The name that something has.
  NAME(
      "^(?:and |so |but )?what\\b.*\\b(?:called|named)\\W*$|^what(?:'s| is| was) the name of\\b",
      "\\b(?:called|calls|named|names?|known as|dub(?:s|bed)|titled|nicknamed|stands for)\\b"),
  /// The name of an organization.
  ORGANIZATION(
      "\\b(?:which|what) (?:\\w+ )?(?:company|firm|corporation|manufacturer|maker|organization|organisation|agency|publisher|newspaper|bank"
          + "|airline|university|team|party|club|store|retailer|brand|studio|network|farm|school|hospital|hotel|court|factory|museum)\\b",
      ""),
  /// The name of a person.
  PERSON(
      "^(?:and |so |but )?(?:who|whose|whom)\\b(?!(?: (?:is|was|are|were)|['’]s)\\s+(?:\\p{Lu}|the |an? ))|\\bnames? of (?:the|an?) (?:\\w+ )?(?:person|man|woman|boy|girl"
          + "|author|actor|actress|player|driver|walker|owner|winner|victim|suspect|attacker|killer|teacher|doctor|officer|bidder"
          + "|buyer|collector|singer|writer|director|husband|wife|son|daughter)\\b"
          + "|^which (?:collector|bidder|buyer|author|actor|actress|singer|player|driver|owner|officer|politician|director)\\b",
      ""),
  /// Anything.
  ANY("(?!)", "");

  private static final List<AskedContent> TRIED =
      List.of(MONEY, BIRTH, DAY, NAME, ORGANIZATION, REASON, PERSON);

  private final Pattern question;
  private final Pattern sentence;

  AskedContent(String question, String sentence) {
    this.question = Pattern.compile(question, Pattern.CASE_INSENSITIVE);
    this.sentence = Pattern.compile(sentence, Pattern.CASE_INSENSITIVE);
  }

  public static AskedContent of(String question) {
    return question.length() > KindRules.MAX_LENGTH
        ? ANY
        : TRIED.stream()
            .filter(asked -> asked.question.matcher(question).find())
            .findFirst()
            .orElse(ANY);
  }

  /// True if it is a name that must be in the answer itself: most sentences have some name.
  public boolean isNamed() {
    return this == PERSON || this == NAME;
  }

  /// Returns whether `sentence` contains what is asked for.
  ///
  /// @param asking the question, whose own names are no answer
  public boolean isIn(String sentence, String asking) {
    return switch (this) {
      case ORGANIZATION, PERSON -> namesAnother(sentence, asking);
      case NAME -> namesAnother(sentence, asking) || this.sentence.matcher(sentence).find();
      case MONEY, DAY, BIRTH, REASON, ANY -> this.sentence.matcher(sentence).find();
    };
  }

  private static boolean namesAnother(String sentence, String asking) {
    var known = NameMatcher.of(List.of(asking));
    return NameFinder.find(sentence).stream()
        .map(span -> span.of(sentence))
        .anyMatch(name ->
            !known.matches(name)
                && Aliases.named(name).stream().noneMatch(Aliases.Entity::country));
  }
}
