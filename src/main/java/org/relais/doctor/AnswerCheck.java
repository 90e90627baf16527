package org.relais.doctor;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;

/** Whether it is a central server that answers, and not a proxy or the login page of a network. */
record AnswerCheck(Line line) implements Check {

    private static final int NO_CREDENTIALS = 401;
    private static final int PROXY_PASSWORD = 407;
    private static final int SERVER_ERROR = 500;

    /** Network authentication required, as networks with a login page say it (RFC 6585). */
    private static final int SIGN_IN = 511;

    @Override
    public CheckName name() {
        return CheckName.ANSWER;
    }

    @Override
    public List<CheckName> needs() {
        return List.of(CheckName.TCP);
    }

    @Override
    public Finding examine() throws InterruptedException {
        try {
            return judge(line.greeting());
        } catch (HttpTimeoutException silent) {
            return late();
        } catch (IOException noAnswer) {
            return broken("answer.none", String.valueOf(noAnswer.getMessage()));
        }
    }

    Finding judge(Greeting greeting) {
        if (greeting.location().isPresent()) {
            return broken("answer.elsewhere", greeting.location().get());
        }
        if (greeting.status() == PROXY_PASSWORD) {
            return broken("answer.proxy-password");
        }
        // A web server in front of a central server may dress its 401 as a page; what it is shows when credentials are
        // sent.
        boolean page = greeting.webPage() && greeting.status() != NO_CREDENTIALS && greeting.status() < SERVER_ERROR;
        if (page || greeting.status() == SIGN_IN) {
            return broken("answer.page");
        }
        if (greeting.status() >= SERVER_ERROR) {
            return lookAtIt("answer.trouble", greeting.status());
        }
        return greeting.via().map(proxy -> well("answer.via", proxy)).orElseGet(() -> well("answer.direct"));
    }

    @Override
    public Finding late() {
        return broken("answer.silent");
    }
}
