package io.plumbline.spec.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.spec.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Gives the framework's mapper the same settings as {@link Json#mapper()}. */
@Singleton
final class StrictJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper);
    }
}
