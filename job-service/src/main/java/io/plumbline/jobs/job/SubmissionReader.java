package io.plumbline.jobs.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is submitted, and reports every fault of it at once; the spec itself is checked by query-service. */
public final class SubmissionReader {
    /** The largest body, in bytes. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_CHARACTERS = 200;
    private static final List<String> MEMBERS = List.of("spec", "priority", "label");

    private SubmissionReader() {}

    /**
     * Reads {@code {"spec": …, "priority"?, "label"?}}, or the spec alone.
     *
     * @throws ProblemException {@code malformed_json}, {@code invalid_request} or {@code payload_too_large}
     */
    public static Submission read(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw new ProblemException(
                    CommonProblem.PAYLOAD_TOO_LARGE, "A submission has at most %d bytes.".formatted(MOST_BYTES));
        }
        JsonNode root = parse(body);
        if (!root.isObject()) {
            throw invalid(List.of(FieldError.of(
                    "",
                    "wrong_type",
                    "Send an object: {\"spec\": {…}}, with `priority` and `label` if you like, or the spec alone.")));
        }
        // A spec has measures; where both are there, the outer one is at fault and named below.
        if (root.has("measures") && !root.has("spec")) {
            return Submission.of(root, root, "", null, null);
        }
        return read(root);
    }

    private static Submission read(JsonNode root) {
        List<FieldError> errors = new ArrayList<>();
        root.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                errors.add(unknown(name));
            }
        });
        JsonNode spec = root.path("spec");
        if (!spec.isObject()) {
            errors.add(FieldError.of("/spec", "required", "The spec is missing, or is no object."));
        }
        Priority priority = priority(root.path("priority"), errors);
        String label = label(root.path("label"), errors);
        if (!errors.isEmpty()) {
            throw invalid(errors);
        }
        return Submission.of(root, spec, "/spec", priority, label);
    }

    private static Priority priority(JsonNode given, List<FieldError> errors) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        Optional<Priority> found = Priority.find(given.isTextual() ? given.textValue() : "");
        if (found.isEmpty()) {
            errors.add(new FieldError(
                    "/priority", "invalid_value", "A job's priority is `high` or `low`.", Priority.names(), null));
        }
        return found.orElse(null);
    }

    private static String label(JsonNode given, List<FieldError> errors) {
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        String text = given.isTextual() ? given.textValue().strip() : "";
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > MOST_CHARACTERS
                || text.codePoints().anyMatch(SubmissionReader::isUnfit)) {
            errors.add(FieldError.of(
                    "/label",
                    "invalid_value",
                    "A label is a text of 1 to %d characters without control characters.".formatted(MOST_CHARACTERS)));
        }
        return text;
    }

    /** Control characters, halves of surrogates and what turns the direction of text. */
    private static boolean isUnfit(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
    }

    private static FieldError unknown(String name) {
        return new FieldError(
                "/" + name.replace("~", "~0").replace("/", "~1"),
                "unknown_member",
                "This member is not known; remove it or correct its name.",
                MEMBERS,
                NearestName.find(name, MEMBERS).orElse(null));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode root = Json.mapper().readTree(body);
            if (root == null || root.isMissingNode()) {
                throw malformed("There is no JSON; send an object with a spec.");
            }
            return root;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String at = place == null ? "" : " at line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
            throw malformed("The body is not well-formed JSON%s.".formatted(at));
        } catch (IOException e) {
            throw malformed("The body is not UTF-8.");
        }
    }

    private static ProblemException malformed(String message) {
        return new ProblemException(
                CommonProblem.MALFORMED_JSON, message, List.of(FieldError.of("", "malformed_json", message)));
    }

    private static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().message()
                : "%d places need correction; `errors` names each.".formatted(errors.size());
        return new ProblemException(CommonProblem.INVALID_REQUEST, detail, errors);
    }
}
