package org.dossier.web.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Suggested follow-up questions.
@Schema(
    name = "FollowUps",
    description = "Questions that the archive was found to answer, three at most, perhaps none.")
public record FollowUpsJson(List<String> followUps) {}
