package io.plumbline.load.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.QueryCompiler;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
    @ParameterizedTest
    @EnumSource
    void compiles(Shape shape) {
        ReadResult read = SpecReader.interactive().read(shape.json());
        assertThat(read).isInstanceOf(ReadResult.Valid.class);
        var spec = ((ReadResult.Valid) read).spec();
        assertThat(new QueryCompiler().compile(spec, CatalogFiles.load(), Instant.now(), "acme"))
                .isInstanceOf(Compiled.Query.class);
    }
}
