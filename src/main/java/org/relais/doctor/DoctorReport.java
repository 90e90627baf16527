package org.relais.doctor;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.relais.vocabulary.ProgramVersion;

/** Findings as one text, to be read at a shell or sent on; in the zone of this server's machine. */
public final class DoctorReport {

    private static final String INDENT = "    ";
    private static final List<String> NOT_WELL = List.of("broken", "look", "unknown");

    /** The day is named: who reads this may do so much later. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final List<Finding> findings;
    private final FindingWords words;

    /** @param words of the language that it is in */
    public DoctorReport(List<Finding> findings, FindingWords words) {
        this.findings = findings;
        this.words = new FindingWords(words.phrases().atSite(), words.now());
    }

    /** Several lines, without one at the end. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(words.phrases()
                .text(
                        "doctor.report",
                        ProgramVersion.ofThisProgram().number(),
                        MOMENT.format(words.now().atZone(words.phrases().zone())),
                        words.phrases().zone().getId()));
        for (Finding finding : findings) {
            lines.add("");
            lines.add("[" + words.state(finding) + "] " + words.title(finding.check()));
            lines.add(INDENT + words.meaning(finding));
            words.advice(finding).ifPresent(advice -> lines.add(INDENT + "→ " + advice));
            words.detail(finding).ifPresent(detail -> lines.add(INDENT + "(" + detail + ")"));
        }
        lines.add("");
        lines.add(summary());
        return String.join(System.lineSeparator(), lines);
    }

    /** How many are not well, in one line. */
    public String summary() {
        Map<String, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::state, Collectors.counting()));
        String line = NOT_WELL.stream()
                .filter(counts::containsKey)
                .map(state -> words.phrases().text("doctor.summary." + state, counts.get(state)))
                .collect(Collectors.joining(" "));
        return line.isEmpty() ? words.phrases().text("doctor.all-well") : line;
    }

    /** Whether something does not work. */
    public boolean somethingIsBroken() {
        return findings.stream().anyMatch(Finding.Broken.class::isInstance);
    }
}
