package org.dossier.answer.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dossier.question.NameMatcher;
import org.dossier.text.FunctionWords;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;
import org.jspecify.annotations.Nullable;

/// The holder of an office or a title, "the new speaker of the house", whom a question does not
/// name, and the sentences that do: by a title ("Speaker Ada Hill"), in an apposition ("Ada Hill,
/// the speaker of the house"), by a verb ("Ada Hill was elected speaker"). English only.
///
/// @param noun the noun for the holder, in lower case: "minister"
/// @param modifiers the words that make it a particular office, in lower case: "foreign"
/// @param isPast true if the question asks who held the office: "Who was …?"
/// @param hasPlace true if it names the country or the organization of the office
/// @param known the names of the question: of the country or the organization, not of the holder
public record OfficeHolder(
    String noun, List<String> modifiers, boolean isPast, boolean hasPlace, NameMatcher known) {
  /// The result of matching a sentence.
  public enum Match {
    /// The sentence names the holder.
    HOLDER,

    /// The sentence names the holders of such offices elsewhere, or former ones, and no other.
    OTHER_OFFICE,

    /// The sentence names no holder.
    NONE
  }

  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:and |so |but |then )?(?:who(?:['’]s| is| was| are| were| became| serves as| served as| was (?:elected|named|appointed)(?: as)?)"
              + "|(?:what(?:['’]s| is| was) the |tell me the )?name of|name) (?<phrase>.+)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PHRASE =
      Pattern.compile(
          "^(?:the |an? )?(?:(?:current|new|next|present|reigning|latest|most recent|incumbent|sitting) )*"
              + "(?<office>[\\p{L}’'.-]+(?: [\\p{L}’'.-]+){0,4}?)(?: (?<place>(?:of|for|at|in|to|representing)\\b.*))?(?: now| today)?\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAST =
      Pattern.compile("\\b(?:was|were|served|(?:1[5-9]|20)\\d\\d)\\b");

  /// Words that make the question one for the present holder.
  private static final Set<String> PRESENT =
      Set.of("current", "new", "next", "present", "reigning", "latest", "incumbent", "sitting");

  /// Words with capital letters, as names and titles have them.
  private static final String CAPITALIZED =
      "\\p{Lu}[\\p{L}\\p{M}.’'-]*(?: \\p{Lu}[\\p{L}\\p{M}.’'-]*)*";

  private static final String TITLES =
      "(?:(?:[Ss]en|[Rr]ep|[Gg]ov|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof)\\. )?";

  private static final String NAME_OF_PLACE =
      TITLES + "(?<name>" + CAPITALIZED + ")(?: of (?:the )?(?<place>" + CAPITALIZED + "))?";

  /// A name after the noun, and its country: "the speaker, Ada Hill", "Ministers Hill of Norway".
  private static final Pattern NAME_AFTER = Pattern.compile("^,? " + NAME_OF_PLACE);

  private static final Pattern FURTHER_NAME = Pattern.compile("^(?:,|,? and) " + NAME_OF_PLACE);

  /// Between a name and the noun after it: "Ada Hill, the new speaker".
  private static final Pattern APPOSITION =
      Pattern.compile(
          "^(?: \\([^()]{1,30}\\))?, (?:the |an? |its |their )?(?:[\\p{L}\\p{N}’'&-]+ ){0,5}$");

  private static final Pattern VERB =
      Pattern.compile(
          "^,?(?: who| which)? (?:(?:is|was|became|becomes|remains|has been|will be|serves as|served as|has become)"
              + "(?: (?:re-?)?(?:elected|named|appointed|sworn in|chosen|confirmed|selected|crowned))?"
              + "|(?:re-?)?(?:elected|named|appointed|sworn in|chosen|confirmed|selected|crowned))"
              + "(?: as| to be)?(?: (?:the|an?|its|their))?(?: [\\p{L}\\p{N}’'&-]+){0,5} $");

  /// Between a name and the noun after "elected": "The house elected Ada Hill speaker".
  private static final Pattern OBJECT =
      Pattern.compile("^(?: as| to be)?(?: (?:the|its|their))?(?: [\\p{L}\\p{N}’'-]+){0,3} $");

  private static final Pattern ELECTED =
      Pattern.compile(
          "\\b(?:elected|elects|named|names|appointed|appoints|chose|chooses|picked|confirmed|made) "
              + TITLES
              + "$");

  private static final Pattern SHORT_FORM = Pattern.compile("(?i)\\bpm$");

  /// The office holder that `question` asks for; empty if it asks for something else.
  public static Optional<OfficeHolder> asked(String question) {
    var matcher = QUESTION.matcher(question.strip());
    return matcher.matches() ? of(matcher.group("phrase"), question) : Optional.empty();
  }

  /// The holder of the office that a phrase of `question` names: "the Norwegian prime minister";
  /// empty if it names none.
  static Optional<OfficeHolder> of(String phrase, String question) {
    var matcher = PHRASE.matcher(phrase);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var words =
        Arrays.asList(
            SHORT_FORM.matcher(matcher.group("office")).replaceAll("prime minister").split(" "));
    var noun = words.getLast().toLowerCase(Locale.ROOT);
    var modifiers =
        words.subList(0, words.size() - 1).stream()
            .filter(word -> !isPlace(word) && PersonNames.withoutPossessive(word).equals(word))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !PRESENT.contains(word))
            .toList();
    boolean isPast = PAST.matcher(question).find();
    boolean hasPlace =
        words.stream().anyMatch(OfficeHolder::isPlace) || namesPlace(matcher.group("place"));
    return PersonNames.isPersonNoun(noun)
        ? Optional.of(
            new OfficeHolder(noun, modifiers, isPast, hasPlace, NameMatcher.of(List.of(question))))
        : Optional.empty();
  }

  /// Returns what `sentence` says about the office.
  public Match match(String sentence) {
    var named = named(sentence).toList();
    return named.stream().anyMatch(Named::isHolder)
        ? Match.HOLDER
        : named.isEmpty() ? Match.NONE : Match.OTHER_OFFICE;
  }

  /// The names of the holders in `sentence`.
  Stream<String> names(String sentence) {
    return named(sentence).filter(Named::isHolder).map(Named::name);
  }

  /// The places in `sentence` of the noun for the holder, each with the name after it.
  Stream<Span> mentions(String sentence) {
    return phrases(sentence)
        .filter(phrase -> phrase.where() == OfficePhrase.Where.ASKED && !phrase.isOtherRank())
        .map(phrase -> {
          int end = phrase.office().end();
          var name = NAME_AFTER.matcher(sentence.substring(end));
          return new Span(phrase.office().start(), name.find() ? end + name.end("name") : end);
        });
  }

  private Stream<OfficePhrase> phrases(String sentence) {
    return Pattern.compile("\\b" + Pattern.quote(noun) + "s?\\b", Pattern.CASE_INSENSITIVE)
        .matcher(sentence)
        .results()
        .map(found -> new OfficePhrase(this, sentence, new Span(found.start(), found.end())))
        .filter(OfficePhrase::hasModifiers);
  }

  private Stream<Named> named(String sentence) {
    return phrases(sentence)
        .filter(phrase -> phrase.where() != OfficePhrase.Where.UNCLEAR)
        .flatMap(phrase -> named(sentence, phrase).stream());
  }

  private List<Named> named(String sentence, OfficePhrase phrase) {
    boolean isElsewhere = phrase.where() == OfficePhrase.Where.ELSEWHERE;
    var named = namedAfter(phrase.rest(), isElsewhere);
    if (named.isEmpty()) {
      named = namedBefore(sentence, phrase.office(), isElsewhere);
    }
    return phrase.isOtherRank() ? named.stream().map(Named::ofOtherRank).toList() : named;
  }

  /// The length of the longest beginning of `name` that the question has; 0 for none.
  int knownPrefix(String name) {
    return IntStream.iterate(name.length(), end -> end > 0, end -> name.lastIndexOf(' ', end - 1))
        .filter(end -> known.matches(PersonNames.withoutPossessive(name.substring(0, end))))
        .findFirst()
        .orElse(0);
  }

  private List<Named> namedAfter(String after, boolean isElsewhere) {
    var named = new ArrayList<Named>();
    var rest = after;
    for (var name = NAME_AFTER.matcher(rest); name.find(); name = FURTHER_NAME.matcher(rest)) {
      var place = name.group("place");
      if (!known.matches(name.group("name")) && !OfficePhrase.isCalendarName(name.group("name"))) {
        boolean isOther = (place == null || !hasPlace) ? isElsewhere : knownPrefix(place) == 0;
        named.add(new Named(name.group("name"), !isOther));
      }
      if (place == null) {
        break;
      }
      rest = rest.substring(name.end());
    }
    return named;
  }

  private List<Named> namedBefore(String sentence, Span office, boolean isElsewhere) {
    return NameFinder.find(sentence).stream()
        .filter(name -> name.end() <= office.start() && !known.matches(name.of(sentence)))
        .filter(name -> {
          var between = sentence.substring(name.end(), office.start());
          return APPOSITION.matcher(between).matches()
              || VERB.matcher(between).matches()
              || (OBJECT.matcher(between).matches()
                  && ELECTED.matcher(sentence.substring(0, name.start())).find());
        })
        .map(name -> new Named(name.of(sentence), !isElsewhere))
        .toList();
  }

  /// True if the words after the office, "of Norway", have a name.
  private static boolean namesPlace(@Nullable String tail) {
    return tail != null
        && Stream.of(tail.split(" "))
            .anyMatch(word ->
                isPlace(word)
                    || (Character.isUpperCase(word.codePointAt(0))
                        && !FunctionWords.isFunction(word)
                        && !OfficePhrase.isCalendarName(word)));
  }

  /// True for a country, a demonym and a possessive.
  private static boolean isPlace(String word) {
    return OfficePhrase.isCountry(word) || !PersonNames.withoutPossessive(word).equals(word);
  }

  /// A name next to the office.
  ///
  /// @param isHolder false if it is that of a deputy, a former holder or one of another country
  private record Named(String name, boolean isHolder) {
    Named ofOtherRank() {
      return new Named(name, false);
    }
  }
}
