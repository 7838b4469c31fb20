package org.dossier.ingestion.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// A remover of boilerplate around the article of a web page. It recognizes boilerplate by tags, by
/// hidden elements, and by common class names and ids together with the content of the element
/// ([FurnitureJudge]): a name alone never removes prose.
final class HtmlBoilerplateRemover {
  private static final String TAGS =
      "script, style, nav, header, footer, aside, form, button, iframe, noscript, template, svg, math,"
          + " object, embed, video, audio, canvas, select, textarea, input, dialog, menu, amp-ad,"
          + " amp-sidebar, amp-embed, amp-social-share, amp-user-notification, amp-consent,"
          + " amp-iframe";
  private static final Evaluator HIDDEN =
      QueryParser.parse(
          "[hidden], [amp-access-hide], [style~=(?i)display\\s*:\\s*none],"
              + " [style~=(?i)visibility\\s*:\\s*hidden]");
  private static final Evaluator ROLES =
      QueryParser.parse(
          "[role~=(?i)^(navigation|banner|complementary|contentinfo|search|dialog|alert|form|menu"
              + "|menubar|toolbar)$]");

  /// The elements to judge.
  private static final Evaluator MARKED =
      QueryParser.parse(
          "[class], [id], [role], [hidden], [style], [aria-hidden=true]," + " [amp-access-hide]");

  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|[\\s_-])(?:comments?|commentlist|respond|disqus|discussion|share|sharing|sharebar"
              + "|sharedaddy|addtoany|addthis|social|socials|related|relatedposts|recommend"
              + "|recommended|recommendations?|newsletter|subscribe|subscription|signup|promos?"
              + "|promotion|advert|adverts|ads?|advertisement|advertorial|sponsored|banner|cookies?"
              + "|consent|gdpr|breadcrumbs?|toc|table-of-contents|sidebar|tags|tagcloud|taglist|tag-links|cat-links"
              + "|pagination|pager|navigation|nav|navbar|menu|byline|author-box|author-bio|authorbox"
              + "|post-meta|entry-meta|entry-footer|skip-link|screen-reader-text|toolbar|popup|modal"
              + "|paywall|outbrain|taboola|most-read|most-popular|trending|widget|widgets|print-only|noprint"
              + "|editsection|footer|copyright|caption|thumbcaption|credit|gallery|slideshow|rating|login)(?:$|[\\s_-])");

  /// Names with such a word describe the setup or topic of a box, not its function.
  private static final Pattern STATES =
      Pattern.compile(
          "(?:^|[_-])(?:no|has|with|without|open|opened|closed|enabled|disabled|is|type|format|status"
              + "|elementor|category|tag(?!-links))(?:$|[_-])");

  private static final Pattern FACTS =
      Pattern.compile(
          "(?:^|[\\s_-])(?:facts?|fact-?box|info-?box|factsheet|key-?(?:facts|points|figures)"
              + "|background|explainer|context|definition|callout|glossary)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final String FIELDS =
      "textarea, select, input:not([type~=(?i)^(hidden|submit|button|image)$])";

  /// A form with this much text is the wrapper of a page builder, not a form.
  private static final int WRAPPING_TEXT = 1_000;

  private static final String BOX_FIELDS =
      "textarea, select, input:not([type~=(?i)^(hidden|image)$])";
  private static final int LEVELS_AROUND_FIELD = 5;

  private static final Pattern PART =
      Pattern.compile("(?:^|[\\s_-])(?:page|slide)(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);

  /// The elements marked as the text of the article, perhaps as its description, too.
  static final Evaluator ARTICLE_BODY = QueryParser.parse("[itemprop~=(^|\\s)articleBody(\\s|$)]");

  private static final Evaluator KEPT =
      QueryParser.parse("h1, main, [itemprop~=(^|\\s)articleBody(\\s|$)]");

  private HtmlBoilerplateRemover() {}

  /// Removes all boilerplate from `body`.
  ///
  /// @param heading that of the story; `null` if it is unknown
  static void removeFrom(Element body, @Nullable Element heading, Cuts cuts) {
    var keep = articleAndAncestors(body, heading);
    for (var form : body.select("form")) {
      if (keep.contains(form) || isWrapping(form)) {
        form.unwrap();
      }
    }
    body.select("h1 button, h2 button, h3 button, h4 button").unwrap();
    var boxesOfFields = boxesOfFields(body);
    Figures.unwrap(body, cuts);
    for (var element : body.select(TAGS)) {
      if (!isOfQuotation(element)
          && !isFactBox(element)
          && !(element.nameIs("header") && Standfirst.keep(element))) {
        cuts.remove(element, "<" + element.normalName() + ">");
      }
    }
    var judge = new FurnitureJudge(body, boxesOfFields);
    for (var element : body.select(MARKED)) {
      var reason = keep.contains(element) ? null : reason(element, judge);
      if (reason != null) {
        cuts.remove(element, reason);
      }
    }
  }

  /// True for a box of facts in the article, to be judged by its content.
  private static boolean isFactBox(Element element) {
    return element.nameIs("aside")
        && (FACTS.matcher(element.className() + " " + element.id()).find()
            || element.attr("role").equals("note"))
        && element.closest("article, main, [role=main], [itemprop=articleBody]") != null;
  }

  /// True for the source of a quotation.
  private static boolean isOfQuotation(Element element) {
    return element.nameIs("footer") && element.closest("blockquote") != null;
  }

  private static @Nullable String reason(Element element, FurnitureJudge judge) {
    if (element.is(HIDDEN)) {
      return showFurtherPage(element) ? null : "hidden";
    }
    if (element.is(ROLES)) {
      return "role " + element.attr("role");
    }
    var name = findName(element);
    if (name != null) {
      return judge.reason(element, name);
    }
    if (element.nameIs("aside")) {
      return judge.reason(element, "aside");
    }
    return element.attr("aria-hidden").equals("true") ? judge.reason(element, "aria-hidden") : null;
  }

  /// Shows a hidden page of a paginated story, as a control of the page would; false if `element`
  /// is not the page after a shown one.
  private static boolean showFurtherPage(Element element) {
    var before = element.previousElementSibling();
    if (!PART.matcher(element.className()).find()
        || before == null
        || before.is(HIDDEN)
        || before.classNames().stream().noneMatch(element.classNames()::contains)) {
      return false;
    }
    element.removeAttr("hidden").removeAttr("style");
    return true;
  }

  /// True if `element` is inside such a part.
  static boolean isBoilerplate(Element element) {
    return element.parents().stream()
        .anyMatch(p ->
            p.nameIs("aside")
                || p.nameIs("nav")
                || (p.nameIs("footer") && !isAboveArticle(p))
                || hasBoilerplateName(p));
  }

  /// True for the footer of an article that is above its text and states its author and date.
  private static boolean isAboveArticle(Element footer) {
    var parent = footer.parent();
    return parent != null
        && parent.nameIs("article")
        && footer.previousElementSibling() == null
        && footer.nextElementSibling() != null;
  }

  /// The elements a few levels around the fields of `body`.
  private static Set<Element> boxesOfFields(Element body) {
    Set<Element> boxes = Collections.newSetFromMap(new IdentityHashMap<>());
    for (var field : body.select(BOX_FIELDS)) {
      Stream.iterate(field, Objects::nonNull, Element::parent)
          .limit(LEVELS_AROUND_FIELD)
          .forEach(boxes::add);
    }
    return boxes;
  }

  private static boolean isWrapping(Element form) {
    return form.selectFirst(FIELDS) == null || form.text().length() > WRAPPING_TEXT;
  }

  /// The elements marked as the article or its heading, with all their ancestors; they are kept
  /// regardless of their names.
  private static Set<Element> articleAndAncestors(Element body, @Nullable Element heading) {
    Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
    around.add(body);
    var marked = body.select(KEPT);
    if (heading != null) {
      marked.add(heading);
    }
    for (var element : marked) {
      for (var e = element; e != null && around.add(e); ) {
        e = e.parent();
      }
    }
    return around;
  }

  static boolean hasBoilerplateName(Element element) {
    return findName(element) != null;
  }

  /// The class name or id that is one of boilerplate; `null` if the element has none.
  private static @Nullable String findName(Element element) {
    for (var name : element.classNames()) {
      if (isName(name)) {
        return name;
      }
    }
    return isName(element.id()) ? element.id() : null;
  }

  private static boolean isName(String name) {
    if (name.isEmpty()) {
      return false;
    }
    var words = CAMEL.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    return NAMES.matcher(words).find() && !STATES.matcher(words).find();
  }
}
