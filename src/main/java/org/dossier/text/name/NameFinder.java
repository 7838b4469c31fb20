package org.dossier.text.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.FunctionWords;
import org.dossier.text.Months;
import org.dossier.text.Span;
import org.dossier.text.Weekdays;
import org.dossier.text.WordListFile;
import org.dossier.text.sentence.SentenceSplitter;

/// Finds proper names in a text by their spelling: capitals within a sentence, acronyms, words with
/// digits ("Sputnik V", "IAEA", "COVID-19"). Scripts without capitals have no names.
///
/// If capitals carry no information, nothing is found: in a sentence all in capitals, and in
/// headline case (every one of four or more words), where only acronyms count. Days and months are
/// not names.
public final class NameFinder {
  private static final WordListFile LISTS = WordListFile.read("names.txt");
  private static final Set<String> PARTICLES = LISTS.words("particles");
  private static final Set<String> ROLES = LISTS.words("roles");
  private static final Set<String> OFFICES = LISTS.words("offices");
  private static final Set<String> INSTITUTIONS = LISTS.words("institutions");
  private static final Set<String> TITLES = LISTS.words("titles");

  private static final Set<String> GIVEN_NAMES = LISTS.words("given names");
  private static final Set<String> PAST_FORMS = LISTS.words("past forms");
  private static final Set<String> PAST_FORMS_OF_MONTHS = LISTS.words("past forms of months");
  private static final Set<String> MONTHS_AS_GIVEN_NAMES = LISTS.words("months as given names");
  private static final Set<String> BEFORE_A_MONTH = LISTS.words("before a month");
  private static final Pattern NUMERAL = Pattern.compile("[IVX]{1,6}+");

  private final List<NameToken> words;
  private final CapitalizationStats capitalizationStats;
  private final boolean headline;
  private final boolean question;

  private NameFinder(NameTokens sentence, CapitalizationStats capitalizationStats) {
    this.words = sentence.words();
    this.capitalizationStats = capitalizationStats;
    this.headline = sentence.headline();
    this.question = sentence.question();
  }

  /// The names in `text`, in order, without overlap. Each is the longest run of words ("Supreme
  /// National Security Council"), without leading articles, question words, titles ("Dr") and a
  /// possessive "'s".
  public static List<Span> find(String text) {
    List<NameTokens> sentences =
        SentenceSplitter.split(text).stream()
            .map(sentence -> NameTokens.of(text, sentence))
            .toList();
    CapitalizationStats capitalizationStats = new CapitalizationStats(sentences);
    List<Span> names = new ArrayList<>();
    for (NameTokens sentence : sentences) {
      if (!sentence.allCaps()) {
        new NameFinder(sentence, capitalizationStats).addTo(names);
      }
    }
    return List.copyOf(names);
  }

  private void addTo(List<Span> names) {
    int at = 0;
    while (at < words.size()) {
      if (!isPart(at)) {
        at++;
        continue;
      }
      int first = at;
      at = runEnd(first);
      addRun(first, at, names);
    }
  }

  /// The index after the run of name words that starts at `first`, including particles between
  /// them.
  private int runEnd(int first) {
    int end = first + 1;
    while (true) {
      int next = afterParticles(end);
      if (next == words.size()
          || !words.get(next).follows()
          || !isPart(next)
          || isSplit(end, next)) {
        return end;
      }
      end = next + 1;
    }
  }

  private int afterParticles(int from) {
    int at = from;
    while (at < words.size() && at - from < 2 && isParticle(at, from)) {
      at++;
    }
    return at;
  }

  private boolean isParticle(int at, int first) {
    NameToken word = words.get(at);
    String lower = word.lower();
    if (!word.follows()) {
      return false;
    }
    if (lower.equals("for") || lower.equals("on")) {
      return at == first && INSTITUTIONS.contains(words.get(at - 1).lower());
    }
    return PARTICLES.contains(lower) && !(lower.equals("the") && at == first);
  }

  /// "President of France": particles between a role and its holder.
  private boolean isSplit(int end, int next) {
    return next > end
        && ROLES.contains(words.get(end - 1).lower())
        && !OFFICES.contains(words.get(next).lower());
  }

