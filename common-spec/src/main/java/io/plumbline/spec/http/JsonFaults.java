package io.plumbline.spec.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.plumbline.spec.NearestName;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import java.util.List;
import java.util.Objects;

/** Problems for bodies that can't be read. The parser's own messages name classes, so none of them is passed on. */
final class JsonFaults {
    private JsonFaults() {}

    static ProblemException toProblem(JsonProcessingException exception) {
        return switch (exception) {
            case InvalidDefinitionException fault ->
                new ProblemException(CommonProblem.INTERNAL_ERROR, "The answer could not be written.").causedBy(fault);
            case UnrecognizedPropertyException fault -> problem(unknownMember(fault));
            case JsonMappingException fault
            when fault.getCause() instanceof StreamReadException syntax -> problem(malformed(syntax));
            case JsonMappingException fault -> problem(wrongValue(fault));
            default -> problem(malformed(exception));
        };
    }

    private static ProblemException problem(FieldError error) {
        return new ProblemException(CommonProblem.MALFORMED_JSON, error.message(), List.of(error));
    }

    private static FieldError malformed(JsonProcessingException exception) {
        var at = exception.getLocation();
        String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return FieldError.of("", "malformed_json", "The body is not well-formed JSON" + place + ".");
    }

    private static FieldError unknownMember(UnrecognizedPropertyException fault) {
        List<String> known = fault.getKnownPropertyIds() == null
                ? List.of()
                : fault.getKnownPropertyIds().stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .sorted()
                        .toList();
        return new FieldError(
                pointer(fault),
                "unknown_member",
                "This member is not known; remove it or correct its name.",
                known,
                NearestName.find(fault.getPropertyName(), known).orElse(null));
    }

    private static FieldError wrongValue(JsonMappingException fault) {
        return FieldError.of(pointer(fault), "invalid_value", "The value is missing or has the wrong type or form.");
    }

    private static String pointer(JsonMappingException fault) {
        var text = new StringBuilder();
        for (JsonMappingException.Reference step : fault.getPath()) {
            text.append('/').append(step.getFieldName() == null ? step.getIndex() : escape(step.getFieldName()));
        }
        return text.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
