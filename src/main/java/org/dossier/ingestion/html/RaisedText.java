package org.dossier.ingestion.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Superscripts and subscripts as characters: "10⁹", "km²", "CO₂", "21st", "$1.99". Marks of
/// footnotes are left out, so that no mark is read as a digit of the number before it.
public final class RaisedText {
  private static final int MAX_LENGTH = 8;

  private static final Pattern FIGURE = Pattern.compile("[+−–-]?\\p{Nd}{1,4}");
  private static final Pattern MARKS =
      Pattern.compile("[*†‡§¶‖#]{1,3}|[(\\[].{0,20}[)\\]]|(?:\\p{Nd}{1,3}|[a-z])[).]|[ivx]{2,4}");
  private static final Pattern LIST =
      Pattern.compile("\\p{Nd}{1,3}(?:\\s*[,–-]\\s*\\p{Nd}{1,3})+|[a-z](?:\\s*[,–]\\s*[a-z])+");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{1,8}\\.?");

  private static final Pattern PRICE = Pattern.compile("\\p{Sc}\\s?\\p{Nd}[\\p{Nd},.]{0,12}$");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}$");
  private static final Pattern DECIMALS = Pattern.compile("[.,]\\p{Nd}{1,2}");
  private static final Pattern VULGAR = Pattern.compile("[¼½¾⅐-⅞]");
  private static final Pattern SEPARATOR = Pattern.compile("[.,]$");
  private static final Pattern TEMPERATURE = Pattern.compile("^[\\s\\h]?[CF]\\b");
  private static final Pattern FORMULA = Pattern.compile("(?<!\\p{L})(?:CO|NO|SO|CH)$");
  private static final Pattern CURRENCY =
      Pattern.compile("^[\\s\\h]?(?:\\p{Sc}|EUR|USD|GBP|CHF|kr\\b|zł)");
  private static final Pattern MANY =
      Pattern.compile("^[\\s\\h]?(?:million|billion|trillion|bn\\b|m\\b)");
  private static final Pattern BASE = Pattern.compile("(?<![\\p{Nd}.,])(?:10|2|e)$");
  private static final Pattern TIMES = Pattern.compile("[×x·*⋅]\\s?10$");
  private static final Pattern UNIT =
      Pattern.compile("(?<!\\p{L})(?:[kcdmµμn]?m|km|mi|ft|in|yd|s|sec|W)$");
  private static final Pattern VARIABLE =
      Pattern.compile("(?<![\\p{L}\\p{Nd}'’])[\\p{L}&&[^aAI]]$|[=+*/^]\\s?\\p{L}{1,3}$|\\)$");
  private static final Pattern ISOTOPE = Pattern.compile("^\\p{Lu}\\p{Ll}?(?!\\p{L})");
  private static final Pattern ORDINAL = Pattern.compile("(?i)st|nd|rd|th|er|ers|re|e|è?me|º|ª");

  private static final Pattern FRACTION = Pattern.compile("^\\s?[/⁄]\\s?(?:\\p{Nd}|$)");
  private static final Pattern NUMERATOR = Pattern.compile("\\p{Nd}\\s?[/⁄]$");

  private static final Set<String> SIGNS = Set.of("tm", "sm", "®", "©", "(r)", "(c)", "™", "℠");
  private static final Map<Character, Character> RAISED =
      map("0123456789+-−–=()nix", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱˣ");
  private static final Map<Character, Character> LOWERED =
      map("0123456789+-−–=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

  private RaisedText() {}

  /// True for the mass number of an isotope: "²³⁵U".
  static boolean isIsotope(String raised, String after) {
    return raised.length() > 1 && ISOTOPE.matcher(after).find();
  }

  private static Map<Character, Character> map(String plain, String other) {
    var characters = new HashMap<Character, Character>();
    for (int i = 0; i < plain.length(); i++) {
      characters.put(plain.charAt(i), other.charAt(i));
    }
    return Map.copyOf(characters);
  }

  /// The text of a superscript; empty for the mark of a footnote.
  ///
  /// @param content its characters
  /// @param before the text of its block before it
  /// @param after the text directly after it
  /// @param note true if the page marks it as a reference to a note, or has a note with this mark
  public static String superscript(String content, String before, String after, boolean note) {
    var raised = content.strip();
    if (raised.isEmpty() || MARKS.matcher(raised).matches() || LIST.matcher(raised).matches()) {
      return "";
    }
    if (SIGNS.contains(raised.toLowerCase(Locale.ROOT))) {
      return sign(raised);
    }
    if (isDegree(raised, before, after)) {
      return "°";
    }
    if (DECIMALS.matcher(raised).matches() || VULGAR.matcher(raised).matches()) {
      return raised;
    }
    if (FIGURE.matcher(raised).matches()) {
      return figure(raised, before, after, note);
    }
    if (note) {
      return "";
    }
    if (LETTERS.matcher(raised).matches()) {
      return letters(raised, before, after);
    }
    return raised.length() <= MAX_LENGTH && isExponent(raised, before)
        ? characters(raised, RAISED, "^")
        : " " + raised;
  }

  /// The text of a subscript.
  public static String subscript(String content, String before) {
    var lowered = content.strip();
    if (NUMERATOR.matcher(tail(before)).find() || lowered.length() > MAX_LENGTH) {
      return lowered.length() > MAX_LENGTH ? " " + lowered : lowered;
    }
    return characters(lowered, LOWERED, "");
  }

  private static String figure(String raised, String before, String after, boolean note) {
    var head = tail(before);
    if (FRACTION.matcher(after).find()) {
      return NUMBER.matcher(head).find() ? " " + raised : raised;
    }
    boolean cents =
        raised.length() == 2
            && !MANY.matcher(after).find()
            && (PRICE.matcher(head).find()
                || (NUMBER.matcher(head).find() && CURRENCY.matcher(after).find()));
    if (cents && !note) {
      return SEPARATOR.matcher(head).find() ? raised : "." + raised;
    }
    if (FORMULA.matcher(head).find() && !note) {
      return characters(raised, LOWERED, "");
    }
    boolean isotope = isIsotope(raised, after);
    boolean exponent =
        TIMES.matcher(head).find() || (!note && isExponent(raised, head)) || (isotope && !note);
    return exponent ? characters(raised, RAISED, "^") : "";
  }

  /// "5<sup>o</sup>C" is 5 °C.
  private static boolean isDegree(String raised, String before, String after) {
    return (raised.equals("o") || raised.equals("0"))
        && NUMBER.matcher(tail(before).stripTrailing()).find()
        && TEMPERATURE.matcher(after).find();
  }

  private static boolean isExponent(String raised, String before) {
    var head = tail(before);
    boolean power = BASE.matcher(head).find();
    boolean unit = UNIT.matcher(head).find() && raised.matches("[+−–-]?[1-4]");
    return power || unit || VARIABLE.matcher(head).find();
  }

  private static String letters(String raised, String before, String after) {
    var head = tail(before);
    boolean joined = !after.isEmpty() && Character.isLetter(after.charAt(0));
    boolean ordinal = ORDINAL.matcher(raised).matches() && !head.isEmpty();
    boolean number = NUMBER.matcher(head).find() || head.matches("(?s).*(?<!\\p{L})[NnIVXLM]{1,6}");
    if (joined || (ordinal && number)) {
      return raised;
    }
    if (raised.length() == 1) {
      return VARIABLE.matcher(head).find() ? characters(raised, RAISED, "^") : "";
    }
    boolean apart = number || raised.equals(raised.toUpperCase(Locale.ROOT));
    return apart ? " " + raised : raised;
  }

  private static String sign(String raised) {
    return switch (raised.toLowerCase(Locale.ROOT)) {
      case "tm" -> "™";
      case "sm" -> "℠";
      case "(r)" -> "®";
      case "(c)" -> "©";
      default -> raised;
    };
  }

  /// The characters if each has such a form, otherwise the plain ones after `prefix`.
  private static String characters(String plain, Map<Character, Character> forms, String prefix) {
    var text = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      Character form = forms.get(plain.charAt(i));
      if (form == null) {
        return prefix + plain;
      }
      text.append(form.charValue());
    }
    return text.toString();
  }

  /// The end of `text`, which is all that patterns look at.
  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 20));
  }
}
