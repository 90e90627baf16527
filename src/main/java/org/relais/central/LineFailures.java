package org.relais.central;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** What a failure of the connection means. The only place that judges exceptions of the network. */
final class LineFailures {

    /** A body of this many bytes leaves in several pieces, so a server can refuse it while it is being sent. */
    private static final int SENT_IN_PIECES = 64 * 1024;

    private LineFailures() {}

    /** The exception came before the answer's head did. */
    static CentralFailure beforeTheAnswer(Call call, IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return unreachable(FailureCode.TIMEOUT, call, "no connection in time", e, false);
        }
        if (e instanceof HttpTimeoutException) {
            return unreachable(FailureCode.TIMEOUT, call, words(e), e, true);
        }
        if (isTls(e)) {
            return new CentralFailure.Unreachable(FailureCode.TLS, call, words(e), e, false, false);
        }
        if (caused(e, UnresolvedAddressException.class) || caused(e, UnknownHostException.class)) {
            return unreachable(
                    FailureCode.CONNECTION, call, "unknown host " + call.uri().getHost(), e, false);
        }
        if (e instanceof ProtocolException) {
            return new CentralFailure.Unreadable(call, "not an HTTP answer: " + words(e), e);
        }
        if (e instanceof ConnectException) {
            return unreachable(
                    FailureCode.CONNECTION,
                    call,
                    "refused, or no way to " + call.uri().getRawAuthority(),
                    e,
                    false);
        }
        if (call.divisible() && call.body().length > SENT_IN_PIECES) {
            return new CentralFailure.PushCutOff(
                    call, "cut off while sending %d bytes: %s".formatted(call.body().length, words(e)), e);
        }
        return unreachable(FailureCode.CONNECTION, call, words(e), e, true);
    }

    /** The exception came while the answer's body was read. */
    static CentralFailure withinTheAnswer(Call call, IOException e) {
        if (e instanceof HttpTimeoutException) {
            return unreachable(FailureCode.TIMEOUT, call, words(e), e, true);
        }
        if (e instanceof CharacterCodingException) {
            return new CentralFailure.Unreadable(call, "the answer is not UTF-8: " + words(e), e);
        }
        if (e instanceof ZipException || e instanceof EOFException) {
            return new CentralFailure.Unreadable(call, "the compressed answer is damaged or cut: " + words(e), e);
        }
        return new CentralFailure.Unreachable(
                FailureCode.CONNECTION, call, "the answer broke off: " + words(e), e, true, false);
    }

    /** What the protocol repeats at once. */
    private static CentralFailure unreachable(
            FailureCode code, Call call, String detail, IOException e, boolean connected) {
        return new CentralFailure.Unreachable(code, call, detail, e, connected, true);
    }

    /** A broken connection also comes dressed as an SSLException; the handshake itself is always about TLS. */
    private static boolean isTls(IOException e) {
        boolean broken = caused(e, SocketException.class) || caused(e, EOFException.class);
        return caused(e, SSLHandshakeException.class) || caused(e, SSLException.class) && !broken;
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost cause that says something. */
    private static String words(Throwable e) {
        String words = e.getClass().getSimpleName();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
                words = cause.getMessage();
            }
        }
        return words;
    }
}
