package io.plumbline.jobs.submission;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Takes from dead letters what must not lie about: the submitter's token, and names of classes. Kafka's client makes it. */
public final class DeadLetterCleaner implements ProducerInterceptor<Object, Object> {
    private static final List<String> REMOVED =
            List.of("authorization", "dead-letter-exception-class-name", "dead-letter-cause-class-name");

    /** Instantiated by the producer of dead letters, which is named so in the service's settings. */
    public DeadLetterCleaner() {}

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> letter) {
        REMOVED.forEach(letter.headers()::remove);
        return letter;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}
