package org.dossier.question;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dossier.text.MessageLanguage;
import org.jspecify.annotations.Nullable;

/// Analyzes the wording of a question: its kind, its topic, its period and the sides of a
/// comparison. English only; a question in another language is a topic to search for.
public final class QuestionAnalyzer {
  /// The kinds whose rules capture a topic and not a clause.
  private static final Set<QuestionKind> TOPICAL =
      Set.of(QuestionKind.TOPIC, QuestionKind.TIMELINE, QuestionKind.LATEST, QuestionKind.COMPARE);

  private static final Pattern COURTESY =
      Pattern.compile(
          "^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|please|pls|ok|okay|well|so|and|but|also|then|thanks|thank you|sorry"
              + "|yes|no|oh|by the way|just|actually|maybe|perhaps)\\b[,.!: ]*)*+"
              + "(?:(?:(?:can|could|would|will) you(?: please| kindly| maybe)?|(?:can|could|may) i (?:please )?(?:get|have|ask(?: you)?)"
              + "|please|do you know|do you happen to know|i (?:want|need|would like) to (?:know|ask)|i'd like to (?:know|ask)"
              + "|i wonder|i was wondering|any idea|tell me|tell us|let me know|explain|remind me)"
              + "(?=\\W+(?:who|whom|whose|what|when|where|which|why|how|if|whether|explain|tell|give|show|list|name|compare"
              + "|summari[sz]e|describe|outline|recap|sum|an?|the|some|please)\\b)[,: ]*(?:please )?(?:(?:if|whether) )?){0,2}+",
          Pattern.CASE_INSENSITIVE);

