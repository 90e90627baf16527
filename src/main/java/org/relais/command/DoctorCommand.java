package org.relais.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.relais.doctor.DoctorReport;
import org.relais.doctor.FindingWords;
import org.relais.doctor.ShellDoctor;

/** Examines the site and its way to the central servers, and says what it means and what to do. */
final class DoctorCommand implements Command {

    @Override
    public String word() {
        return "doctor";
    }

    @Override
    public boolean readsSettings() {
        return true;
    }

    @Override
    public int carryOut(Console console) {
        Clock clock = Clock.systemUTC();
        try {
            DoctorReport report = new DoctorReport(
                    ShellDoctor.examine(console.settings(), clock),
                    new FindingWords(console.phrases(), clock.instant()));
            console.out().println(report.text());
            return report.somethingIsBroken() ? ExitCode.NOT_WELL : ExitCode.WELL;
        } catch (IOException | UncheckedIOException unreadable) {
            console.say("command.settings-unreadable", unreadable.getMessage());
            return ExitCode.NOT_ALLOWED;
        }
    }
}
