package io.plumbline.jobs.jira;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Says which address of a site may be called. The address found here is the one that is connected to: a name that gives
 * another address the second time reaches nothing.
 */
@ApplicationScoped
public class AddressGuard {
    private final boolean loopback;
    private final boolean privates;

    AddressGuard(JiraSettings settings) {
        this.loopback = settings.allowLoopback();
        this.privates = settings.allowPrivate();
    }

    /**
     * The address to connect to.
     *
     * @throws JiraFault NOT_ALLOWED where one of the name's addresses must not be called, UNAVAILABLE where it has none
     */
    InetAddress check(Site site) {
        InetAddress[] addresses = resolve(site);
        boolean local = Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
        if (local && loopback) {
            return addresses[0];
        }
        if (!site.https()) {
            throw new JiraFault(JiraFault.Kind.NOT_ALLOWED, "The site must be called by https.");
        }
        for (InetAddress address : addresses) {
            if (isNever(address) || (isPrivate(address) && !privates)) {
                throw new JiraFault(
                        JiraFault.Kind.NOT_ALLOWED,
                        "The site's address is inside a private network, which this installation does not call. Where the"
                                + " tracker is there, an operator can allow it (PLUMBLINE_JIRA_ALLOW_PRIVATE).");
            }
        }
        return addresses[0];
    }

    private static InetAddress[] resolve(Site site) {
        try {
            return InetAddress.getAllByName(site.host());
        } catch (UnknownHostException e) {
            throw new JiraFault(JiraFault.Kind.UNAVAILABLE, "There is no host %s.".formatted(site.host()));
        }
    }

    /** Addresses that are no tracker's, whatever is allowed: this machine, metadata services, groups. */
    private static boolean isNever(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || (embedded(address) != null && isNever(embedded(address)));
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        if (address instanceof Inet6Address) {
            InetAddress inner = embedded(address);
            return (first & 0xfe) == 0xfc
                    || (first == 0xfe && (bytes[1] & 0xc0) == 0xc0)
                    || (inner != null && isPrivate(inner));
        }
        int second = bytes[1] & 0xff;
        return address.isSiteLocalAddress()
                || first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /** The address of version 4 that one of version 6 stands for (64:ff9b::/96, 2002::/16); else null. */
    private static InetAddress embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return null;
        }
        byte[] bytes = address.getAddress();
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean tunnelled = bytes[0] == 0x20 && bytes[1] == 0x02;
        if (!translated && !tunnelled) {
            return null;
        }
        int from = translated ? 12 : 2;
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
