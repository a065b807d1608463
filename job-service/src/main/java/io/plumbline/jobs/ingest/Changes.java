package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.Source;
import io.plumbline.jobs.imports.InstanceSlug;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.RecordCallers;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/**
 * What one poll of the topic brought, sorted: records to claim by tenant, and dead letters, of which those without a proven
 * sender belong to no tenant.
 */
final class Changes {
    static final String DEFAULT_INSTANCE = "main";
    private static final String REDRIVES = "redrive-count";

    /** A dead letter of a tenant. */
    record Refused(Tenant tenant, DeadLetter letter) {}

    private final Map<Tenant, List<Claim>> claims = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<DeadLetter> anonymous = new ArrayList<>();

    private Changes() {}

    /** Sorts; it may wait for the issuer's keys. */
    static Changes of(ConsumerRecords<String, byte[]> records, RecordCallers callers) {
        var changes = new Changes();
        for (ConsumerRecord<String, byte[]> record : records) {
            changes.sort(record, callers);
        }
        return changes;
    }

    Map<Tenant, List<Claim>> claims() {
        return claims;
    }

    List<Refused> refused() {
        return refused;
    }

    List<DeadLetter> anonymous() {
        return anonymous;
    }

    private void sort(ConsumerRecord<String, byte[]> record, RecordCallers callers) {
        Map<String, String> headers = headers(record);
        Optional<Caller> sender =
                RecordCallers.token(headers.get("authorization")).flatMap(callers::find);
        if (sender.isEmpty()) {
            anonymous.add(letter(
                    record,
                    headers,
                    null,
                    "unauthorized",
                    headers.containsKey("authorization")
                            ? "the token in the header authorization is not valid (any more); expected Bearer and a token"
                                    + " of an admin"
                            : "there is no header authorization; expected Bearer and a token of an admin"));
            return;
        }
        Caller caller = sender.get();
        String instance = headers.getOrDefault("instance", DEFAULT_INSTANCE);
        Optional<String> fault = fault(record, caller, instance);
        if (fault.isEmpty()) {
            claims.computeIfAbsent(caller.tenant(), _ -> new ArrayList<>())
                    .add(new Claim(RecordId.of(record), instance, Source.TOPIC, record.value(), null));
        } else {
            String code = fault.get().substring(0, fault.get().indexOf(':'));
            String reason = fault.get().substring(code.length() + 2);
            String known = code.equals("invalid_instance") ? null : instance;
            refused.add(new Refused(caller.tenant(), letter(record, headers, known, code, reason)));
        }
    }

    /** A code, a colon and the reason. */
    private static Optional<String> fault(ConsumerRecord<String, byte[]> record, Caller caller, String instance) {
        if (!caller.roles().contains(Roles.ADMIN)) {
            return Optional.of("forbidden: the token's role may not send tracker records; admin may");
        }
        if (!isOf(caller.tenant(), record.key())) {
            return Optional.of(
                    "wrong_key: the record's key must be the token's tenant, or begin with it and one of / : |");
        }
        try {
            InstanceSlug.require(instance);
        } catch (ProblemException e) {
            return Optional.of("invalid_instance: the header instance must be 1 to 63 of a-z, 0-9, _ and -");
        }
        if (record.value() == null || record.value().length == 0) {
            return Optional.of("empty_record: the record has no value; expected a line of the import format");
        }
        return Optional.empty();
    }

    private static boolean isOf(Tenant tenant, String key) {
        if (key == null || !key.startsWith(tenant.slug())) {
            return false;
        }
        return key.length() == tenant.slug().length()
                || "/:|".indexOf(key.charAt(tenant.slug().length())) >= 0;
    }

    private static DeadLetter letter(
            ConsumerRecord<String, byte[]> record,
            Map<String, String> headers,
            String instance,
            String code,
            String reason) {
        Map<String, String> kept = new TreeMap<>(headers);
        kept.put("kafka-partition", Integer.toString(record.partition()));
        kept.put("kafka-offset", Long.toString(record.offset()));
        return new DeadLetter(
                RecordId.of(record),
                Source.TOPIC,
                instance,
                code,
                reason,
                record.value(),
                kept,
                redrives(headers.get(REDRIVES)));
    }

    private static int redrives(String header) {
        return header != null && header.matches("\\d{1,6}") ? Integer.parseInt(header) + 1 : 0;
    }

    /** Of several of one name, the last. */
    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
