package org.relais.central;

import java.util.Objects;
import org.relais.catalogue.CentralServer;
import org.relais.vocabulary.Texts;

/**
 * A call to a central server that did not do what it was made for. Every way in which that can happen is one of the
 * classes nested here; {@link #code()} is what a person is told, the class is what a caller may do about it.
 *
 * <p>Neither message nor detail ever holds the site's password hash, the Authorization header or a user's password.
 */
public abstract sealed class CentralFailure extends RuntimeException {

    private static final int LONGEST_DETAIL = 2_000;

    private final FailureCode code;
    private final CentralServer server;
    private final String call;
    private final String detail;

    private CentralFailure(FailureCode code, Call call, String detail, Throwable cause) {
        this(code, call.server(), call.name(), call.withoutSecrets(detail), cause);
    }

    private CentralFailure(FailureCode code, CentralServer server, String call, String detail, Throwable cause) {
        super("%s, %s: %s".formatted(server.key(), call, Texts.excerpt(detail, LONGEST_DETAIL)), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.server = server;
        this.call = call;
        this.detail = Texts.excerpt(detail, LONGEST_DETAIL);
    }

    /** What failed, in the words of product.md section 6; never null. */
    public FailureCode code() {
        return code;
    }

    /** The server that was asked; never null. */
    public CentralServer server() {
        return server;
    }

    /** Method and path of the call, as {@code GET /sync/v5/site}; never null. */
    public String call() {
        return call;
    }

    /** The server's own words or the technical cause, at most some 2,000 characters; never a secret, never null. */
    public String detail() {
        return detail;
    }

    /**
     * Whether the same push in smaller pieces may pass: the caller halves the batch and pushes the halves. False for
     * a batch of one record.
     */
    public boolean smallerPushMayPass() {
        return false;
    }

    /**
     * The server was not reached, or the line broke (codes CONNECTION, TLS, TIMEOUT). What a POST carried may have
     * arrived all the same.
     */
    public static final class Unreachable extends CentralFailure {
        private final boolean connected;
        private final boolean worthRepeating;

        Unreachable(
                FailureCode code,
                Call call,
                String detail,
                Throwable cause,
                boolean connected,
                boolean worthRepeating) {
            super(code, call, detail, cause);
            this.connected = connected;
            this.worthRepeating = worthRepeating;
        }

        /** Whether there was a connection before, so that what was asked for may have been too much for the line. */
        public boolean connected() {
            return connected;
        }

        /**
         * Whether it is the line that is gone, which may come back by itself. Not when a server told of it in an answer, nor for a
         * certificate that is not trusted.
         */
        public boolean lineLost() {
            return getCause() != null && code() != FailureCode.TLS;
        }

        /** Whether the protocol repeats the call at once after this (protocol.md section 2). */
        boolean worthRepeating() {
            return worthRepeating;
        }
    }

    /** Somebody else answered: a redirect, or a web page such as a login page on the way (code REDIRECTED). */
    public static final class Redirected extends CentralFailure {
        Redirected(Call call, String detail) {
            super(FailureCode.REDIRECTED, call, detail, null);
        }
    }

    /** The address is not one that a server can have (code INVALID_URL). */
    public static final class InvalidUrl extends CentralFailure {
        InvalidUrl(CentralServer server, String detail) {
            super(FailureCode.INVALID_URL, server, "URL", detail, null);
        }
    }

    /**
     * The server understood and said no: to the site, its versions or its records, or it is not a central server at
     * all. Asking again changes nothing until somebody changes something.
     */
    public static final class Refused extends CentralFailure {
        Refused(FailureCode code, Call call, String detail) {
            super(code, call, detail, null);
        }

        Refused(FailureCode code, CentralServer server, String call, String detail) {
            super(code, server, call, detail, null);
        }
    }

    /**
     * The server is still at work on what this site sent before (code INTEGRATION_IN_PROGRESS): wait and call again,
     * see {@link Patience#whileBusy}.
     */
    public static final class Busy extends CentralFailure {
        Busy(Call call, String detail) {
            super(FailureCode.INTEGRATION_IN_PROGRESS, call, detail, null);
        }
    }

    /** The server did not finish its integration within the wait's limit (code INTEGRATION_TIMEOUT). */
    public static final class WaitedInVain extends CentralFailure {
        WaitedInVain(CentralServer server, String call, String detail) {
            super(FailureCode.INTEGRATION_TIMEOUT, server, call, detail, null);
        }
    }

    /** A push larger than the server takes, found out before sending or by its 413 (code RECORD_REFUSED). */
    public static final class TooLarge extends CentralFailure {
        private final boolean divisible;

        TooLarge(Call call, String detail) {
            super(FailureCode.RECORD_REFUSED, call, detail, null);
            this.divisible = call.divisible();
        }

        @Override
        public boolean smallerPushMayPass() {
            return divisible;
        }
    }

    /**
     * The connection was reset while several records were being pushed: an Open mSupply central server does that to a
     * push that is too large instead of answering 413 (code CONNECTION).
     */
    public static final class PushCutOff extends CentralFailure {
        PushCutOff(Call call, String detail, Throwable cause) {
            super(FailureCode.CONNECTION, call, detail, cause);
        }

        @Override
        public boolean smallerPushMayPass() {
            return true;
        }
    }

    /** The server failed on its side (code SERVER_ERROR). */
    public static final class ServerFault extends CentralFailure {
        ServerFault(Call call, String detail) {
            super(FailureCode.SERVER_ERROR, call, detail, null);
        }
    }

    /**
     * This site holds changes with numbers that the server does not have yet (code CURSOR_AHEAD): it was put back to an earlier
     * state, and what it numbers next would be taken for known.
     */
    public static final class CursorAhead extends CentralFailure {
        CursorAhead(Call call, long cursor, long newest) {
            super(
                    FailureCode.CURSOR_AHEAD,
                    call,
                    "this site has the changes up to number %d, the server's newest is %d".formatted(cursor, newest),
                    null);
        }
    }

    /** The answer is not what the protocol says (code UNREADABLE_ANSWER). Nothing of it may be kept. */
    public static final class Unreadable extends CentralFailure {
        Unreadable(Call call, String detail, Throwable cause) {
            super(FailureCode.UNREADABLE_ANSWER, call, detail, cause);
        }
    }

    /** The thread was interrupted while it waited (code CANCELLED); its interrupt mark is set again. */
    public static final class Stopped extends CentralFailure {
        Stopped(CentralServer server, String call) {
            super(FailureCode.CANCELLED, server, call, "interrupted while waiting", null);
        }
    }
}
