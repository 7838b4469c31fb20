package org.dossier.chat.rewriting;

import java.util.List;
import java.util.regex.Pattern;
import org.dossier.question.AnswerType;
import org.dossier.question.QuestionAnalyzer;
import org.dossier.text.phrase.NounPhrase;
import org.dossier.text.phrase.NounPhraseChunker;

/// Rewrites a message as a standalone question without an LLM. English rules resolve ellipsis and
/// anaphora, or else add the topic in brackets. A message that names its own subject stays
/// unchanged, and so does a message in another language, which gets at most the brackets.
public final class RuleBasedRewriter {
  private static final Pattern MORE =
      Pattern.compile(
          "(?i)^(?:(?:please|and|ok|okay|yes|can you|could you|would you)\\b,? )*+"
              + "(?:tell me (?:some )?more|go on|continue|(?:any )?more(?: details?| information| please)?|elaborate"
              + "|(?:(?:is|was) there )?(?:any|some)thing (?:else|more)|is there (?:any )?more"
              + "|what (?:else|more)(?: (?:is|was) (?:known|there|said)| happened| (?:do|can) you (?:know|say|tell me))?"
              + "|explain (?:further|more)|say more|give me (?:more|some) (?:details?|information))"
              + "(?: about (?:it|that|this|them))?(?:,? please)?[?.! ]*$");

  /// A question for more about a subject that it names itself: "What else did the mayor say?"
  private static final Pattern MORE_ABOUT =
      Pattern.compile(
          "(?i)^(?:(?:please|and|ok|okay|yes|but|so|can you|could you|would you)\\b,? )*+"
              + "(?:what (?:else|more)|(?:tell me|say|explain) (?:some )?more (?:about|on)|(?:is|was) there anything else)\\b.*");

  private static final Pattern NOTHING_MORE =
      Pattern.compile(
          "(?i)(?:(?:okay|ok|yes|no|great|good|fine|cool|wow|hi|hello|bye|thanks?(?: you)?(?: (?:so|very) much| a lot)?)[.,! ]*+)++");

