package dev.keywright.server.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IP addresses, one by one and in ranges. */
public record AddressRanges(List<AddressRange> ranges) {
    /** None at all. */
    public static final AddressRanges NONE = new AddressRanges(List.of());

    public AddressRanges {
        ranges = List.copyOf(ranges);
    }

    /** Reads a list with commas between; empty when a part of it is not an {@link AddressRange}. */
    static Optional<AddressRanges> read(String text) {
        if (text.isBlank()) {
            return Optional.of(NONE);
        }
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<AddressRange> range = AddressRange.read(part.strip());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.add(range.get());
        }
        return Optional.of(new AddressRanges(ranges));
    }

    /** Whether this address is in one of them. */
    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
