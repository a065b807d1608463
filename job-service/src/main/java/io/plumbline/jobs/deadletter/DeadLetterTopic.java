package io.plumbline.jobs.deadletter;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends dead letters that no row may hold. */
@ApplicationScoped
public class DeadLetterTopic {
    private static final int WAITING = 1_000;

    private final MutinyEmitter<String> emitter;

    DeadLetterTopic(
            @Channel("dead-letters") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Ends when the broker has it; fails where it could not be sent. */
    Uni<Void> send(DeadLetter letter) {
        var headers = new RecordHeaders();
        headers.add("event-id", ascii(letter.id().toString()));
        headers.add("redrive-count", ascii(Integer.toString(letter.redrives())));
        return emitter.sendMessage(Message.of(LetterMessage.anonymous(letter).toString())
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withTopic(letter.source().topic())
                        .withHeaders(headers)
                        .build()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
