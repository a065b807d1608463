package io.plumbline.jobs.tracker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads one line of an import. Thread-safe. */
public final class RecordReader {
    /** The version of the format that a line may name. */
    private static final int SCHEMA = 1;
    /** Rich text nests deeply, but not like this. */
    private static final int MAX_DEPTH = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(LineReader.MAX_LINE)
                    .maxNumberLength(100)
                    .build())
            .build();

    static {
        JSON.setCodec(new ObjectMapper(JSON).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS));
    }

    /**
     * The record of a line.
     *
     * @throws InvalidRecord where the line can't be imported
     */
    public TrackerRecord read(byte[] line, int length) {
        Nul.refuse(line, length);
        try {
            Envelope envelope = envelope(line, length, null);
            if (envelope.kind == null) {
                throw new InvalidRecord("there is no \"kind\"; expected {\"kind\": \"issue\", \"data\": {…}}");
            }
            if (!envelope.sawData) {
                throw new InvalidRecord("there is no \"data\"; expected {\"kind\": \"issue\", \"data\": {…}}");
            }
            return envelope.record != null
                    ? envelope.told()
                    : envelope(line, length, envelope.kind).told();
        } catch (StreamConstraintsException e) {
            throw new InvalidRecord(
                    "the JSON is nested deeper than %d levels, or holds a number of more than 100 digits"
                            .formatted(MAX_DEPTH));
        } catch (JsonEOFException e) {
            throw new InvalidRecord("not JSON: the line ends in the middle of a value");
        } catch (JsonProcessingException e) {
            throw new InvalidRecord(
                    "not JSON: fault at character %d".formatted(e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The items of a changelog that was read before, {@code {"histories": […]}}.
     *
     * @throws InvalidRecord where it can't be read under today's rules
     */
    public List<HistoryItem> items(String changelog) {
        try (JsonParser parser = JSON.createParser(changelog)) {
            parser.nextToken();
            ChangelogReader reader = new ChangelogReader(new JsonCursor(parser), new ArrayList<>());
            reader.read();
            return reader.items();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a line says of itself before anything is imported; null where it names no kind. */
    public String kindOf(byte[] line, int length) {
        try {
            return envelope(line, length, "").kind;
        } catch (InvalidRecord | IOException e) {
            return null;
        }
    }

    private static final class Envelope {
        private String kind;
        private boolean sawData;
        private TrackerRecord record;
        private Instant at;

        /** A sprint object says nowhere from when it is, so that the line may. */
        private TrackerRecord told() {
            return record instanceof SprintFacts sprint && at != null ? new SprintNews(sprint, at) : record;
        }
    }

    /** {@code known}: the kind where it is known already; the empty text reads no data. */
    private static Envelope envelope(byte[] line, int length, String known) throws IOException {
        try (JsonParser parser = JSON.createParser(line, 0, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidRecord("the line is no JSON object");
            }
            Envelope envelope = new Envelope();
            JsonCursor cursor = new JsonCursor(parser);
            cursor.members(name -> {
                if (name.equals("kind") && cursor.isText()) {
                    envelope.kind = cursor.text();
                } else if (name.equals("schema")) {
                    requireKnown(cursor.wholeNumber());
                } else if (name.equals("at")) {
                    envelope.at = cursor.instant();
                } else if (name.equals("data")) {
                    envelope.sawData = true;
                    String kind = known == null ? envelope.kind : known;
                    if (kind != null && !kind.isEmpty()) {
                        envelope.record = data(kind, cursor);
                    }
                }
            });
            if (parser.nextToken() != null) {
                throw new InvalidRecord("the line holds more than one JSON value");
            }
            return envelope;
        }
    }

    private static void requireKnown(long schema) {
        if (schema != SCHEMA) {
            throw new InvalidRecord("schema %d is not known; this service reads schema %d".formatted(schema, SCHEMA));
        }
    }

    private static TrackerRecord data(String kind, JsonCursor cursor) throws IOException {
        if (!cursor.isObject()) {
            throw new InvalidRecord("/data must be an object");
        }
        return switch (kind) {
            case "issue" -> new IssueReader(cursor).read();
            case "sprint" -> FactReader.required(FactReader.sprint(cursor), "a sprint", "id, name and state");
            case "status" -> FactReader.required(FactReader.status(cursor), "a status", "id and name");
            case "project" -> FactReader.required(FactReader.project(cursor), "a project", "id, key and name");
            case "user" -> FactReader.required(FactReader.user(cursor), "a user", "accountId");
            case "comment" -> ActivityReader.comment(cursor, null);
            case "worklog" -> ActivityReader.worklog(cursor, null);
            case "event" -> EventReader.read(JSON.getCodec(), cursor.tree());
            default ->
                throw new InvalidRecord(
                        "unknown kind \"%s\"; allowed: issue, sprint, status, comment, worklog, project, user, event"
                                .formatted(Texts.excerpt(kind, 40)));
        };
    }
}
