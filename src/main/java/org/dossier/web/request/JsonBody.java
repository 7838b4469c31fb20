package org.dossier.web.request;

import com.fasterxml.jackson.databind.JsonNode;

/// The body of a request of a protocol whose clients send more fields than this server reads.
///
/// @param root the body, any JSON value
public record JsonBody(JsonNode root) implements RequestJson {}
