package org.relais.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

/** Whether a connection to the central server can be opened. */
record TcpCheck(Line line) implements Check {

    private static final Duration SLOW = Duration.ofMillis(1_500);

    @Override
    public CheckName name() {
        return CheckName.TCP;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.NAME);
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(4);
    }

    @Override
    public Finding examine() throws IOException {
        if (line.proxy().isPresent()) {
            return well("tcp.proxy");
        }
        try {
            return judge(line.connect());
        } catch (ConnectException refused) {
            return broken("tcp.refused", line.host(), port());
        } catch (SocketTimeoutException silent) {
            return late();
        } catch (SocketException noWay) {
            return broken("tcp.no-way", line.host(), port());
        }
    }

    /** @param took to open one */
    Finding judge(Duration took) {
        return took.compareTo(SLOW) > 0 ? lookAtIt("tcp.slow", took) : well("tcp.open", took.toMillis());
    }

    /** As people write it, without grouping. */
    private String port() {
        return String.valueOf(line.port());
    }

    @Override
    public Finding late() {
        return broken("tcp.silent", line.host(), port());
    }
}
