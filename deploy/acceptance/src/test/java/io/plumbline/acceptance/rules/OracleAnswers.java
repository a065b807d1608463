package io.plumbline.acceptance.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.acceptance.history.RawTracker;
import io.plumbline.acceptance.oracle.answer.Oracle;
import io.plumbline.acceptance.oracle.record.TrackerReader;
import io.plumbline.spec.Json;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The oracle's answers. */
final class OracleAnswers implements Answers {
    @Override
    public List<Map<String, Object>> rows(String spec, RawTracker... trackers) {
        Oracle oracle = new Oracle(Arrays.stream(trackers)
                .map(t -> TrackerReader.read(t.instance(), t.lines()))
                .toList());
        try {
            return oracle.answer(Json.mapper().readTree(spec), Instant.now()).rows().stream()
                    .peek(r -> r.keySet().removeIf(k -> k.endsWith("__parts")))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
