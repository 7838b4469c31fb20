package org.dossier.answer.sentence;

import java.util.regex.Pattern;

/// Recognizes English sentences that cannot be understood without the sentence before them.
public final class DanglingReference {
  private static final Pattern OPENING =
      Pattern.compile(
          "^[\"“”'‘’(\\[]*(?:(?:and|but|so|yet|also|then|instead|however|moreover|furthermore|meanwhile|in addition|as a result"
              + "|for (?:this|that) reason|at the time|still|thus|therefore|because of (?:this|that)|in (?:this|that) case"
              + "|in response|by contrast|similarly|likewise|otherwise)\\b,? *)*+"
              + "(?:(?:according to )?(?:him|her|them|it)|he|she|they|his|hers|its|their|theirs|this|that|these|those|such|both|the latter|the former"
              + "|one of (?:them|these|those)|some of (?:them|these|those)|another|others|the other|the same|here|there(?! (?:is|are|was|were|has|have|will)\\b))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLEONASTIC =
      Pattern.compile(
          "^[\"“”'‘’(\\[]*it (?:is|was|has been|will be|would be|seems|seemed|appears|appeared|remains|remained) (?:\\w+ )?"
              + "(?:that|to|unclear|not clear|clear|possible|likely|unlikely|expected|known|important|difficult|hard|easy|time)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONNECTIVE =
      Pattern.compile(
          "^[\"“”'‘’(\\[]*(?:but|and|so|yet|instead|however|moreover|furthermore|as a result|for (?:this|that) reason|therefore|thus"
              + "|consequently|hence|because of (?:this|that))\\b",
          Pattern.CASE_INSENSITIVE);

  private DanglingReference() {}

  /// True if the sentence begins with a word that refers to something before it.
  public static boolean begins(String sentence) {
    return OPENING.matcher(sentence).find() && !PLEONASTIC.matcher(sentence).find();
  }

  /// True if the sentence begins with a conjunction that continues the sentence before it.
  public static boolean continues(String sentence) {
    return CONNECTIVE.matcher(sentence).find();
  }
}
