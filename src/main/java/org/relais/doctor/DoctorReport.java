package org.relais.doctor;

import java.util.ArrayList;
import java.util.List;
import org.relais.vocabulary.ProgramVersion;

/** Findings as one text, to be read at a shell or sent on; in the zone of this server's machine. */
public final class DoctorReport {

    private static final String INDENT = "    ";

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
                        words.phrases().moment(words.now(), words.now()),
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

    /** How many are not well, in one sentence. */
    public String summary() {
        long broken = findings.stream().filter(Finding.Broken.class::isInstance).count();
        long look = findings.stream().filter(Finding.LookAtIt.class::isInstance).count();
        long unknown =
                findings.stream().filter(Finding.Unknown.class::isInstance).count();
        if (broken + look + unknown == 0) {
            return words.phrases().text("doctor.all-well");
        }
        return words.phrases().text("doctor.summary", broken, look, unknown);
    }

    /** Whether something does not work. */
    public boolean somethingIsBroken() {
        return findings.stream().anyMatch(Finding.Broken.class::isInstance);
    }
}
