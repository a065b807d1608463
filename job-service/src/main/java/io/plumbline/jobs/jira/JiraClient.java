package io.plumbline.jobs.jira;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Asks one Jira on behalf of one account, one request at a time. What passes by itself is tried again: 429 and 5xx (as long
 * after as Jira asks for, else longer each time), lost connections, answers that are no JSON. Not thread-safe.
 */
public final class JiraClient {
    private static final Logger LOG = Logger.getLogger(JiraClient.class);
    private static final int MAX_SAID = 300;

    /** Jira says so while it still answers: less than a fifth of the allowance is left. */
    private static final Duration NEAR_LIMIT = Duration.ofSeconds(1);

    static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(200)
                            .maxStringLength(32_000_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Wire wire;
    private final AddressGuard guard;
    private final JiraSettings settings;
    private final Site site;
    private final Credentials credentials;
    private final int tries;
    private long requests;
    private long throttled;

    JiraClient(Wire wire, AddressGuard guard, JiraSettings settings, Site site, Credentials credentials, int tries) {
        this.wire = wire;
        this.guard = guard;
        this.settings = settings;
        this.site = site;
        this.credentials = credentials;
        this.tries = tries;
    }

    /** How many requests were sent. */
    public long requests() {
        return requests;
    }

    /** How many were answered with 429. */
    public long throttled() {
        return throttled;
    }

    JiraSettings settings() {
        return settings;
    }

    /** The JSON at a path with its query. */
    JsonNode get(String path) {
        return call(path, null, JSON::readTree);
    }

    JsonNode post(String path, JsonNode body) {
        return call(path, body, JSON::readTree);
    }

    /** Reads an answer's body. */
    interface Reading<T> {
        T of(byte[] body) throws IOException;
    }

    /**
     * Asks until there is an answer.
     *
     * @param body null for GET
     * @throws JiraFault where there is none, or one that says no
     * @throws JiraStopped where the thread is interrupted
     */
    <T> T call(String path, JsonNode body, Reading<T> reading) {
        byte[] sent = written(body);
        for (int attempt = 1; ; attempt++) {
            Duration pause;
            String trouble;
            try {
                InetAddress address = guard.check(site);
                requests++;
                Wire.Answer answer = wire.send(site, address, path, credentials, sent);
                if (answer.status() == 200) {
                    T read = reading.of(answer.body());
                    if ("true".equalsIgnoreCase(answer.header("X-RateLimit-NearLimit"))) {
                        sleep(NEAR_LIMIT);
                    }
                    return read;
                }
                trouble = troubleOf(answer, path);
                pause = pauseAfter(answer, attempt);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new JiraStopped();
            } catch (TimeoutException e) {
                trouble = "it did not answer within %d s"
                        .formatted(settings.requestTimeout().toSeconds());
                pause = backoff(attempt);
            } catch (ExecutionException e) {
                trouble = lost(e);
                pause = backoff(attempt);
            } catch (IOException e) {
                trouble = "its answer is no JSON, or was cut off";
                pause = backoff(attempt);
            }
            if (attempt >= tries || pause.compareTo(settings.longestPause()) > 0) {
                throw new JiraFault(JiraFault.Kind.UNAVAILABLE, "Jira can't be asked just now: %s.".formatted(trouble));
            }
            LOG.debugf("jira: %s; next try in %s", trouble, pause);
            sleep(pause);
        }
    }

    private static byte[] written(JsonNode body) {
        try {
            return body == null ? null : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lost(ExecutionException e) {
        if (e.getCause() instanceof Wire.TooLargeException) {
            throw new JiraFault(JiraFault.Kind.TOO_LARGE, "Jira gave a larger answer than is allowed here.");
        }
        LOG.debug("jira: no answer", e.getCause());
        return "the connection to it could not be made or was lost";
    }

    /** What is wrong where another try may go well; throws where it will not. */
    private String troubleOf(Wire.Answer answer, String path) {
        int status = answer.status();
        if (status == 429) {
            throttled++;
            return "it asks us to slow down (429)";
        }
        if (status >= 500) {
            return "it answers with status %d".formatted(status);
        }
        String said = said(answer.body());
        throw switch (status) {
            case 401 ->
                new JiraFault(
                        JiraFault.Kind.UNAUTHORIZED,
                        "Jira does not accept the account's API token (401). It may have expired or been revoked, or the"
                                + " e-mail address is another account's: give a new token.");
            case 403 ->
                new JiraFault(
                        JiraFault.Kind.FORBIDDEN, "Jira refuses the account what it asks for (403)%s.".formatted(said));
            case 404 ->
                new JiraFault(
                        JiraFault.Kind.NOT_FOUND,
                        "There is no Jira at %s (404 at %s)%s.".formatted(site.address(), plain(path), said));
            case 301, 302, 303, 307, 308 ->
                new JiraFault(
                        JiraFault.Kind.REFUSED,
                        "The site answers with a redirect (%d), which is not followed: give the address it leads to."
                                .formatted(status));
            default ->
                new JiraFault(
                        JiraFault.Kind.REFUSED,
                        "Jira does not take the request to %s (%d)%s.".formatted(plain(path), status, said));
        };
    }

    private static String plain(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    /** Jira's own words, which name the field or project that it does not know. */
    private static String said(byte[] body) {
        try {
            JsonNode messages = JSON.readTree(body).path("errorMessages");
            String text = StreamSupport.stream(messages.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(" "))
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            return text.isEmpty() ? "" : ": " + (text.length() > MAX_SAID ? text.substring(0, MAX_SAID) + "…" : text);
        } catch (IOException e) {
            return "";
        }
    }

    private Duration pauseAfter(Wire.Answer answer, int attempt) {
        return Pause.asked(answer.header("Retry-After"), Clock.systemUTC())
                .map(Pause::jittered)
                .orElseGet(() -> backoff(attempt));
    }

    private Duration backoff(int attempt) {
        return Pause.backoff(settings.backoff(), attempt, settings.longestPause());
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JiraStopped();
        }
    }
}
