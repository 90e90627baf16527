package org.relais.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.relais.catalogue.CheckBenchmark;
import org.relais.record.StoreBenchmark;

/** The result as Markdown, as it stands in docs/benchmarks.md. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    Report machine(List<String[]> machine) {
        heading("Machine");
        row("", "");
        rule("---", "---");
        machine.forEach(this::row);
        return this;
    }

    Report synchronisations(List<FirstSynchronisation> found) {
        heading("First synchronisation, whole: pulled over HTTP, checked, stored, integrated");
        row("records", "seconds", "records/s", "barest insert", "ratio", "records/s beside the first size");
        rule("---:", "---:", "---:", "---:", "---:", "---:");
        for (FirstSynchronisation each : found) {
            row(
                    number(each.records()),
                    seconds(each.run().took()),
                    number(each.perSecond()),
                    number(each.barestPerSecond()) + "/s",
                    decimal(each.ratio()),
                    decimal(each.perSecond() / found.getFirst().perSecond()));
        }
        heading("Where the time goes: seconds of each step, and of processor time");
        List<String> steps = List.copyOf(found.getFirst().run().steps().keySet());
        row("records", String.join(" | ", steps), "program", "database", "demonstration's servers");
        rule("---:", steps.stream().map(step -> "---:").collect(Collectors.joining(" | ")), "---:", "---:", "---:");
        for (FirstSynchronisation each : found) {
            row(
                    number(each.records()),
                    each.run().steps().values().stream()
                            .map(step -> seconds(step.took()))
                            .collect(Collectors.joining(" | ")),
                    decimal(each.load().program()),
                    decimal(each.load().database()),
                    decimal(each.load().network()));
        }
        heading("Memory during it, MiB");
        row("records", "peak of the heap", "peak after a collection", "limit", "peak of the JVM", "peak of MariaDB");
        rule("---:", "---:", "---:", "---:", "---:", "---:");
        for (FirstSynchronisation each : found) {
            row(
                    number(each.records()),
                    number(each.heap().peak()),
                    number(each.heap().peakAfter()),
                    "256",
                    number(each.programPeak()),
                    number(each.databasePeak()));
        }
        return this;
    }

    Report pushed(Pushed pushed) {
        heading("Push of local changes");
        row("", "changes", "seconds", "changes/s");
        rule("---", "---:", "---:", "---:");
        pushedRow(
                "made through the site's door",
                pushed.work().changes(),
                pushed.work().took());
        pushedRow(
                "sent to the mSupply central server",
                pushed.legacy().sent(),
                pushed.legacy().took());
        pushedRow(
                "sent to the Open mSupply central server",
                pushed.open().sent(),
                pushed.open().took());
        return this;
    }

    Report idle(List<Duration> starts, Idle idle) {
        heading("Start and rest");
        row("", "");
        rule("---", "---:");
        row(
                "start to first page, warm database, median of " + starts.size(),
                seconds(starts.get(starts.size() / 2)) + " s");
        row("idle, JVM", idle.program() + " MiB");
        row("idle, MariaDB", idle.database() + " MiB");
        return this;
    }

    Report delay(PageDelay delay) {
        heading("From a progress event in the engine to the changed page in Chromium, during a first synchronisation");
        row("changes published", "seen on the page", "median", "95 of 100 under", "slowest");
        rule("---:", "---:", "---:", "---:", "---:");
        row(
                number(delay.events()),
                number(delay.millis().size()),
                number(delay.percentile(50)) + " ms",
                number(delay.percentile(95)) + " ms",
                number(delay.millis().getLast()) + " ms");
        return this;
    }

    Report phones(PhoneLoad load) {
        heading("Phones that send temperatures while the mSupply central server is silent");
        row("", "");
        rule("---", "---:");
        row("phones, of which one has a backlog", number(load.phones()));
        row(
                "readings of the backlog, and how many a second",
                number(load.rows()) + ", " + number(load.perSecond()) + "/s");
        millis("a batch, all phones", load.putMillis());
        millis("a sign-in", load.loginMillis());
        millis("the sign-in page before", load.quietPageMillis());
        millis("the sign-in page meanwhile", load.busyPageMillis());
        return this;
    }

    Report thin(ThinSynchronisation thin) {
        heading("First synchronisation over a thin line, without anybody: " + thin.line());
        row("records", "seconds", "runs", "bytes received", "needed once", "ratio", "bytes sent");
        rule("---:", "---:", "---:", "---:", "---:", "---:", "---:");
        row(
                number(thin.records()),
                number(thin.took().toSeconds()),
                number(thin.runs()),
                number(thin.received()),
                number(thin.needed()),
                decimal(thin.ratio()),
                number(thin.sent()));
        return this;
    }

    Report polled(List<Polled> found) {
        heading("First synchronisations while programs ask how they stand");
        row("programs", "pause", "seconds", "records/s", "answers/s", "answer: median", "95 of 100 under");
        rule("---:", "---:", "---:", "---:", "---:", "---:", "---:");
        found.forEach(one -> row(
                number(one.pollers()),
                seconds(one.pause()) + " s",
                seconds(one.took()),
                number(one.perSecond()),
                number(one.answersPerSecond()),
                number(PhoneLoad.percentile(one.millis(), 50)) + " ms",
                number(PhoneLoad.percentile(one.millis(), 95)) + " ms"));
        return this;
    }

    private void millis(String what, List<Double> sorted) {
        row(
                what + ": median, 95 of 100 under, slowest",
                number(PhoneLoad.percentile(sorted, 50)) + " ms, " + number(PhoneLoad.percentile(sorted, 95)) + " ms, "
                        + number(sorted.isEmpty() ? 0 : sorted.getLast()) + " ms");
    }

    Report store(List<StoreBenchmark.Speed> speeds) {
        heading("The record store alone, records/s");
        row("records", "references kept", "received", "integrated", "both", "barest insert", "ratio", "changed here");
        rule("---:", "---", "---:", "---:", "---:", "---:", "---:", "---:");
        speeds.forEach(this::speed);
        return this;
    }

    private void speed(StoreBenchmark.Speed speed) {
        row(
                number(speed.records()),
                speed.references() ? "yes" : "no",
                number(speed.received()),
                number(speed.integrated()),
                number(speed.whole()),
                number(speed.barest()),
                decimal(speed.whole() / speed.barest()),
                number(speed.changed()));
    }

    Report check(CheckBenchmark.Cost cost) {
        heading("The check of a record");
        row("characters", "processor time");
        rule("---:", "---:");
        row(number(cost.characters()), decimal(cost.nanos() / 1e3) + " µs");
        return this;
    }

    @Override
    public String toString() {
        return text.toString().strip() + System.lineSeparator();
    }

    private void pushedRow(String what, long changes, Duration took) {
        row(what, number(changes), seconds(took), number(FirstSynchronisation.perSecond(changes, took)));
    }

    private void heading(String words) {
        text.append("\n### ").append(words).append("\n\n");
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void rule(String... cells) {
        row(cells);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String seconds(Duration time) {
        return decimal(time.toMillis() / 1000.0);
    }
}
