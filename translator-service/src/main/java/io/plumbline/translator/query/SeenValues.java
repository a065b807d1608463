package io.plumbline.translator.query;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/** The answer of query-service on the values seen in a tenant's data; members that are new to us don't matter. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeenValues(Data data) {

    /** @param values by dimension, sorted */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(Map<String, List<String>> values) {}
}