  private boolean isPart(int at) {
    NameToken word = words.get(at);
    if (!word.isNameLike() || isDayOrMonth(at)) {
      return false;
    }
    if (word.isAcronym() || isNumeral(at)) {
      return true;
    }
    boolean letter = word.isLetter() && !isInitial(at) && !isAfterName(at);
    boolean function = FunctionWords.isFunction(word.text()) && !isSurname(at) && !isGivenName(at);
    return !headline && !letter && !function;
  }

  /// "Charles III", "Artemis I".
  private boolean isNumeral(int at) {
    return isAfterName(at) && NUMERAL.matcher(words.get(at).text()).matches();
  }

  /// The "J" of "J. Hill".
  private boolean isInitial(int at) {
    return words.get(at).isLetter()
        && at + 1 < words.size()
        && words.get(at + 1).follows()
        && words.get(at + 1).span().start() - words.get(at).span().end() == ". ".length();
  }

  private boolean isAfterName(int at) {
    if (at == 0 || !words.get(at).follows()) {
      return false;
    }
    NameToken before = words.get(at - 1);
    return before.isCapital() && !FunctionWords.isFunction(before.text());
  }

  /// "Will Hill slapped him", but not "Will Hill resign?".
  private boolean isGivenName(int at) {
    return GIVEN_NAMES.contains(words.get(at).lower())
        && !(words.get(at).opensSentence() && question)
        && at + 1 < words.size()
        && words.get(at + 1).follows()
        && words.get(at + 1).isCapital();
  }

  private boolean isDayOrMonth(int at) {
    NameToken word = words.get(at);
    boolean month =
        Months.english(word.lower()) > 0
            && !word.isAcronym()
            && !isSurname(at)
            && !isGivenNameNotMonth(at);
    return month || Weekdays.FULL.contains(word.lower());
  }

  /// "Jan Novak said" and "actress June Hale" have given names, "in Jan Apple" and "June Chinese
  /// exports" months.
  private boolean isGivenNameNotMonth(int at) {
    NameToken word = words.get(at);
    var before = at > 0 && word.follows() ? words.get(at - 1).lower() : "";
    boolean named =
        MONTHS_AS_GIVEN_NAMES.contains(word.lower())
            && (!BEFORE_A_MONTH.contains(before)
                && (word.lower().equals("jan") || ROLES.contains(before)));
    int following = afterParticles(at + 1);
    if (!named || following == words.size()) {
      return false;
    }
    NameToken next = words.get(following);
    return next.follows()
        && next.isCapital()
        && next.hasLetters()
        && !FunctionWords.isFunction(next.text())
        && !Weekdays.FULL.contains(next.lower())
        && Months.english(next.lower()) == 0;
  }

  /// "Theresa May" has a surname, "in Tehran May 5" has none.
  private boolean isSurname(int at) {
    if (at == 0) {
      return isSubject(at);
    }
    if (!words.get(at).follows() || Months.english(words.get(at).lower()) == 0) {
      return false;
    }
    NameToken before = words.get(at - 1);
    boolean counted = at + 1 < words.size() && !words.get(at + 1).hasLetters();
    return !counted && before.isCapital() && !FunctionWords.precedesNames(before.text());
  }

  /// "May resigned".
  private boolean isSubject(int at) {
    if (at > 0
        || !GIVEN_NAMES.contains(words.get(at).lower())
        || at + 1 == words.size()
        || !words.get(at + 1).follows()) {
      return false;
    }
    String next = words.get(at + 1).text();
    return PAST_FORMS.contains(next)
        || (next.endsWith("ed") && !PAST_FORMS_OF_MONTHS.contains(next));
  }

  private void addRun(int from, int to, List<Span> names) {
    int first = from;
    while (to - first > 1 && isOmitted(first)) {
      first++;
    }
    NameToken head = words.get(first);
    boolean alone = to - first == 1;
    boolean noName =
        head.isLetter()
            || ROLES.contains(head.lower())
            || (head.opensSentence() && !capitalizationStats.isName(head) && !isSubject(first));
    if (alone && noName) {
      return;
    }
    names.add(new Span(head.span().start(), words.get(to - 1).span().end()));
  }

  /// True for a title before a name, or a word capitalized only because of its position.
  private boolean isOmitted(int at) {
    NameToken word = words.get(at);
    return TITLES.contains(word.lower())
        || (word.opensSentence()
            && !word.isAcronym()
            && !isGivenName(at)
            && CapitalizationStats.precedesNames(word));
  }
}
