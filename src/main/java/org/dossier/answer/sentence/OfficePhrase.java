package org.dossier.answer.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.PersonNames;

/// The phrase of an office in a sentence: "the Danish deputy foreign minister", "mayor of Selby".
final class OfficePhrase {
  /// Whose office it is.
  enum Where {
    /// That of the country or the organization which the question names, or of none.
    ASKED,

    /// That of another one.
    ELSEWHERE,

    /// That of something with a capital letter: a place, a party or an adjective.
    UNCLEAR
  }

  /// The country or organization after the noun: "the minister of Denmark".
  private static final Pattern PLACE_AFTER =
      Pattern.compile(
          "^ (?:of|for) (?:the )?(?<place>\\p{Lu}[\\p{L}\\p{M}.’'-]*+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]*+)*+)"
              + "(?: and (?:the )?(?<more>\\p{Lu}[\\p{L}\\p{M}.’'-]*+(?: \\p{Lu}[\\p{L}\\p{M}.’'-]*+)*+))?");

  private static final Pattern WORDS_AFTER =
      Pattern.compile("^ (?:of|for|at|in) ((?:[\\p{L}\\p{M}.’']++[ -]?){1,5})");

  /// The rank after a noun: "speaker pro tempore", "president-elect".
  private static final Pattern RANK_AFTER =
      Pattern.compile("[ -](?:elect|designate|pro tem(?:pore)?|emerit(?:us|a))\\b");

  private static final Set<String> DEPUTY =
      Set.of("deputy", "vice", "acting", "interim", "assistant", "shadow");

  private static final Set<String> FORMER =
      Set.of("former", "ex", "outgoing", "previous", "then", "departing");

  private static final Set<String> CALENDAR =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// The nouns for offices of a country. The nationality of a winner or an author says nothing.
  private static final Set<String> OF_COUNTRIES =
      Set.of(
          "minister",
          "president",
          "chancellor",
          "premier",
          "leader",
          "king",
          "queen",
          "prince",
          "princess",
          "emperor",
          "monarch",
          "ambassador",
          "envoy",
          "governor",
          "mayor",
          "secretary",
          "chief",
          "commander",
          "general",
          "senator",
          "speaker",
          "spokesman",
          "spokeswoman",
          "negotiator",
          "commissioner",
          "prosecutor",
          "patriarch",
          "representative");

  private static final int MAX_WORDS = 6;

  private final OfficeHolder asked;
  private final Span office;
  private final String after;
  private final List<String> before;

  /// @param office the noun in `sentence`
  OfficePhrase(OfficeHolder asked, String sentence, Span office) {
    this.asked = asked;
    this.office = office;
    this.after = sentence.substring(office.end());
    this.before = before(sentence.substring(0, office.start()));
  }

  /// True for the name of a weekday or a month.
  static boolean isCalendarName(String name) {
    return CALENDAR.contains(name.toLowerCase(Locale.ROOT).split(" ", 2)[0]);
  }

  Span office() {
    return office;
  }

  /// True if the words before and after the noun make it the particular office that is asked for.
  boolean hasModifiers() {
    var words = new ArrayList<>(before);
    var tail = WORDS_AFTER.matcher(after);
    if (tail.find()) {
      words.addAll(Arrays.asList(tail.group(1).split("[ -]")));
    }
    var lower =
        words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return lower.containsAll(asked.modifiers());
  }

  /// True if it is the office of a deputy or of a former or future holder.
  boolean isOtherRank() {
    return RANK_AFTER.matcher(after).lookingAt()
        || before.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !asked.modifiers().contains(word))
            .anyMatch(word -> DEPUTY.contains(word) || (!asked.isPast() && FORMER.contains(word)));
  }

  Where where() {
    if (!asked.hasPlace()) {
      return Where.ASKED;
    }
    var place = PLACE_AFTER.matcher(after);
    boolean hasPlaceAfter = place.find() && !isCalendarName(place.group("place"));
    if (hasPlaceAfter && isKnown(place.group("place"), place.group("more"))) {
      return Where.ASKED;
    }
    var whereBefore = whereBefore();
    return hasPlaceAfter && whereBefore == Where.ASKED ? Where.ELSEWHERE : whereBefore;
  }

  /// The text after the noun and its place.
  String rest() {
    var place = PLACE_AFTER.matcher(after);
    if (!place.find() || isCalendarName(place.group("place"))) {
      return after;
    }
    int known = place.group("more") == null ? asked.knownPrefix(place.group("place")) : 0;
    return after.substring(known == 0 ? place.end() : place.start("place") + known);
  }

  private boolean isKnown(String place, String more) {
    return asked.knownPrefix(place) > 0 || (more != null && asked.knownPrefix(more) > 0);
  }

  private Where whereBefore() {
    var names =
        before.stream()
            .filter(word -> !asked.modifiers().contains(word.toLowerCase(Locale.ROOT)))
            .filter(word -> isCapitalized(word) || isCountry(word))
            .filter(word -> !isRank(word))
            .toList();
    var places = names.stream().map(PersonNames::withoutPossessive).toList();
    var all = String.join(" ", places);
    if (places.isEmpty() || asked.known().matches(all)) {
      return Where.ASKED;
    }
    if (isCountry(all)) {
      return OF_COUNTRIES.contains(asked.noun()) ? Where.ELSEWHERE : Where.ASKED;
    }
    if (places.stream().anyMatch(asked.known()::matches)) {
      return Where.ASKED;
    }
    boolean ofCountry =
        OF_COUNTRIES.contains(asked.noun()) && places.stream().anyMatch(OfficePhrase::isCountry);
    return ofCountry || !places.equals(names) ? Where.ELSEWHERE : Where.UNCLEAR;
  }

  /// The words of the phrase before its noun, in reading order.
  private List<String> before(String text) {
    var words = new ArrayList<String>();
    int end = text.length();
    while (words.size() < MAX_WORDS && end > 0 && isSeparator(text.charAt(end - 1))) {
      int start = end - 1;
      while (start > 0 && isLetter(text.charAt(start - 1))) {
        start--;
      }
      var word = text.substring(start, end - 1);
      if (word.isEmpty() || !(belongs(word) || isBetween(word, text.substring(0, start)))) {
        break;
      }
      words.addFirst(word);
      end = start;
    }
    return words;
  }

  private boolean belongs(String word) {
    return asked.modifiers().contains(word.toLowerCase(Locale.ROOT))
        || isRank(word)
        || (isCapitalized(word) && !FunctionWords.isFunction(word) && !isCalendarName(word));
  }

  /// The "foreign" of "the Danish foreign minister".
  private static boolean isBetween(String word, String before) {
    int start = before.lastIndexOf(' ', before.length() - 2) + 1;
    return !FunctionWords.isFunction(word)
        && before.endsWith(" ")
        && isAdjective(before.substring(start).strip());
  }

  /// "Danish", "Denmark's".
  private static boolean isAdjective(String word) {
    return Aliases.isDemonym(word)
        || (isCountry(word) && !PersonNames.withoutPossessive(word).equals(word));
  }

  private static boolean isSeparator(char character) {
    return character == ' ' || character == '-';
  }

  private static boolean isLetter(char character) {
    return Character.isLetter(character) || "’'.".indexOf(character) >= 0;
  }

  private static boolean isRank(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    return DEPUTY.contains(lower) || FORMER.contains(lower);
  }

  private static boolean isCapitalized(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }

  /// True for a country and a demonym, with or without a possessive ending.
  static boolean isCountry(String word) {
    var name = PersonNames.withoutPossessive(word);
    return Aliases.isDemonym(name) || Aliases.isCountry(name);
  }
}
