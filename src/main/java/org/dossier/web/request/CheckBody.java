package org.dossier.web.request;

/// The body of a request that verifies an answer or a text.
///
/// @param content JSON, not validated
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
public record CheckBody(byte[] content) {}
