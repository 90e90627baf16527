package org.relais.doctor;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The head of what a central server, or whoever stands in between, answered.
 *
 * @param status HTTP's number
 * @param webPage whether it says that it is a web page
 * @param location where it leads instead; empty when nowhere
 * @param via the proxy that names itself; empty when none does
 * @param ahead how far this machine's clock is ahead of the server's, negative when behind; empty when the server told no time
 */
record Greeting(
        int status, boolean webPage, Optional<String> location, Optional<String> via, Optional<Duration> ahead) {

    /**
     * @param asked by this machine's clock
     * @param answered by this machine's clock
     */
    static Greeting of(HttpResponse<?> answer, Instant asked, Instant answered) {
        HttpHeaders head = answer.headers();
        Instant middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
        return new Greeting(
                answer.statusCode(),
                head.firstValue("content-type")
                        .filter(type -> type.startsWith("text/html"))
                        .isPresent(),
                head.firstValue("location"),
                head.firstValue("via"),
                head.firstValue("date").flatMap(Greeting::moment).map(date -> Duration.between(date, middle)));
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
