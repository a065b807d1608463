package io.plumbline.jobs.jira;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of calls to Jira. */
@ConfigMapping(prefix = "plumbline.jira")
public interface JiraSettings {
    /** Whether a site may be on this machine, also by plain http: for local stacks only. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Whether a site may have a private address: for trackers inside one's own network. */
    @WithDefault("false")
    boolean allowPrivate();

    /** The most that connecting may take. */
    @WithDefault("5S")
    Duration connectTimeout();

    /** The most that an answer may take in all. */
    @WithDefault("60S")
    Duration requestTimeout();

    /** The largest answer, in bytes, unpacked. A search that gives more is asked in smaller pages. */
    @WithDefault("33554432")
    int maxAnswer();

    /** How many issues a search is asked for; Jira may give fewer. */
    @WithDefault("50")
    int pageSize();

    /** How often a request is sent that meets 429, 5xx, a lost connection or an answer that is no JSON. */
    @WithDefault("6")
    int tries();

    /** The pause before the second try; it doubles. What Jira asks for goes before. */
    @WithDefault("1S")
    Duration backoff();

    /** The longest pause; where Jira asks for more, the run ends and comes back later. */
    @WithDefault("2M")
    Duration longestPause();
}
