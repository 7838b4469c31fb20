package org.dossier.web.json;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Suggested follow-up questions.
@Schema(
    name = "FollowUps",
    description =
        "At most three questions that the archive was verified to answer; possibly empty.")
public record FollowUpsJson(List<String> followUps) {}
