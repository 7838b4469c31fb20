package org.dossier.ingestion.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// A remover of boilerplate around the article of a web page. It recognizes boilerplate by tags, by
/// hidden elements, and by common class names and ids.
final class HtmlBoilerplateRemover {
  private static final String TAGS =
      "script, style, nav, header, footer, aside, form, button, figure, figcaption, iframe, noscript,"
          + " template, svg, math, object, embed, video, audio, canvas, select, textarea, input,"
          + " dialog, menu";
  private static final String HIDDEN =
      "[hidden], [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
          + " [style~=(?i)visibility\\s*:\\s*hidden]";
  private static final String ROLES =
      "[role~=(?i)^(navigation|banner|complementary|contentinfo|search|dialog|alert|form|menu"
          + "|menubar|toolbar)$]";
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|[\\s_-])(?:comments?|commentlist|respond|disqus|discussion|share|sharing|sharebar"
              + "|sharedaddy|addtoany|addthis|social|socials|related|relatedposts|recommend"
              + "|recommended|recommendations?|newsletter|subscribe|subscription|signup|promos?"
              + "|promotion|advert|adverts|ads?|advertisement|advertorial|sponsored|banner|cookies?"
              + "|consent|gdpr|breadcrumbs?|sidebar|tags|tagcloud|taglist|tag-links|cat-links"
              + "|pagination|pager|navigation|nav|navbar|menu|byline|author-box|author-bio|authorbox"
              + "|post-meta|entry-meta|entry-footer|skip-link|screen-reader-text|toolbar|popup|modal"
              + "|paywall|outbrain|taboola|most-read|most-popular|trending|widget|widgets|print-only"
              + "|footer|copyright|caption|credit|gallery|slideshow|rating|login)(?:$|[\\s_-])");

  /// Names with such a word describe the setup or topic of a box, not its function.
  private static final Pattern STATES =
      Pattern.compile(
          "(?:^|[_-])(?:no|has|with|without|open|opened|closed|enabled|disabled|is|type|format|status"
              + "|elementor|category|tag(?!-links))(?:$|[_-])");

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final String FIELDS =
      "textarea, select, input:not([type~=(?i)^(hidden|submit|button|image)$])";

  /// A form with this much text is the wrapper of a page builder, not a form.
  private static final int WRAPPING_TEXT = 1_000;

  private HtmlBoilerplateRemover() {}

  /// Removes all boilerplate from `body`.
  static void removeFrom(Element body, Cuts cuts) {
    var keep = articleAndAncestors(body);
    for (var form : body.select("form")) {
      if (keep.contains(form) || isWrapping(form)) {
        form.unwrap();
      }
    }
    body.select(TAGS).forEach(element -> cuts.remove(element, "<" + element.normalName() + ">"));
    for (var element : body.select(HIDDEN + ", " + ROLES + ", [class], [id]")) {
      boolean marked = element.is(HIDDEN) || element.is(ROLES);
      if ((marked || hasBoilerplateName(element)) && !keep.contains(element)) {
        cuts.remove(element, marked ? "hidden, or a role of the page" : "a name of page furniture");
      }
    }
  }

  /// True if `element` is inside such a part.
  static boolean isBoilerplate(Element element) {
    return element.parents().stream()
        .anyMatch(p ->
            p.nameIs("aside") || p.nameIs("nav") || p.nameIs("footer") || hasBoilerplateName(p));
  }

  private static boolean isWrapping(Element form) {
    return form.selectFirst(FIELDS) == null || form.text().length() > WRAPPING_TEXT;
  }

  /// The elements marked as the article or its heading, with all their ancestors; they are kept
  /// regardless of their names.
  private static Set<Element> articleAndAncestors(Element body) {
    Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
    around.add(body);
    for (var element : body.select("h1, main, [itemprop=articleBody]")) {
      for (var e = element; e != null && around.add(e); ) {
        e = e.parent();
      }
    }
    return around;
  }

  private static boolean hasBoilerplateName(Element element) {
    return element.classNames().stream().anyMatch(HtmlBoilerplateRemover::isName)
        || isName(element.id());
  }

  private static boolean isName(String name) {
    var words = CAMEL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    return NAMES.matcher(words).find() && !STATES.matcher(words).find();
  }
}