  /// What comes before the question itself: "According to the mayor, did the ferry stop?"
  private static final Pattern FRONTED =
      Pattern.compile(
          "^(?:according to|in|on|at|during|since|after|before|for|with|when|while|under) [^,?]{1,80}, "
              + "(?=(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern END = Pattern.compile("(?<![\\s?？!.…])[\\s?？!.…]++$");
  private static final Pattern FACT =
      Pattern.compile(
          "^(?:and |so |but )?(?:(?:in|on|at|by|for|from|to|since|until|of|with) )?(?:who|whom|whose|when|where|which|what"
              + "|how (?:many|much|long|far|old|often|tall|high|large|big|fast|heavy|deep|wide|close|near|soon|early|late|young"
              + "|strong|quickly|frequently))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WH =
      Pattern.compile(
          "\\b(?:who|whom|whose|when|where|which|what|how (?:many|much|long|far|old|often))\\b|^\\W*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PRONOUNS =
      Pattern.compile(
          "(?:it|this|that|he|she|they|them|him|her|these|those|there|here|you|me|us|we)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AND =
      Pattern.compile(
          "\\s*(?:,?\\s+(?:and|with|to|or|versus|vs\\.?)\\s+|,\\s*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern RECENT =
      Pattern.compile(
          "\\b(?:latest|newest|most recent(?:ly)?|recent(?:ly)?|lately|current(?:ly)?|nowadays|now|newly?|today|tonight|yesterday"
              + "|this (?:week|weekend|month|year|season)|so far|just)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String JOINING = "(?:and|or|with|to|versus|vs|from|in|of|the)";

  private static final Pattern SUBJECT_OF_COMPARISON =
      Pattern.compile(
          "^(?:who|whose|which|what)\\b.*?,\\s*(?<topic>.+ or .+)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern THAN =
      Pattern.compile("^" + KindRules.THAN + "$", Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("\\b(?:1[5-9]|20)\\d\\d\\b");

  /// Articles "from 2013" are those of 2013; "from 2013 on" and "from 2013 to 2014" are as they
  /// say.
  private static final Pattern FROM =
      Pattern.compile(
          "\\bfrom (?!.*(?:\\b(?:to|until|till|through|up to|on|onwards?)\\b|[-–—]))",
          Pattern.CASE_INSENSITIVE);

  private QuestionAnalyzer() {}

  /// @param askedOn the date by which "last year" is resolved
  public static QuestionAnalysis analyze(String question, LocalDate askedOn) {
    if (!MessageLanguage.isEnglish(question)) {
      return new QuestionAnalysis(
          question, QuestionKind.TOPIC, question, null, false, List.of(), false);
    }
    var plain = plain(question);
    var asked = asked(plain);
    var count =
        KindRules.match(cutDates(asked, askedOn))
            .filter(found -> found.kind() == QuestionKind.COUNT);
    if (count.isPresent()) {
      return count(asked, count.get(), askedOn);
    }
    var match = KindRules.match(asked).filter(found -> found.kind() != QuestionKind.COUNT);
    var kind =
        match
            .map(KindRules.Match::kind)
            .orElseGet(
                () -> asksForAFact(asked, question) ? QuestionKind.FACT : QuestionKind.TOPIC);
    var period = PeriodFinder.find(plain, askedOn).map(PeriodFinder.Found::period).orElse(null);
    var named =
        match.map(KindRules.Match::topic).filter(QuestionAnalyzer::namesSomething).orElse(plain);
    var topic = period == null ? named : withoutDates(named, askedOn);
    var sides = kind == QuestionKind.COMPARE ? sides(asked, named) : List.<String>of();
    return new QuestionAnalysis(
        asked,
        kind,
        topic,
        period,
        isRecent(kind, plain, period, askedOn),
        sides,
        factual(kind, match.map(KindRules.Match::topic).orElse(""), asked));
  }

  private static QuestionAnalysis count(String asked, KindRules.Match match, LocalDate askedOn) {
    var period =
        PeriodFinder.find(FROM.matcher(asked).replaceAll("in "), askedOn)
            .map(PeriodFinder.Found::period)
            .orElse(null);
    return new QuestionAnalysis(
        asked, QuestionKind.COUNT, match.topic(), period, false, List.of(), false, match.ranking());
  }

  /// True if the wording of `question` is that of a request about a topic that it names: "What is
  /// known about the bridge", not "tell me more about it".
  public static boolean namesTopic(String question) {
    return KindRules.match(asked(plain(question)))
        .filter(match -> TOPICAL.contains(match.kind()))
        .map(KindRules.Match::topic)
        .filter(QuestionAnalyzer::namesSomething)
        .isPresent();
  }

  /// The question without polite words before it, on which the rules work.
  static String plain(String question) {
    var line = question.strip().replace('’', '\'');
    var rest = COURTESY.matcher(line).replaceFirst("");
    var plain = END.matcher(rest).replaceFirst("");
    return plain.isBlank() ? END.matcher(line).replaceFirst("") : plain;
  }

  /// The sentence that asks, without what comes before the question itself.
  private static String asked(String plain) {
    var asked = AskedSentence.of(plain);
    return FRONTED.matcher(asked.equals(plain) ? plain : plain(asked)).replaceFirst("");
  }

  /// "The latest on the strike" asks for no fact, although it may begin with "what"; "Is the bridge
  /// open now?" does.
  private static boolean factual(QuestionKind kind, String topic, String asked) {
    return kind == QuestionKind.LATEST
        ? !namesSomething(topic) && AnswerType.isQuestion(asked)
        : isFactual(asked) && !(kind == QuestionKind.COMPARE && THAN.matcher(asked).matches());
  }

  private static boolean namesSomething(String topic) {
    return !topic.isBlank() && !PRONOUNS.matcher(topic).matches();
  }

  /// True for a question with a question word anywhere: "Botany is the study of what?"
  private static boolean asksForAFact(String asked, String question) {
    return isFactual(asked) || (question.strip().matches(".*[?？:]$") && WH.matcher(asked).find());
  }

  private static boolean isFactual(String plain) {
    return FACT.matcher(plain).find();
  }

  /// The topic without its period; empty if it has no other content.
  private static String withoutDates(String topic, LocalDate askedOn) {
    var rest = cutDates(topic, askedOn);
    return rest.equals(topic) || QuestionTerms.hasContent(rest) ? rest : "";
  }

  /// The words of a question without those that name its period.
  private static String cutDates(String question, LocalDate askedOn) {
    return PeriodFinder.find(question, askedOn)
        .map(PeriodFinder.Found::span)
        .map(span -> question.substring(0, span.start()) + question.substring(span.end()))
        .map(rest -> rest.replaceAll("\\s+", " ").strip())
        .orElse(question);
  }

  private static boolean isRecent(
      QuestionKind kind, String question, @Nullable Period period, LocalDate askedOn) {
    return kind == QuestionKind.LATEST
        || (period == null
            ? RECENT.matcher(question).find()
            : period.contains(askedOn) || RECENT.matcher(question).find());
  }

  /// The parts that are compared: "Lavrov said in 2013" and "Lavrov said in 2021" of "what Lavrov
  /// said in 2013 and in 2021".
  private static List<String> sides(String plain, String topic) {
    var than = THAN.matcher(plain);
    if (than.matches()) {
      var quality = " " + than.group("quality");
      return List.of(than.group("first") + quality, than.group("second") + quality);
    }
    var years = YEAR.matcher(topic).results().toList();
    if (years.size() == 2) {
      var first = Pattern.quote(years.getFirst().group());
      var second = Pattern.quote(years.getLast().group());
      return List.of(
          topic.replaceFirst("(?i)(?:\\s*\\b" + JOINING + "\\b)*\\s*\\b" + second, "").strip(),
          topic.replaceFirst("(?i)" + first + "(?:\\s*\\b" + JOINING + "\\b)*\\s*", "").strip());
    }
    var either = SUBJECT_OF_COMPARISON.matcher(plain);
    var compared = either.find() ? either.group("topic") : topic;
    var parts = AND.splitAsStream(compared).toList();
    if (parts.size() != 2 || parts.stream().anyMatch(String::isBlank)) {
      return List.of();
    }
    if (either.reset().find()) {
      var shared = plain.substring(0, either.start("topic"));
      return List.of(shared + parts.getFirst().strip(), shared + parts.getLast().strip());
    }
    return ComparedSides.of(parts.getFirst().strip(), parts.getLast().strip());
  }
}
