package org.dossier.web.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.dossier.web.request.RequestPath;
import org.jspecify.annotations.Nullable;

/// The web page that sent a request, as its browser tells, whom a page cannot make lie.
///
/// @param name its origin, such as `https://news.example`; [#OWN] for this server's own pages; what
///   browsers write where they do not tell, for a page from elsewhere that only wants something
///   loaded
public record RequestOrigin(String name) {
  static final String OWN = "own";
  private static final String UNTOLD = "null";

  /// Null where no browser's page sent it.
  public static @Nullable RequestOrigin of(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    var site = request.getHeader("Sec-Fetch-Site");
    if (origin == null && site == null) {
      return null;
    }
    // Browsers leave the origin out where a page reads from its own server, and a proxy may call
    // this server by another name than the page does.
    boolean own =
        "same-origin".equals(site)
            || "none".equals(site)
            || isCalled(request, origin)
            || (origin == null && isLink(request) && isPage(request));
    return new RequestOrigin(own ? OWN : origin == null ? UNTOLD : origin);
  }

  boolean isOwn() {
    return name.equals(OWN);
  }

  /// Whether somebody follows a link, from another site too, to something of ours that fills a tab
  /// of the browser. Never a form that is sent, nor a frame in a page.
  static boolean isLink(HttpServerRequest request) {
    var destination = request.getHeader("Sec-Fetch-Dest");
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && (destination == null || destination.equals("document"));
  }

  /// A link to what is no page gives its reader no rights of this machine.
  private static boolean isPage(HttpServerRequest request) {
    var path = RequestPath.of(request);
    return !RequestPath.isApi(path) && !path.startsWith("/q/");
  }

  private static boolean isCalled(HttpServerRequest request, @Nullable String origin) {
    var called = request.authority();
    return origin != null
        && called != null
        && origin.replaceFirst("^https?://", "").equalsIgnoreCase(called.toString());
  }
}
