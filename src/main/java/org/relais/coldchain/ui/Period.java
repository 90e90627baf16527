package org.relais.coldchain.ui;

import java.time.Duration;
import org.relais.vocabulary.Keyed;

/** How much of the time until now the chart shows, where no days are chosen. */
enum Period implements Keyed {
    DAY(Duration.ofDays(1), 24),
    WEEK(Duration.ofDays(7), 28),
    MONTH(Duration.ofDays(30), 30);

    private final Duration length;
    private final int rows;

    Period(Duration length, int rows) {
        this.length = length;
        this.rows = rows;
    }

    Duration length() {
        return length;
    }

    /** How many rows its table has. */
    int rows() {
        return rows;
    }
}
