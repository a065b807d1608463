package io.plumbline.catalog.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Answers that are texts of their own instead of envelopes: files and pages. */
public final class Documents {
    private Documents() {}

    /**
     * A text with its entity tag; 304 without it for a caller who has it.
     *
     * @param state of everything that the text is made from: the catalog's version and what else it depends on
     * @param ifNoneMatch the header; null where it is absent
     * @param text made only where the caller needs it
     */
    public static ResponseBuilder<String> of(
            String mediaType, String state, String ifNoneMatch, Supplier<String> text) {
        boolean known = ifNoneMatch != null && Preconditions.names(ifNoneMatch, state);
        ResponseBuilder<String> response = known
                ? ResponseBuilder.create(Status.NOT_MODIFIED)
                : ResponseBuilder.ok(text.get()).header(HttpHeaders.CONTENT_TYPE, mediaType + ";charset=UTF-8");
        return response.header(HttpHeaders.ETAG, "\"" + state + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** Has browsers keep the text as a file of that name. */
    public static RestResponse<String> asFile(ResponseBuilder<String> response, String name) {
        return response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
