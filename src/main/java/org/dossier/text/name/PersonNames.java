package org.dossier.text.name;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.WordListFile;

/// Heuristic that distinguishes names of people from other names by their form. It makes mistakes.
public final class PersonNames {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.'’-]*+(?: (?:\\p{Lu}[\\p{L}\\p{M}.'’-]*+|von|van|de|der|den|del|al|bin|ibn|da|di|la))*+");

  /// "Sputnik V", "Artemis II".
  private static final Pattern NUMBERED = Pattern.compile(" (?:[IVX]+|\\p{Lu})$");

  private static final Pattern NOT_PERSONS =
      Pattern.compile(
          "(?i).*\\b(council|committee|commission|agency|university|college|school|institute|ministry|department"
              + "|organi[sz]ation|association|foundation|bank|group|party|bridge|house|street|airport|company|inc|corp|ltd"
              + "|court|congress|senate|parliament|union|league|club|times|post|news|award|prize|cup|games|act|treaty"
              + "|agreement|war|river|lake|sea|ocean|island|islands|mountain|mount|city|county|province|republic|kingdom"
              + "|states|nations|lines|airlines|airways|offshore|systems|industries|holdings|partners|radio|television|motors"
              + "|technologies|railways|harbour|harbor|library|theatre|theater|festival|championship|federation|forum|network"
              + "|authority|summit|conference|protocol|pact|accord|museum|church|hospital|center|centre|park|square|service|services|project|program"
              + "|programme|cloud|north|south|east|west|new|san|saint|st|great|united|middle)\\b.*");

  private static final Set<String> NOUNS = WordListFile.read("phrases.txt").words("person nouns");

  private PersonNames() {}

  /// True if `noun` is one for persons: "mayor".
  ///
  /// @param noun in lower case, in the singular
  public static boolean isPersonNoun(String noun) {
    return NOUNS.contains(noun);
  }

  /// The name within a phrase: "Jalili" of "Jalili's proposal".
  public static String withoutPossessive(String phrase) {
    return phrase.replaceFirst("['’]s\\b.*", "");
  }

  /// True if `name` has the form of a full name.
  public static boolean isFullName(String name) {
    return name.contains(" ") && mayBeName(name);
  }

  /// True if `name` may be the name of a person, including a family name alone.
  public static boolean mayBeName(String name) {
    return WORDS.matcher(name).matches()
        && !NUMBERED.matcher(name).find()
        && !name.equals(name.toUpperCase(Locale.ROOT))
        && !NOT_PERSONS.matcher(name).matches()
        && !Aliases.isCountry(name)
        && !Aliases.isDemonym(name);
  }
}
