package org.dossier.ingestion.html;

import java.util.regex.Pattern;
import org.dossier.text.boilerplate.BoilerplateDetector;

/// The words by which a box of a page shows that it is not a part of the story.
final class FurnitureWords {
  /// A longer block is prose unless it begins with the words.
  private static final int LONGEST_LINE = 90;

  private static final Pattern ANYWHERE =
      words(
          "sign up|subscribe (?:to|now|today|for)|thanks for reading|our newsletter|(?:your|in) inbox|we use cookies"
              + "|uses cookies|cookie (?:policy|settings)|follow us|share (?:this|on|via)|log in|sign in"
              + "|leave a (?:reply|comment)|all rights reserved|privacy policy|terms of (?:use|service)"
              + "|advertisement|sponsored (?:content|by)|more (?:on|from|stories|news)|read (?:more|also|next)"
              + "|you (?:may|might) (?:also )?like|support our|become a member|about the author"
              + "|join the conversation|free articles?|unlimited access|already a subscriber|click here"
              + "|download our app");
  private static final Pattern AT_THE_HEAD =
      words(
          "related|recommended|trending|most (?:read|popular)|donate|sign up|subscribe|thanks for reading|follow us|share"
              + "|read (?:more|also|next)|advertisement|we use cookies|this (?:site|website) uses"
              + "|by (?:signing|subscribing|continuing|clicking)|©|get (?:our|the (?:best|latest))");
  private static final Pattern ON_AUTHOR =
      words(
          "by|posted|published|updated|written|author|writer|reporter|reports|editor|journalist"
              + "|correspondent|columnist|photographer|covers|writes|blogs|lives|freelance");

  private static final Pattern ADVERTISEMENT =
      Pattern.compile(
          "(?:(?:skip|(?:story|article) continues (?:below|after)) )?(?:this )?advertisements?"
              + "|(?:story|article) continues below|advertising|anzeige|publicité|publicidad",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FREE_ARTICLES =
      Pattern.compile(
          "(?:this is )?(?:you(?: have|['’]ve)|your)\\b.{0,40}\\bfree (?:articles?|stor(?:y|ies)|reads?)\\b.{0,40}",
          Pattern.CASE_INSENSITIVE);

  private FurnitureWords() {}

  /// True if the block of text is the label of an advertisement, or counts the free articles of a
  /// reader, and nothing else.
  static boolean areAllOf(String block) {
    return block.length() <= LONGEST_LINE
        && (ADVERTISEMENT.matcher(block).matches() || FREE_ARTICLES.matcher(block).matches());
  }

  /// True if the block of text is a line of furniture.
  static boolean areIn(String block) {
    if (block.length() <= LONGEST_LINE) {
      return ANYWHERE.matcher(block).find()
          || AT_THE_HEAD.matcher(block).lookingAt()
          || !BoilerplateDetector.detect(block).isEmpty();
    }
    return AT_THE_HEAD.matcher(block.substring(0, LONGEST_LINE)).lookingAt();
  }

  /// True if a short text introduces the author.
  static boolean areOnAuthor(String text) {
    return ON_AUTHOR.matcher(text).find();
  }

  /// `\b` takes quadratic time after combining marks.
  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
  }
}
