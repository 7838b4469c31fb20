package org.dossier.text.sentence;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dossier.text.Abbreviations;
import org.dossier.text.FunctionWords;
import org.dossier.text.Months;
import org.dossier.text.Punctuation;
import org.dossier.text.Span;
import org.dossier.text.WhiteSpace;
import org.dossier.text.WordListFile;

/// Splits one paragraph into sentences: by Unicode's rules, without the breaks that are wrong in
/// news text, and with those that Unicode misses.
///
/// For use by one thread; an instance can split many paragraphs.
final class ParagraphSentenceSplitter {
  private static final int MAX_WORD_LENGTH = 40;

  /// ‘“Is it true?” Baqeri asked’: the attribution belongs to the quoted sentence.
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}.'’-]*+ ){1,4}+(?:said|says|asked|asks|told|added|wrote|replied|tweeted|"
              + "declared|exclaimed|shouted|wondered|answered)\\b");

  /// Unicode does not break before a number followed by lower case: "…in 2014. 21 people died".
  private static final Pattern NUMBER_OPENS =
      Pattern.compile("(?<=[\\p{L}\\p{N}%][.]|[.][\"”’)])\\s++(?=[\"“‘(]?+\\p{Nd})");

  /// "Yahoo! Inc.", "Wow! Stage Ltd.": the mark belongs to the name of a company.
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?:\\p{Lu}[\\p{L}&'’-]*+ ){0,2}(?:Inc|Ltd|LLC|LLP|Corp|Co|Company|Plc|PLC|plc|GmbH|Pty|Pvt|Group|Holdings|Media"
              + "|Studios?|Records|Films|Theatre|Theater|Productions|Entertainment|Magazine|Airlines|Awards)\\b");

  /// "(b. 1950, d. 2020)".
  private static final Pattern LIFE_DATES = Pattern.compile("[bd]");

  private static final Pattern YEAR = Pattern.compile("(?:1\\d|20)\\d\\d");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’]++");

  /// The words in small letters before the initial of a name: "a book by J. Hale".
  private static final Set<String> BEFORE_NAMES =
      WordListFile.read("abbreviations.txt").words("before initials");

  private final BreakIterator unicode = Abbreviations.newSentenceIterator();
  private String text = "";
  private List<Span> embedded = List.of();

  /// The sentences of `paragraph`, trimmed, in order; line breaks in it count as spaces.
  List<Span> split(String paragraph) {
    text = withoutLineBreaks(paragraph);
    embedded = EmbeddedQuotations.find(text);
    unicode.setText(text);
    Deque<Integer> figures = numberBreaks();
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int end = unicode.next(); end != BreakIterator.DONE; end = unicode.next()) {
      while (!figures.isEmpty() && figures.getFirst() < end) {
        start = breakAt(figures.removeFirst(), start, sentences);
      }
      start = breakAt(end, start, sentences);
    }
    breakAt(text.length(), start, sentences);
    return sentences;
  }

  /// The number of leading `sentences` of `paragraph` that remain unchanged regardless of any text
  /// appended to the paragraph.
  int countStable(String paragraph, List<Span> sentences) {
    text = withoutLineBreaks(paragraph);
    var next = new NextWord();
    int settled = 0;
    while (settled < sentences.size() && isStable(sentences.get(settled), next)) {
      settled++;
    }
    return settled;
  }

  /// The start of the next sentence decides whether this one has ended. A letter decides (“etc. 12
  /// men”); after a full stop the whole word (“the U.S. A|rmy”); after a quotation a possible
  /// attribution.
  @SuppressWarnings("JdkObsolete") // `hitEnd`: whether more text could complete the match
  private boolean isStable(Span sentence, NextWord next) {
    int last = sentence.end() - 1;
    int mark = beforeClosers(sentence.start(), last);
    next.find(sentence.end());
    if (EmbeddedQuotations.isOpenAt(text, sentence.end())) {
      return false;
    }
    if (text.charAt(mark) == '.') {
      return next.isWhole();
    }
    var company = matcherFrom(COMPANY, afterOpeners(sentence.end()));
    if (text.charAt(mark) == '!' && !company.lookingAt() && company.hitEnd()) {
      return false;
    }
    if (text.charAt(mark) == '!' && wordStart(sentence.start(), mark) == sentence.start()) {
      return next.isWhole();
    }
    var attribution = matcherFrom(ATTRIBUTION, afterOpeners(sentence.end()));
    boolean attributed = mark < last && (attribution.lookingAt() || attribution.hitEnd());
    return !attributed && next.exists();
  }

  /// The first word with a letter after a position that only moves forward. Each letter is searched
  /// for once, regardless of how many sentences without letters precede it.
  private final class NextWord {
    private int letter = -1;
    private int end;

    void find(int from) {
      if (letter >= from) {
        return;
      }
      var found = matcherFrom(LETTER, from);
      letter = found.find() ? found.start() : text.length();
      end = letter;
      if (exists()) {
        var word = matcherFrom(WORD, letter);
        end = word.lookingAt() ? word.end() : letter;
      }
    }

    boolean exists() {
      return letter < text.length();
    }

    /// True if a character after the word proves that it is complete.
    boolean isWhole() {
      return exists() && end < text.length();
    }
  }

  private Matcher matcherFrom(Pattern pattern, int from) {
    return pattern.matcher(text).region(from, text.length());
  }

  private int breakAt(int end, int start, List<Span> sentences) {
    if (end <= start || (end < text.length() && !endsSentence(start, end))) {
      return start;
    }
    Span sentence = WhiteSpace.trimmed(text, start, end);
    if (sentence.length() > 0) {
      if (!sentences.isEmpty() && isOnlyClosers(sentence)) {
        sentence = new Span(sentences.removeLast().start(), sentence.end());
      }
      sentences.add(sentence);
    }
    return afterWhiteSpace(end);
  }

  /// The start of the next sentence, so that no later candidate for an end scans this space again.
  private int afterWhiteSpace(int from) {
    int at = from;
    while (at < text.length() && WhiteSpace.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Deque<Integer> numberBreaks() {
    Deque<Integer> breaks = new ArrayDeque<>();
    var matcher = NUMBER_OPENS.matcher(text);
    while (matcher.find()) {
      breaks.add(matcher.end());
    }
    return breaks;
  }

  private boolean endsSentence(int start, int end) {
    int last = lastBefore(start, end);
    int mark = beforeClosers(start, last);
    char terminator = text.charAt(mark);
    if (terminator != '.' && terminator != '?' && terminator != '!') {
      return true;
    }
    if (Span.firstOverlapping(embedded, new Span(mark, mark + 1)) != null) {
      return false;
    }
    boolean quoted = mark < last;
    boolean spaced = last + 1 < end;
    int next = afterOpeners(end);
    if (next == text.length()) {
      return true;
    }
    return terminator == '.'
        ? fullStopEnds(start, mark, next)
        : markEnds(start, mark, next, quoted, spaced);
  }

  private boolean markEnds(int start, int mark, int next, boolean quoted, boolean spaced) {
    if (Character.isLowerCase(text.codePointAt(next))) {
      return false;
    }
    if (quoted && matcherFrom(ATTRIBUTION, next).lookingAt()) {
      return false;
    }
    boolean named = !quoted && isAfterCapitalizedWord(start, mark);
    boolean company = named && matcherFrom(COMPANY, next).lookingAt();
    if (company || (named && spaced && isFirstWordOfName(start, mark, next))) {
      return false;
    }
    boolean capital = Character.isUpperCase(text.codePointAt(next));
    return spaced || quoted || (capital && !isInAddress(start, mark));
  }

  /// True for a mark directly after a capitalized word that is not the first one: "the firm Wow!".
  private boolean isAfterCapitalizedWord(int start, int mark) {
    return text.charAt(mark) == '!'
        && Character.isUpperCase(text.codePointAt(wordStart(start, mark)));
  }

  /// "Yahoo! Japan lost users": a single word is hardly a sentence, and the next one no opener.
  private boolean isFirstWordOfName(int start, int mark, int next) {
    return wordStart(start, mark) == start
        && Character.isUpperCase(text.codePointAt(next))
        && !FunctionWords.opensSentence(wordAt(next));
  }

  private boolean fullStopEnds(int start, int stop, int next) {
    int wordStart = wordStart(start, stop);
    String word = text.substring(wordStart, stop);
    String following = wordAt(next);
    if (word.isEmpty()) {
      return true;
    }
    if (isItemNumber(start, wordStart, word)
        || isDayOfMonth(word, following)
        || isLifeDate(start, wordStart, word, following)) {
      return false;
    }
    if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
      return !isInitial(start, wordStart, following);
    }
    return !Abbreviations.continuesSentence(word, following);
  }

  /// "1. Ukraine", "a. Scope": the number of a list item, not a sentence.
  private boolean isItemNumber(int start, int wordStart, String word) {
    boolean opensPiece = WhiteSpace.trimmed(text, start, wordStart).length() == 0;
    return opensPiece
        && word.length() <= 3
        && (word.length() == 1 || word.chars().allMatch(Character::isDigit));
  }

  /// "am 11. November".
  private static boolean isDayOfMonth(String word, String following) {
    return word.length() <= 2
        && word.chars().allMatch(Character::isDigit)
        && Months.number(following) > 0;
  }

  /// "(b. 1950, d. 2020)".
  private boolean isLifeDate(int start, int wordStart, String word, String following) {
    int before = lastBefore(start, wordStart);
    return LIFE_DATES.matcher(word).matches()
        && YEAR.matcher(following).matches()
        && before >= start
        && "(,;".indexOf(text.charAt(before)) >= 0;
  }

  /// "John F. Kennedy" and "by F. Kennedy", but not "vitamin C. Kennedy" and "vitamins A and C.
  /// Kennedy": names have initials, other words do not.
  private boolean isInitial(int start, int wordStart, String following) {
    if (FunctionWords.opensSentence(following)) {
      return false;
    }
    boolean initials = following.length() == 1 && Character.isUpperCase(following.charAt(0));
    int before = lastBefore(start, wordStart);
    if (initials || before < start || !Character.isLetter(text.charAt(before))) {
      return true;
    }
    int first = wordStart(start, before + 1);
    return Character.isUpperCase(text.codePointAt(first)) || governsName(start, first, before + 1);
  }

  /// True for a preposition or a conjunction, unless it joins two letters.
  private boolean governsName(int start, int from, int to) {
    var word = text.substring(from, to);
    int before = lastBefore(start, from);
    boolean joinsLetters =
        before >= start
            && Character.isUpperCase(text.charAt(before))
            && wordStart(start, before + 1) == before;
    return BEFORE_NAMES.contains(word) && !joinsLetters;
  }

  private boolean isInAddress(int start, int mark) {
    String word = text.substring(wordStart(start, mark), mark);
    return word.indexOf('/') >= 0 || word.indexOf('@') >= 0 || word.startsWith("www.");
  }

  private int wordStart(int from, int end) {
    int at = end;
    int least = Math.max(from, end - MAX_WORD_LENGTH);
    while (at > least
        && !WhiteSpace.isWhiteSpace(text.charAt(at - 1))
        && !isQuote(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isQuote(char c) {
    return (Punctuation.isOpener(c) || Punctuation.isCloser(c)) && c != '\'' && c != '’';
  }

  private String wordAt(int from) {
    int at = from;
    int most = Math.min(text.length(), from + MAX_WORD_LENGTH);
    while (at < most && (Character.isLetterOrDigit(text.charAt(at)) || isApostrophe(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private boolean isApostrophe(int at) {
    return text.charAt(at) == '\'' || text.charAt(at) == '’';
  }

  private int lastBefore(int start, int end) {
    int at = end - 1;
    while (at >= start && WhiteSpace.isWhiteSpace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  private int beforeClosers(int start, int last) {
    int at = last;
    while (at > start && Punctuation.isCloser(text.charAt(at))) {
      at--;
    }
    return Math.max(at, start);
  }

  private int afterOpeners(int from) {
    int at = from;
    while (at < text.length()
        && (WhiteSpace.isWhiteSpace(text.charAt(at)) || Punctuation.isOpener(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private boolean isOnlyClosers(Span piece) {
    return piece.of(text).chars().allMatch(c -> Punctuation.isCloser((char) c));
  }

  private static String withoutLineBreaks(String paragraph) {
    StringBuilder flat = new StringBuilder(paragraph);
    for (int i = 0; i < flat.length(); i++) {
      if (WhiteSpace.isLineTerminator(flat.charAt(i))) {
        flat.setCharAt(i, ' ');
      }
    }
    return flat.toString();
  }
}
