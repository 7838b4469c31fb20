package org.dossier.answer.sentence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dossier.question.NameMatcher;
import org.dossier.text.Span;
import org.dossier.text.name.NameFinder;

/// A question who or what a name is, and how clearly a sentence says it: in an apposition ("Ada
/// Hill, the mayor of Selby, spoke"), by a role before the name ("the mayor Ada Hill spoke"), by a
/// verb ("Ada Hill is a painter"), or by the long form of an acronym. English only.
///
/// @param name as the question writes it
public record Description(String name) {
  private static final double CERTAIN = 1;
  private static final double BY_ROLE = 0.8;

  private static final Pattern QUESTION =
      Pattern.compile(
          "^(?:and |so |but |then )?(?:who|what)(?: exactly)?(?:['’]s| is| was| are| were) (?:the |an? )?(?<name>[^,]{2,80}?)(?: exactly)?$",
          Pattern.CASE_INSENSITIVE);

  private static final String ARTICLE =
      "(?:an?|the|one of|its|his|her|their|then|now|former|current|deputy|head|chief|leader|founder|co-founder|son|daughter"
          + "|(?!because|instead|ahead|out|outside|inside|most|some|all|many|several|none|each|both|part|speaking|regardless)[\\p{L}-]+ (?:of|for|at))\\b";

  private static final Pattern VERB =
      Pattern.compile(
          "^,?(?: who| which)? (?:is|was|are|were|remains|became|has been) (?:also |now |then |currently )?"
              + ARTICLE
              + "(?! (?:time|moment|way))");

  private static final Pattern APPOSITION =
      Pattern.compile(
          "^(?: \\([^()]{1,30}\\))?, (?!the (?:first|second|former|latter|one|other)\\b)(?:the then |the )?"
              + ARTICLE
              + "[^,;.]{2,120}(?:[,;.]|$)");

  private static final Pattern CLAUSE =
      Pattern.compile(
          "\\b(?:is|was|were|are|has|had|have|will|would|said|says|met|did|do|went|came)\\b");

  /// "In Selby, the capital was rebuilt" has no apposition.
  private static final Pattern CIRCUMSTANCE =
      Pattern.compile(
          "(?:^|[.!?“\"] ?)(?:in|at|on|from|near|for|to|with|after|before|since|during|outside|inside|like|unlike) (?:the )?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROLE =
      Pattern.compile(
          "\\b(?:presidents?|ministers?|secretary|director|head|king|queen|prince|princess|chief|chairman|chairwoman|chair|leader|governor"
              + "|mayor|ambassador|speaker|envoy|senator|general|colonel|judge|professor|spokesman|spokeswoman|spokesperson"
              + "|(?:the|an?|its|his|her|their|former|[\\p{L}]+['’]s) (?:[\\p{L}-]+ ){0,3}[\\p{Ll}-]+(?:er|or|ist|ian|ant|eer|man|woman|ief|ogue))"
              + "(?: Dr\\.?| Mr\\.?| Mrs\\.?| Ms\\.?)? $",
          Pattern.CASE_INSENSITIVE);

  /// "The foreign minister, Ada Hill, spoke".
  private static final Pattern ROLE_AND_COMMA =
      Pattern.compile(
          "(?:^|[ (“\"])(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|\\p{Lu}\\p{L}+['’]s)(?: [\\p{L}’'-]+){1,8}, $");

  private static final Pattern LONG_FORM =
      Pattern.compile("(?:\\p{Lu}[\\p{L}-]+ (?:(?:of|for|on|and|the) )*){2,8}\\($");

  /// The description that `question` asks for; empty if it asks for something else, such as the
  /// holder of an office.
  public static Optional<Description> asked(String question) {
    var matcher = QUESTION.matcher(question.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var name = matcher.group("name").strip();
    var whole = new Span(0, name.length());
    return NameFinder.find(name).equals(List.of(whole))
        ? Optional.of(new Description(name))
        : Optional.empty();
  }

  /// How clearly `sentence` says who or what the name is, 0 to 1; 0 if it does not.
  public double clarity(String sentence) {
    return NameFinder.find(sentence).stream()
        .filter(span -> NameMatcher.of(List.of(span.of(sentence))).matches(name))
        .mapToDouble(span -> clarity(span, sentence))
        .max()
        .orElse(0);
  }

  private double clarity(Span span, String sentence) {
    var before = sentence.substring(0, span.start());
    var after = sentence.substring(span.end());
    if (VERB.matcher(after).find() || isApposition(before, after) || isLongForm(before, after)) {
      return CERTAIN;
    }
    // "Mayor Ada Hill" may be one name.
    var firstWord = span.of(sentence).split("\\s", 2)[0];
    boolean hasRole =
        ROLE.matcher(before).find()
            || ROLE.matcher(firstWord + " ").find()
            || (ROLE_AND_COMMA.matcher(before).find() && after.matches("(?s)[,.].*"));
    return hasRole ? BY_ROLE : 0;
  }

  private static boolean isApposition(String before, String after) {
    var matcher = APPOSITION.matcher(after);
    return matcher.find()
        && !CLAUSE.matcher(matcher.group()).find()
        && !CIRCUMSTANCE.matcher(before).find();
  }

  private boolean isLongForm(String before, String after) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        && after.startsWith(")")
        && LONG_FORM.matcher(before).find();
  }
}
