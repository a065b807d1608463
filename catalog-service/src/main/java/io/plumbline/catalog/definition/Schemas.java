package io.plumbline.catalog.definition;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas that stand beside the definition files. */
final class Schemas {
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

    private Schemas() {}

    /** The schema of that name, for example {@code metric}. */
    static JsonSchema of(String name) {
        String resource = "/definitions/" + name + ".schema.json";
        try (InputStream content = Schemas.class.getResourceAsStream(resource)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(content, CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema can't be read: " + resource, e);
        }
    }
}
