package dev.keywright.server.http;

/** The part of an address that one household or one machine has to itself: all of an IPv4 address, a /64 of IPv6. */
public final class PeerAddress {
    private static final int GROUPS = 4;

    private PeerAddress() {}

    /** The part of an address that is its owner's alone. */
    public static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(GROUPS, groups.length) && !groups[i].isEmpty(); i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }
}
