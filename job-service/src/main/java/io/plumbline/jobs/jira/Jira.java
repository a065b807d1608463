package io.plumbline.jobs.jira;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes clients of Jiras. */
@ApplicationScoped
public class Jira {
    private final Wire wire;
    private final AddressGuard guard;
    private final JiraSettings settings;

    Jira(Wire wire, AddressGuard guard, JiraSettings settings) {
        this.wire = wire;
        this.guard = guard;
        this.settings = settings;
    }

    /** A patient client, for syncs. */
    public JiraSite site(Site site, Credentials credentials) {
        return new JiraSite(client(site, credentials, settings.tries()));
    }

    /**
     * Who the credentials are of; asks once, because a person waits.
     *
     * @throws JiraFault where the site does not know them
     */
    public Account test(Site site, Credentials credentials) {
        return new JiraSite(client(site, credentials, 1)).myself();
    }

    private JiraClient client(Site site, Credentials credentials, int tries) {
        return new JiraClient(wire, guard, settings, site, credentials, tries);
    }
}
