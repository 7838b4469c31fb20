package org.dossier.search.analysis;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.dossier.text.LanguageDetector;
import org.jspecify.annotations.Nullable;

/// The languages with an analyzer of their own, by short name (`en`, `fa`; `cjk` for Chinese,
/// Japanese and Korean), or [#OTHER] for any other language.
public final class Languages {
  public static final String ENGLISH = LanguageDetector.ENGLISH;
  public static final String OTHER = LanguageDetector.OTHER;
  public static final String CJK = LanguageDetector.CJK;

  private static final Map<String, Supplier<Analyzer>> ANALYZER_FACTORIES =
      Map.ofEntries(
          entry(OTHER, () -> new AccentFoldingAnalyzer(new StandardAnalyzer())),
          entry(ENGLISH, () -> new AccentFoldingAnalyzer(new EnglishAnalyzer())),
          entry("ar", ArabicAnalyzer::new),
          entry("bg", BulgarianAnalyzer::new),
          entry("bn", BengaliAnalyzer::new),
          entry("ca", CatalanAnalyzer::new),
          entry(CJK, CJKAnalyzer::new),
          entry("ckb", SoraniAnalyzer::new),
          entry("cs", CzechAnalyzer::new),
          entry("da", DanishAnalyzer::new),
          entry("de", GermanAnalyzer::new),
          entry("el", GreekAnalyzer::new),
          entry("es", SpanishAnalyzer::new),
          entry("et", EstonianAnalyzer::new),
          entry("eu", BasqueAnalyzer::new),
          entry("fa", PersianAnalyzer::new),
          entry("fi", FinnishAnalyzer::new),
          entry("fr", FrenchAnalyzer::new),
          entry("ga", IrishAnalyzer::new),
          entry("gl", GalicianAnalyzer::new),
          entry("hi", HindiAnalyzer::new),
          entry("hu", HungarianAnalyzer::new),
          entry("hy", ArmenianAnalyzer::new),
          entry("id", IndonesianAnalyzer::new),
          entry("it", ItalianAnalyzer::new),
          entry("lt", LithuanianAnalyzer::new),
          entry("lv", LatvianAnalyzer::new),
          entry("ne", NepaliAnalyzer::new),
          entry("nl", DutchAnalyzer::new),
          entry("no", NorwegianAnalyzer::new),
          entry("pt", PortugueseAnalyzer::new),
          entry("ro", RomanianAnalyzer::new),
          entry("ru", RussianAnalyzer::new),
          entry("sr", SerbianAnalyzer::new),
          entry("sv", SwedishAnalyzer::new),
          entry("ta", TamilAnalyzer::new),
          entry("te", TeluguAnalyzer::new),
          entry("th", ThaiAnalyzer::new),
          entry("tr", TurkishAnalyzer::new));

  /// Tags that share the analyzer of another.
  private static final Map<String, String> ALIASES =
      Map.of("nb", "no", "nn", "no", "zh", CJK, "ja", CJK, "ko", CJK, "ku", "ckb");

  private static final Map<String, Analyzer> ANALYZERS = new ConcurrentHashMap<>();

  private Languages() {}

  /// The language that `tag` names. Without a tag, the likeliest language by the script of `text`,
  /// or English for a text without letters.
  public static String of(@Nullable String tag, String text) {
    return tag == null ? LanguageDetector.detect(text) : of(tag);
  }

  /// The language that `tag` names.
  public static String of(String tag) {
    var primary = tag.toLowerCase(Locale.ROOT).split("-", 2)[0];
    var language = ALIASES.getOrDefault(primary, primary);
    return ANALYZER_FACTORIES.containsKey(language) ? language : OTHER;
  }

  /// The analyzer of a language returned by [#of]. Safe for any number of threads.
  public static Analyzer analyzer(String language) {
    return ANALYZERS.computeIfAbsent(language, Languages::create);
  }

  private static Analyzer create(String language) {
    var factory = ANALYZER_FACTORIES.get(language);
    if (factory == null) {
      throw new IllegalArgumentException("no analyzer for the language " + language);
    }
    return new UnseenCharacterAnalyzer(factory.get());
  }
}
