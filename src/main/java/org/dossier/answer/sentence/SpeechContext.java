package org.dossier.answer.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dossier.text.Span;

/// Finds the sentences of a passage without which one of its sentences would be misunderstood: the
/// rest of a quotation with its speaker, the name of the speaker in an interview, and the words
/// around it that call it a rumour or deny it.
public final class SpeechContext {
  private static final int MAX_QUOTED = 5;
  private static final int MAX_ANSWER = 6;
  private static final int MIN_LABELS = 3;

  /// A speaker or a part of an interview or a fact check, with a colon: "PELL (by phone):", "Q:".
  private static final Pattern LABEL =
      Pattern.compile(
          "^[*_“\"\\[—–-]{0,3} ?(?:[QA]\\.? ?[:.]|(?:(?:MR|MRS|MS|DR|SEN|REP|GOV|GEN|PROF|REV)\\.? )?"
              + "\\p{Lu}[\\p{L}'’.-]{1,30}(?: (?:\\p{Lu}[\\p{L}'’.-]{0,30}|de|van|von|der|al|bin|\\p{Nd})){0,4}"
              + "(?:,[ \\p{L}'’-]{2,60})?(?: [(\\[][^()\\[\\]\\n]{1,60}[)\\]])?\\]?:)(?: |$)",
          Pattern.MULTILINE);

  private static final Pattern DENIAL =
      Pattern.compile(
          "^[\"“‘(]?(?:(?:but|however|yet|in fact|in reality),? )?"
              + "(?:(?:this|that|it|the (?:claim|rumou?r|report|story|post|message|allegation|statement|accusation|photo|video|image)s?"
              + "|these (?:claims|rumou?rs|reports|posts)|none of (?:this|that|it)|nothing of the (?:sort|kind))\\b[^.]{0,40}?"
              + "\\b(?:false|wrong|untrue|not true|true|a lie|lies|fake|hoax|baseless|unfounded|fabricated|invented|made up|denied"
              + "|misleading|debunked|nonsense|happened|doctored|incorrect|satire)\\b"
              + "|[^.“”\"]{2,80}\\b(?:denied|denies|rejected|rejects|dismissed|dismisses|refuted|refutes|contradicted|debunked|called)"
              + " (?:this|that|it|the (?:claim|rumou?r|report|story|allegation|accusation)s?|these|those|all)\\b)",
          Pattern.CASE_INSENSITIVE);

