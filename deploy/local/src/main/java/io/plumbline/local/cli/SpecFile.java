package io.plumbline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.client.ApiClient;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a spec from a file, or from standard input for {@code -}. */
final class SpecFile {
    private SpecFile() {}

    static JsonNode read(Path file) {
        try {
            byte[] bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
            return ApiClient.JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new StackException(
                    "%s is not JSON: line %d, column %d: %s"
                            .formatted(
                                    file.toString().equals("-") ? "Standard input" : file,
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage()),
                    "A spec looks like {\"measures\": [{\"name\": \"velocity\"}], \"dimensions\": [\"project_key\"]}",
                    e);
        } catch (IOException e) {
            throw new StackException("The file " + file + " can't be read.", "Check its path.", e);
        }
    }
}
