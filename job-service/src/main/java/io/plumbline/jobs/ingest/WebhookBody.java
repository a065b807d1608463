package io.plumbline.jobs.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a signed webhook says of itself, before anything is merged. */
final class WebhookBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Events that Jira may be told to send as well, and of which the warehouse holds nothing. */
    private static final Pattern IRRELEVANT = Pattern.compile(
            "(jira:version_|project_|user_|board_|issuelink_|attachment_|option_|issue_property_|comment_property_"
                    + "|filter_|jira:worklog_|jira_expression_|dashboard_|issuetype_).{0,60}");

    private final byte[] bytes;
    private final JsonNode json;

    private WebhookBody(byte[] bytes, JsonNode json) {
        this.bytes = bytes;
        this.json = json;
    }

    /** Empty where it is no JSON object. */
    static Optional<WebhookBody> of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return json != null && json.isObject() ? Optional.of(new WebhookBody(bytes, json)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean isIrrelevant() {
        return IRRELEVANT.matcher(json.path("webhookEvent").asText("")).matches();
    }

    /** Whether its time is no further away than that; false where it has none. */
    boolean isRecent(Instant now, Duration window) {
        JsonNode millis = json.path("timestamp");
        if (!millis.isIntegralNumber() || !millis.canConvertToLong()) {
            return false;
        }
        long distance = millis.asLong() - now.toEpochMilli();
        return distance <= window.toMillis() && distance >= -window.toMillis();
    }

    /** As a line of the import format. */
    static byte[] line(byte[] body) {
        var line = new ByteArrayOutputStream(body.length + 32);
        line.writeBytes("{\"kind\":\"event\",\"data\":".getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(body);
        line.write('}');
        return line.toByteArray();
    }

    byte[] line() {
        return line(bytes);
    }
}
