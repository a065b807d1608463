package io.plumbline.spec.format.arrow;

import io.plumbline.spec.format.ColumnarFields;
import io.plumbline.spec.format.ColumnarFields.Field;
import io.plumbline.spec.format.RowFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.WriteChannel;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.apache.arrow.vector.ipc.message.MessageSerializer;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * The Arrow IPC streaming format: the schema, a record batch for each page of rows, the end of the stream. A batch's
 * memory, which no garbage collector frees, lives no longer than its writing.
 */
public final class ArrowFormat implements RowFormat {
    /** A page is far smaller: one that is not must fail, not fill the machine. */
    private static final long MEMORY = 64L * 1024 * 1024;

    private static final byte[] NOTHING = {};

    private List<Field> fields = List.of();
    private Schema schema;

    @Override
    public byte[] head(Heading heading) {
        fields = ColumnarFields.shown(heading);
        schema = ArrowSchema.of(fields, heading);
        return piece(channel -> MessageSerializer.serialize(channel, schema));
    }

    @Override
    public byte[] rows(List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return NOTHING;
        }
        try (BufferAllocator memory = new RootAllocator(MEMORY);
                VectorSchemaRoot vectors = VectorSchemaRoot.create(schema, memory)) {
            fill(vectors, rows);
            try (ArrowRecordBatch batch = new VectorUnloader(vectors).getRecordBatch()) {
                return piece(channel -> MessageSerializer.serialize(channel, batch));
            }
        }
    }

    @Override
    public byte[] end(Ending ending) {
        return piece(channel -> ArrowStreamWriter.writeEndOfStream(channel, new IpcOption()));
    }

    @Override
    public byte[] broken(Object problem) {
        return NOTHING;
    }

    @Override
    public boolean tellsMeta() {
        return false;
    }

    private void fill(VectorSchemaRoot vectors, List<List<Object>> rows) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            FieldVector vector = vectors.getVector(i);
            for (int row = 0; row < rows.size(); row++) {
                ArrowValue.set(vector, field.column().type(), row, rows.get(row).get(field.position()));
            }
        }
        vectors.setRowCount(rows.size());
    }

    private interface Part {
        void write(WriteChannel channel) throws IOException;
    }

    private static byte[] piece(Part part) {
        var bytes = new ByteArrayOutputStream();
        try (WriteChannel channel = new WriteChannel(Channels.newChannel(bytes))) {
            part.write(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
