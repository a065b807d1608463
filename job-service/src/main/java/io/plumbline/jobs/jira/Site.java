package io.plumbline.jobs.jira;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a Jira is.
 *
 * @param https whether it is called by https
 * @param host without a port
 * @param path before {@code /rest}, empty or beginning with a slash: gateways of Atlassian have one
 */
public record Site(boolean https, String host, int port, String path) {
    private static final int MAX = 255;

    /** @throws IllegalArgumentException with a reason for people */
    public static Site of(String text) {
        URI uri = parsed(text == null ? "" : text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(
                    "The site must begin with https://, for example https://acme.atlassian.net");
        }
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The site is an address without user, query and fragment, for example https://acme.atlassian.net");
        }
        boolean https = scheme.equals("https");
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return new Site(
                https,
                uri.getHost().toLowerCase(Locale.ROOT),
                uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80,
                path);
    }

    private static URI parsed(String text) {
        try {
            if (!text.isEmpty() && text.length() <= MAX) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // The reason below says it better.
        }
        throw new IllegalArgumentException("The site is no address; expected one like https://acme.atlassian.net");
    }

    /** As it is stored and shown. */
    public String address() {
        boolean usual = port == (https ? 443 : 80);
        return (https ? "https://" : "http://") + host + (usual ? "" : ":" + port) + path;
    }
}