  private static final Pattern OPENS_AS_REST = Pattern.compile("(?i)^(?:and|but|so|or|also)\\b,? ");
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?i)^what(?:['’]s| is| are| was| were| does| do you mean by)(?: an?)? (?!the\\b|its?\\b).*");

  /// "The price" is that of the thing before.
  private static final Pattern DETERMINED =
      Pattern.compile("(?i)^(?:the|any|some|more|other|which|each|every)\\b");

  private static final Pattern ANAPHORIC =
      Pattern.compile("(?i)\\b(other|others|another|else|same|such|one|ones|both|instead)\\b");

  /// Messages with at most this number of content words do not name their subject.
  private static final int FEW_WORDS = 3;

  private static final int VERY_FEW_WORDS = 2;
  private static final int SHORT_MESSAGE = 9;

  /// Longer messages are taken to name their subject.
  private static final int MAX_WORDS = 60;

  /// Polite phrases before the question.
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)^(?:(?:(?:yes|no|wow|great|good|fine|cool|interesting|sure|right|hi|hello|oh|i see|i understand|got it|no worries"
              + "|no problem|thanks?(?: you)?(?: (?:so|very) much| a lot)?|sorry"
              + "|(?:that|it)(?:['’]s| is) (?:fine|ok|okay|good|great|interesting|all right|not good)"
              + "|i['’ ]?a?m (?:a (?:little|bit) |bit )?confused|by the way|anyway)[.,!;]+|(?:ok|okay)\\b[.,!;]*)"
              + "(?: |$)(?=\\S))++");

  private RuleBasedRewriter() {}

  /// A rewritten message.
  ///
  /// @param question the standalone question
  /// @param core the question without the topic in brackets
  /// @param dependent true if the message cannot be understood without the previous turns
  public record Rewrite(String question, String core, boolean dependent) {
    static Rewrite of(String question, boolean dependent) {
      return new Rewrite(question, question, dependent);
    }
  }

  /// Rewrites a message.
  ///
  /// @param earlier the previous turns, oldest first; at least one
  /// @param line the message on one line
  public static Rewrite resolve(List<HistoryTurn> earlier, String line) {
    var message = COURTESY.matcher(line).replaceFirst("");
    if (NOTHING_MORE.matcher(message).matches() || message.split(" ").length > MAX_WORDS) {
      return Rewrite.of(line, false);
    }
    var antecedents = new Antecedents(earlier);
    if (MORE.matcher(message).matches()) {
      var topic = antecedents.topic(message);
      return Rewrite.of(topic.map(RuleBasedRewriter::moreAbout).orElse(message), true);
    }
    return EllipsisResolver.resolve(earlier.getLast().question(), message)
        .map(completed -> Rewrite.of(completed, true))
        .orElseGet(() -> resolveAnaphora(message, antecedents));
  }

  /// True if the message asks for more than was said: "What else?"
  static boolean asksForMore(String line) {
    var message = COURTESY.matcher(line).replaceFirst("");
    return MORE.matcher(message).matches() || MORE_ABOUT.matcher(message).matches();
  }

  private static String moreAbout(String topic) {
    return "What more is known about " + topic + "?";
  }

  private static Rewrite resolveAnaphora(String message, Antecedents antecedents) {
    var words = MessageWords.of(message);
    var resolution = AnaphoraResolver.resolve(antecedents, words);
    if (resolution.resolved()) {
      return Rewrite.of(resolution.question(), true);
    }
    if (resolution.lacksPerson()) {
      // The topic is a thing, which is never "he".
      return Rewrite.of(message, true);
    }
    if (!resolution.hasAnaphor() && QuestionAnalyzer.namesTopic(message)) {
      return Rewrite.of(message, false);
    }
    if (resolution.hasAnaphor() || lacksSubject(words)) {
      return withTopic(message, antecedents);
    }
    boolean little = NounPhraseChunker.contentWords(message) <= FEW_WORDS;
    return Rewrite.of(
        message, little || ANAPHORIC.matcher(message).find() || namesOnlyKnown(words));
  }

  /// True if the message names nothing but what must have been named before: "What is on the
  /// reading list?"
  private static boolean namesOnlyKnown(MessageWords words) {
    return !words.hasName()
        && words.phrases().stream().anyMatch(phrase -> phrase.kind() == NounPhrase.Kind.DEFINITE)
        && words.phrases().stream()
            .allMatch(phrase ->
                phrase.kind() == NounPhrase.Kind.DEFINITE || phrase.kind() == NounPhrase.Kind.DATE);
  }

  /// True if the message does not name its subject.
  private static boolean lacksSubject(MessageWords words) {
    var message = words.text();
    if (words.hasName() || DEFINITION.matcher(message).matches() || isKeywords(message)) {
      return false;
    }
    int few = OPENS_AS_REST.matcher(message).find() ? FEW_WORDS : VERY_FEW_WORDS;
    boolean elliptical =
        EllipsisResolver.isElliptical(message) && message.split(" ").length <= SHORT_MESSAGE;
    return elliptical || NounPhraseChunker.contentWords(message) <= few;
  }

  /// "Ferry timetable" names a subject, unlike "and the timetable?" and "how long?".
  private static boolean isKeywords(String message) {
    return !AnswerType.isQuestion(message)
        && !OPENS_AS_REST.matcher(message).find()
        && !EllipsisResolver.isElliptical(message)
        && !ANAPHORIC.matcher(message).find()
        && !DETERMINED.matcher(message).find()
        && NounPhraseChunker.contentWords(message) > 0;
  }

  private static Rewrite withTopic(String message, Antecedents antecedents) {
    var opened = OPENS_AS_REST.matcher(message).replaceFirst("");
    var core = MessageWords.capitalize(opened);
    return antecedents
        .topic(message)
        .map(topic -> new Rewrite(core + Antecedents.TOPIC_IN_BRACKETS + topic + ")", core, true))
        .orElse(Rewrite.of(message, true));
  }
}
