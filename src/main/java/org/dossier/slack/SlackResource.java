package org.dossier.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dossier.auth.PublicEndpoint;
import org.dossier.slack.api.SlackConfig;
import org.dossier.slack.api.SlackMeters;
import org.dossier.slack.event.CommandParser;
import org.dossier.slack.event.EventParser;
import org.dossier.slack.event.InteractionParser;
import org.dossier.slack.event.MalformedPayloadException;
import org.dossier.slack.event.Payload;
import org.dossier.slack.event.Signature;
import org.dossier.slack.event.SlackEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The endpoints to which Slack sends requests. The signature of a request is verified before its
/// body is parsed.
@Path("/slack")
@RunOnVirtualThread
@PublicEndpoint("Slack signs its requests")
final class SlackResource {
  private static final Logger LOG = Logger.getLogger(SlackResource.class);

  /// Asks Slack not to deliver a malformed request again.
  private static final String NO_RETRY = "X-Slack-No-Retry";

  private static final int TOO_LARGE = 413;
  private static final int ENQUEUE_TIMEOUT_SECONDS = 10;

  private final SlackBot bot;
  private final SlackMeters meters;
  private final SlackConfig config;

  SlackResource(SlackBot bot, SlackMeters meters, SlackConfig config) {
    this.bot = bot;
    this.meters = meters;
    this.config = config;
  }

  /// A parsed event and the id by which its redelivery is recognized.
  private record InboundEvent(SlackEvent event, @Nullable String eventId) {}

  @POST
  @Path("events")
  @Operation(hidden = true)
  public Response events(@Context HttpHeaders headers, InputStream body) throws IOException {
    var eventParser = new EventParser(config.followThreads());
    return receive(
        headers,
        body,
        bytes -> {
          var envelope = Payload.json(bytes);
          return new InboundEvent(eventParser.read(envelope), EventParser.id(envelope));
        });
  }

  @POST
  @Path("commands")
  @Operation(hidden = true)
  public Response commands(@Context HttpHeaders headers, InputStream body) throws IOException {
    return receive(
        headers, body, bytes -> new InboundEvent(CommandParser.read(Payload.form(bytes)), null));
  }

  @POST
  @Path("interactions")
  @Operation(hidden = true)
  public Response interactions(@Context HttpHeaders headers, InputStream body) throws IOException {
    return receive(
        headers, body, bytes -> new InboundEvent(InteractionParser.read(payload(bytes)), null));
  }

  private static JsonNode payload(byte[] form) {
    return Payload.json(Payload.required(Payload.form(form), "payload"));
  }

  private Response receive(
      HttpHeaders headers, InputStream body, Function<byte[], InboundEvent> parser)
      throws IOException {
    var signature = bot.signature();
    if (signature.isEmpty()) {
      return reject(404, "The HTTP transport for Slack is not enabled.", "off");
    }
    var bytes = body.readNBytes(config.bodyLimit() + 1);
    if (bytes.length > config.bodyLimit()) {
      return reject(TOO_LARGE, "The body is too large.", "too-large");
    }
    var timestamp = headers.getHeaderString(Signature.TIMESTAMP);
    var signatureHeader = headers.getHeaderString(Signature.SIGNATURE);
    if (!signature.get().isValid(timestamp, signatureHeader, bytes)) {
      return reject(401, "The signature is missing, invalid or expired.", "signature");
    }
    try {
      var inboundEvent = parser.apply(bytes);
      return respond(inboundEvent);
    } catch (MalformedPayloadException e) {
      LOG.warnf("Malformed request from Slack: %s", e.getMessage());
      return reject(400, String.valueOf(e.getMessage()), "unreadable");
    }
  }

  private Response respond(InboundEvent inboundEvent) {
    try {
      var body =
          bot.eventHandler()
              .receive(inboundEvent.event(), inboundEvent.eventId())
              .orTimeout(ENQUEUE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
              .join()
              .body();
      return body == null ? Response.ok().build() : json(200, body);
    } catch (CompletionException e) {
      LOG.warnf("Event not stored, Slack will deliver it again: %s", e.getCause());
      return reject(503, "The event could not be stored. Deliver it again.", "not-stored");
    }
  }

  private Response reject(int status, String detail, String reason) {
    meters.countRejectedRequest(reason);
    var problem =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "about:blank")
            .put("status", status)
            .put("detail", detail);
    var response = Response.status(status).type("application/problem+json");
    if (status < 500) {
      response.header(NO_RETRY, "1");
    }
    return response.entity(problem.toString()).build();
  }

  private static Response json(int status, JsonNode body) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(body.toString()).build();
  }
}
