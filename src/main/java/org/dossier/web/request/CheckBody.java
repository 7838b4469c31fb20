package org.dossier.web.request;

import com.fasterxml.jackson.databind.JsonNode;

/// The body of a request that verifies an answer or a text.
///
/// @param root any JSON value
public record CheckBody(JsonNode root) implements RequestJson {}