  /// "He had not.", "They weren't."
  private static final Pattern SHORT_DENIAL =
      Pattern.compile(
          "^(?:but )?\\p{L}+(?: \\p{L}+){0,2} (?:(?:had|has|have|did|was|were|is|are|do|does|would|will) not"
              + "|(?:had|has|have|did|was|were|is|are)n['’]t)\\.$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RUMOUR =
      Pattern.compile(
          "\\b(?:rumou?r(?:s|ed)?|hoax(?:es)?|myths?|fake (?:news|post|letter|video)s?|conspiracy|false(?:ly)?"
              + "|unconfirmed|unverified|disinformation|misinformation|alleged(?:ly)?|gossip)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPEECH =
      Pattern.compile(
          "\\b(?:said|says|told|added|wrote|writes|asked|replied|answered|explained|argued|claimed|warned|tweeted|posted"
              + "|insisted|recalled|stated|noted|according to)\\b",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<Span> sentences;
  private final List<QuotationState> quotations;

  public SpeechContext(String text, List<Span> sentences) {
    this.text = text;
    this.sentences = sentences;
    this.quotations = QuotationState.of(text, sentences);
  }

  /// The numbers of the sentences to show, in order: `at`, and those that it needs.
  public List<Integer> of(int at) {
    var needed = new TreeSet<Integer>(List.of(at));
    addQuotation(at, needed);
    addSpeaker(at, needed);
    addDenial(at, needed);
    return new ArrayList<>(needed);
  }

  private void addQuotation(int at, Set<Integer> needed) {
    int first = at;
    while (first > 0 && quotations.get(first).startsInside()) {
      first--;
    }
    int last = at;
    while (last + 1 < sentences.size() && quotations.get(last + 1).startsInside()) {
      last++;
    }
    if (last - first >= MAX_QUOTED) {
      addNearestSpeaker(first, last, at, needed);
      return;
    }
    for (int i = first; i <= last; i++) {
      needed.add(i);
    }
    if (isAttributed(first, last)) {
      return;
    }
    boolean follows = last + 1 < sentences.size() && startsWithSpeech(last + 1);
    if (follows) {
      needed.add(last + 1);
    } else {
      addBefore(first, needed);
    }
  }

  /// Of a long quotation, adds only the sentence with words outside quotation marks.
  private void addNearestSpeaker(int first, int last, int at, Set<Integer> needed) {
    for (int distance = 0; distance <= last - first; distance++) {
      for (int i : new int[] {at - distance, at + distance}) {
        if (i >= first && i <= last && quotations.get(i).hasOwnWords()) {
          needed.add(i);
          return;
        }
      }
    }
    addBefore(first, needed);
  }

  /// Adds the nearest sentence before `first` with words outside quotation marks, which names the
  /// speaker, and the quotations between them.
  private void addBefore(int first, Set<Integer> needed) {
    int speaker = first - 1;
    while (speaker > Math.max(0, first - MAX_QUOTED) && !quotations.get(speaker).hasOwnWords()) {
      speaker--;
    }
    if (speaker < 0 || isQuestion(speaker)) {
      return;
    }
    for (int i = speaker; i < first; i++) {
      needed.add(i);
    }
  }

  /// True if the sentences have words outside quotation marks, or no quotation.
  private boolean isAttributed(int first, int last) {
    return quotations.subList(first, last + 1).stream().anyMatch(QuotationState::hasOwnWords);
  }

  private boolean startsWithSpeech(int sentence) {
    var words = words(sentence);
    var beginning = words.substring(0, Math.min(60, words.length()));
    return quotations.get(sentence).hasOwnWords()
        && !beginning.startsWith("“")
        && SPEECH.matcher(beginning).find();
  }

  /// Adds the sentence with the name of the speaker: that of its paragraph; in an interview, also
  /// that of an earlier paragraph.
  private void addSpeaker(int at, Set<Integer> needed) {
    if (isLabelled(at) || !isInterview()) {
      return;
    }
    int paragraph = paragraphStart(at);
    if (isLabelled(paragraph)) {
      addFrom(paragraph, at, needed);
      return;
    }
    for (int i = at; i >= Math.max(0, at - MAX_ANSWER); i--) {
      if (isLabelled(i)) {
        if (!isQuestion(i)) {
          needed.add(i);
        }
        return;
      }
    }
  }

  private void addFrom(int label, int at, Set<Integer> needed) {
    if (!Readability.isAnswer(words(label))) {
      return;
    }
    needed.add(label);
    for (int i = label + 1; at - label < MAX_QUOTED && i < at; i++) {
      needed.add(i);
    }
  }

  private int paragraphStart(int at) {
    int first = at;
    while (first > 0 && !isParagraph(first)) {
      first--;
    }
    return first;
  }

  /// True if several lines of the article begin with a label. A single one may be the place of a
  /// report: "NEW DELHI: The government …".
  private boolean isInterview() {
    return LABEL.matcher(text).results().limit(MIN_LABELS).count() == MIN_LABELS;
  }

  private boolean isLabelled(int sentence) {
    return isParagraph(sentence) && LABEL.matcher(words(sentence)).lookingAt();
  }

  private void addDenial(int at, Set<Integer> needed) {
    boolean denied = at + 1 < sentences.size() && isDenial(words(at + 1));
    if (denied) {
      needed.add(at + 1);
    }
    boolean introduced =
        at > 0
            && RUMOUR.matcher(words(at - 1)).find()
            && (denied || words(at - 1).endsWith(":") || isSameParagraph(at));
    if (introduced) {
      needed.add(at - 1);
    }
  }

  private static boolean isDenial(String sentence) {
    return DENIAL.matcher(sentence).find() || SHORT_DENIAL.matcher(sentence).find();
  }

  private boolean isQuestion(int sentence) {
    return Readability.isQuestion(words(sentence));
  }

  private boolean isSameParagraph(int sentence) {
    return !isParagraph(sentence);
  }

  /// True if the sentence is the first one of its line.
  private boolean isParagraph(int sentence) {
    return sentence == 0
        || text.substring(sentences.get(sentence - 1).end(), sentences.get(sentence).start())
                .indexOf('\n')
            >= 0;
  }

  private String words(int sentence) {
    return sentences.get(sentence).of(text);
  }
}
