package io.plumbline.catalog.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** The folder {@code definitions} of the class path, be it a directory or part of a jar. */
final class ClassPathFolder {
    private static final String FOLDER = "/definitions";

    private ClassPathFolder() {}

    static <T> T read(Function<Path, T> reader) {
        try {
            URI uri = CatalogFiles.class.getResource(FOLDER + "/entities.yaml").toURI();
            if (!uri.getScheme().equals("jar")) {
                return reader.apply(Path.of(uri).getParent());
            }
            String jar = uri.getRawSchemeSpecificPart();
            URI file = URI.create(jar.substring(0, jar.lastIndexOf('!')));
            try (var archive = FileSystems.newFileSystem(Path.of(file), Map.of())) {
                return reader.apply(archive.getPath(FOLDER));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the definitions can't be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the definitions can't be found", e);
        }
    }
}
