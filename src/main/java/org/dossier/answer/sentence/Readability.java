package org.dossier.answer.sentence;

import java.util.regex.Pattern;

/// Recognizes sentences that can be part of an answer.
public final class Readability {
  private static final int MIN_WORDS = 5;

  /// A line of at most this number of words without a full stop and figures is a heading.
  private static final int MAX_WORDS_OF_HEADING = 9;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Pattern QUESTION = Pattern.compile("\\?[!?]{0,2}[\"'”’»)*_]{0,3}\\s*$");

  /// The welcome of a programme, after the name of its host.
  private static final Pattern GREETING =
      Pattern.compile(
          "(?s)(?:[^:]{1,60}: )?(?:good (?:morning|afternoon|evening|day)|hello|hi|welcome|thank you|thanks)\\b[^!:]{0,60}[.!]?",
          Pattern.CASE_INSENSITIVE);

  /// The end of a sentence, possibly with a quotation mark; or figures or cells, as items of a list
  /// and rows of a table have them.
  private static final Pattern END = Pattern.compile("[.!…:;]\\W{0,4}$|[\\p{Nd}|]");

  /// The credit of a photograph before or after its caption: "Ole Vik/Harbour Press Boats leave …".
  private static final Pattern CREDIT =
      Pattern.compile(
          "^(?!The |An? )(?:\\p{Lu}[\\p{L}.'’-]+ ){1,3}\\p{Lu}[\\p{L}.'’-]+/(?:\\p{Lu}[\\p{L}.'’-]+ ){1,3}\\p{Lu}"
              + "|\\p{Lu}[\\p{L}.'’-]+ \\p{Lu}[\\p{L}.'’-]+/\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}$");

  /// The words around pictures, films and links to other pages.
  private static final Pattern FURNITURE =
      Pattern.compile(
          "^\\W*(?:just watched|replay|hide caption|show caption|video ad feedback|now playing|photos?:|file photo|in pictures"
              + "|read more|read also|also read|more (?:news|to know|on this)|related:|see also|sign up|subscribe|click (?:here|on)"
              + "|follow us|share this|getty images)\\b|\\b(?:hide|show) caption\\b|\\b\\d+ of \\d+ photos?\\b|%[0-9A-F]{2}(?=\\p{L}|\\d)",
          Pattern.CASE_INSENSITIVE);

  /// A link to another article within the text: "PLANS FOR THE HARBOUR:What the town will build". A
  /// sentence has a space after its colon.
  private static final Pattern LINK =
      Pattern.compile("(?s)^[^.!?]{3,100}[\\p{L}\\p{N})'’\"”?!]:[\\p{Lu}'‘\"“].*");

  private Readability() {}

  /// False for headings, captions, fragments, questions and greetings.
  public static boolean isReadable(String sentence) {
    var text = sentence.strip();
    long words = SPACE.splitAsStream(text).count();
    boolean isHeading = words <= MAX_WORDS_OF_HEADING && !END.matcher(text).find();
    return words >= MIN_WORDS && !isHeading && isAnswer(text);
  }

  private static boolean isCaptionOrLink(String text) {
    return FURNITURE.matcher(text).find()
        || CREDIT.matcher(text).find()
        || LINK.matcher(text).matches();
  }

  /// False for a question or a greeting of an article, a caption and a link, which answer nothing.
  public static boolean isAnswer(String sentence) {
    return !isQuestion(sentence)
        && !GREETING.matcher(sentence).matches()
        && !isCaptionOrLink(sentence.strip());
  }

  public static boolean isQuestion(String sentence) {
    return QUESTION.matcher(sentence).find();
  }
}
