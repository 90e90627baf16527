package org.relais.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.catalina.util.NetMask;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections that hold a place for nothing. Tomcat waits so long for the next byte; whoever sends one now and then would
 * be waited for without end. So a request's header has its time, a body and an answer have theirs and some more for each
 * kilobyte that came or went, and of one address only so many may be unfinished at once: the oldest make room.
 */
class SlowConnections {

    /** In bytes a second: the slowest line on which a phone sends anything. */
    static final long SLOWEST = 1_024;

    /** A ward behind one router sends many requests at once, but each of them is through in a moment. */
    static final int UNFINISHED_OF_ONE_ADDRESS = 100;

    /** What came in this moment is not slow yet. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private static final Duration AS_LONG_AS_IT_NEEDS = Duration.ofDays(365);

    private static final Logger log = LoggerFactory.getLogger(SlowConnections.class);

    private final List<NetMask> proxies;
    private final RequestTimes times;
    private final LongSupplier nanos;

    /**
     * @param proxies ranges of addresses from which the requests of many come
     * @param times what each part of a request may take
     * @param nanos counts time that only goes forward
     */
    SlowConnections(List<String> proxies, RequestTimes times, LongSupplier nanos) {
        this.proxies = proxies.stream().map(NetMask::new).toList();
        this.times = times;
        this.nanos = nanos;
    }

    /**
     * Looks at all open connections once.
     *
     * @param working who works for a connection at this moment, or null
     * @param most so many connections may be open
     */
    void look(
            Collection<? extends SocketWrapperBase<?>> open,
            Function<SocketWrapperBase<?>, Http11Processor> working,
            int most) {
        long now = nanos.getAsLong();
        Map<String, List<Unfinished>> unfinished = new HashMap<>();
        Map<String, List<SocketWrapperBase<?>>> idle = new HashMap<>();
        for (SocketWrapperBase<?> connection : open) {
            try {
                look(connection, working.apply(connection), now, unfinished, idle);
            } catch (RuntimeException changing) {
                // Its own thread goes on with it meanwhile.
                log.trace("A connection could not be looked at", changing);
            }
        }
        unfinished.values().forEach(SlowConnections::makeRoom);
        if (open.size() > most / 2) {
            idle.values().forEach(SlowConnections::closeSome);
        }
    }

    private void look(
            SocketWrapperBase<?> connection,
            Http11Processor working,
            long now,
            Map<String, List<Unfinished>> unfinished,
            Map<String, List<SocketWrapperBase<?>>> idle) {
        Object processor = working == null ? connection.getCurrentProcessor() : working;
        if (processor == null) {
            ofAddress(connection, idle).add(connection);
        } else if (processor instanceof AbstractProcessor http && !http.isAsync() && !http.isUpgrade()) {
            Request request = http.getRequest();
            long began = request.getStartTimeNanos();
            Duration lasts = Duration.ofNanos(began < 0 ? 0 : now - began);
            Duration allowed = allowed(connection, request);
            if (lasts.compareTo(allowed) > 0) {
                close(connection);
            } else if (isUnfinished(request) && lasts.compareTo(A_MOMENT) > 0) {
                ofAddress(connection, unfinished).add(new Unfinished(connection, lasts));
            }
        }
    }

    private <T> List<T> ofAddress(SocketWrapperBase<?> connection, Map<String, List<T>> known) {
        String address = String.valueOf(connection.getRemoteAddr());
        return isProxy(address) ? new ArrayList<>() : known.computeIfAbsent(address, first -> new ArrayList<>());
    }

    private boolean isProxy(String address) {
        try {
            InetAddress asked = InetAddress.getByName(address);
            return proxies.stream().anyMatch(proxy -> proxy.matches(asked));
        } catch (UnknownHostException closed) {
            return false;
        }
    }

    /** For as long as nothing is waited for from the other end, a request may take what it needs. */
    private Duration allowed(SocketWrapperBase<?> connection, Request request) {
        if (readsItsHeader(request)) {
            return times.header();
        }
        if (readsItsBody(request)) {
            return withBytes(times.body(), request.getBytesRead());
        }
        return connection.hasDataToWrite()
                ? withBytes(times.answer(), request.getResponse().getBytesWritten(false))
                : AS_LONG_AS_IT_NEEDS;
    }

    private static boolean isUnfinished(Request request) {
        return readsItsHeader(request) || readsItsBody(request);
    }

    /** Between two pieces of a header a request rests as if it had ended. */
    private static boolean readsItsHeader(Request request) {
        int stage = request.getRequestProcessor().getStage();
        return stage == Constants.STAGE_NEW || stage == Constants.STAGE_PARSE || stage == Constants.STAGE_ENDED;
    }

    private static boolean readsItsBody(Request request) {
        return request.getBytesRead() < expected(request) && !request.isFinished();
    }

    private static long expected(Request request) {
        long told = request.getContentLengthLong();
        return told < 0 ? Long.MAX_VALUE : told;
    }

    private static Duration withBytes(Duration grace, long bytes) {
        return grace.plusMillis(bytes * 1_000 / SLOWEST);
    }

    private static void makeRoom(List<Unfinished> ofOneAddress) {
        ofOneAddress.stream()
                .sorted(Comparator.comparing(Unfinished::lasts))
                .skip(UNFINISHED_OF_ONE_ADDRESS)
                .forEach(one -> close(one.connection()));
    }

    /** Only when places get rare: browsers keep connections for the next request, and open another when one is gone. */
    private static void closeSome(List<SocketWrapperBase<?>> ofOneAddress) {
        ofOneAddress.stream().skip(UNFINISHED_OF_ONE_ADDRESS).forEach(SlowConnections::close);
    }

    private static void close(SocketWrapperBase<?> connection) {
        log.debug("A connection of {} is too slow and is closed", connection.getRemoteAddr());
        connection.close();
    }

    private record Unfinished(SocketWrapperBase<?> connection, Duration lasts) {}
}
