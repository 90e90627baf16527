package org.relais.doctor;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/** Whether the name of the central server has an address in the network. */
record NameCheck(Line line) implements Check {

    @Override
    public CheckName name() {
        return CheckName.NAME;
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Finding examine() throws IOException {
        if (line == null) {
            return unknown("name.no-server");
        }
        Optional<String> proxy = line.proxy();
        if (proxy.isPresent()) {
            return well("name.proxy", proxy.get());
        }
        try {
            return judge(line.host(), line.resolve().getHostAddress());
        } catch (UnknownHostException unknown) {
            return judge(line.host(), null);
        }
    }

    /** @param found the address; null when the name has none */
    Finding judge(String host, String found) {
        if (found == null) {
            return broken("name.unknown", host);
        }
        return host.equals(found) ? well("name.number", host) : well("name.found", host, found);
    }

    @Override
    public Finding late() {
        return broken("name.unknown", line.host());
    }
}
