package org.dossier.web.security;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.dossier.web.request.RequestPath;
import org.jspecify.annotations.Nullable;

/// The web page that sent a request, according to headers that its browser sets and the page cannot
/// forge.
///
/// @param name its origin, such as `https://news.example`; [#OWN] for this server's pages; the
///   string `"null"`, as in the `Origin` header, if the browser does not state the origin of
///   another site's page, which then only loads a resource
public record RequestOrigin(String name) {
  static final String OWN = "own";
  private static final String UNKNOWN = "null";

  /// `null` if the request was not sent by a page in a browser.
  public static @Nullable RequestOrigin of(HttpServerRequest request) {
    var origin = request.getHeader("Origin");
    var site = request.getHeader("Sec-Fetch-Site");
    if (origin == null && site == null) {
      return null;
    }
    // Browsers omit the origin if a page reads from its own server, and a proxy may use another
    // host name for this server than the page does.
    boolean own =
        "same-origin".equals(site)
            || "none".equals(site)
            || isOwnHost(request, origin)
            || (origin == null && isNavigation(request) && isPage(request));
    return new RequestOrigin(own ? OWN : origin == null ? UNKNOWN : origin);
  }

  boolean isOwn() {
    return name.equals(OWN);
  }

  /// Returns true if the user follows a link, possibly from another site, that opens a document of
  /// this server in a browser tab. Form submissions and frames are excluded.
  static boolean isNavigation(HttpServerRequest request) {
    var destination = request.getHeader("Sec-Fetch-Dest");
    boolean isRead =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return isRead
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && (destination == null || destination.equals("document"));
  }

  /// A link to anything but a page does not have the permissions of this machine.
  private static boolean isPage(HttpServerRequest request) {
    var path = RequestPath.of(request);
    return !RequestPath.isApi(path) && !path.startsWith("/q/");
  }

  private static boolean isOwnHost(HttpServerRequest request, @Nullable String origin) {
    var authority = request.authority();
    return origin != null
        && authority != null
        && origin.replaceFirst("^https?://", "").equalsIgnoreCase(authority.toString());
  }
}
