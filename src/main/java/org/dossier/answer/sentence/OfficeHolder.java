package org.dossier.answer.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dossier.question.NameMatcher;
import org.dossier.text.Span;
import org.dossier.text.name.Aliases;
import org.dossier.text.name.NameFinder;
import org.dossier.text.name.PersonNames;

/// A question who holds an office or a title, "Who is the new speaker of the house?", and the
/// sentences that say so: by a title ("Speaker Ada Hill"), in an apposition ("Ada Hill, the speaker
/// of the house"), by a verb ("Ada Hill was elected speaker"). English only.
///
/// @param noun the noun for the holder, in lower case: "speaker"
/// @param known the names of the question, which hold no office in it
public record OfficeHolder(String noun, NameMatcher known) {
  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:and |so |but |then )?who(?:['’]s| is| was| are| became| serves as| served as| was (?:elected|named|appointed)(?: as)?)"
              + "(?: the| an?)?(?: (?:current|new|next|present|reigning|latest|most recent|incumbent|sitting))*"
              + " (?<office>[\\p{L}’'-]+(?: [\\p{L}’'-]+){0,4}?)(?: (?:of|for|at|in|to|representing|now|today)\\b.*)?\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final String TITLES =
      "(?:(?:[Ss]en|[Rr]ep|[Gg]ov|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof)\\. )?";

  /// Between the noun and a name after it: "the speaker, Ada Hill".
  private static final Pattern BEFORE_NAME = Pattern.compile("^,? " + TITLES + "$");

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

  /// A word that makes the noun another office.
  private static final Pattern OTHER_OFFICE =
      Pattern.compile(
          "\\b(?:former|ex|outgoing|previous|then|deputy|vice|acting|interim|departing)[ -]$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORDS_BEFORE = Pattern.compile("(?:[\\p{L}’'-]+ ){1,3}$");

  /// The office holder that `question` asks for; empty if it asks for something else.
  public static Optional<OfficeHolder> asked(String question) {
    var matcher = QUESTION.matcher(question.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var office = matcher.group("office").toLowerCase(Locale.ROOT);
    var noun = office.substring(office.lastIndexOf(' ') + 1);
    return PersonNames.isPersonNoun(noun)
        ? Optional.of(new OfficeHolder(noun, NameMatcher.of(List.of(question))))
        : Optional.empty();
  }

  /// True if `sentence` names the holder.
  public boolean isNamedIn(String sentence) {
    var names =
        NameFinder.find(sentence).stream()
            .filter(name -> !known.matches(withoutNoun(name.of(sentence))))
            .toList();
    return Pattern.compile("\\b" + Pattern.quote(noun) + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(sentence)
        .results()
        .filter(found -> !isOtherOffice(sentence.substring(0, found.start())))
        .anyMatch(found ->
            names.stream()
                .anyMatch(name -> holds(name, new Span(found.start(), found.end()), sentence)));
  }

  /// True if the words before the noun make it another office: "the deputy", "the Danish foreign".
  private boolean isOtherOffice(String before) {
    return OTHER_OFFICE.matcher(before).find()
        || WORDS_BEFORE
            .matcher(before)
            .results()
            .flatMap(words -> Stream.of(words.group().strip().split("\\s+")))
            .map(PersonNames::withoutPossessive)
            .anyMatch(word ->
                (Aliases.isDemonym(word) || Aliases.isCountry(word)) && !known.matches(word));
  }

  private static boolean holds(Span name, Span office, String sentence) {
    if (name.contains(office)) {
      return name.start() == office.start() && name.end() > office.end();
    }
    if (office.end() <= name.start()) {
      return BEFORE_NAME.matcher(sentence.substring(office.end(), name.start())).matches();
    }
    var between = sentence.substring(name.end(), office.start());
    return APPOSITION.matcher(between).matches()
        || VERB.matcher(between).matches()
        || (OBJECT.matcher(between).matches()
            && ELECTED.matcher(sentence.substring(0, name.start())).find());
  }

  /// "Ada Hill" of "Speaker Ada Hill".
  private String withoutNoun(String name) {
    return name.regionMatches(true, 0, noun + " ", 0, noun.length() + 1)
        ? name.substring(noun.length() + 1)
        : name;
  }
}
