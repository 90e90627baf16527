package org.relais.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.database.RunningDatabase;
import org.relais.people.AdministratorPassword;
import org.springframework.dao.DataAccessException;

/** Lets whoever looks after the machine in: gives the local administrator a new password and shows it. */
final class PasswordCommand implements Command {

    @Override
    public String word() {
        return "password";
    }

    @Override
    public boolean readsSettings() {
        return true;
    }

    @Override
    public int carryOut(Console console) {
        if (AdministratorPassword.isChosenBy(console.settings())) {
            console.say("command.password.chosen");
            return ExitCode.NOT_WELL;
        }
        Optional<DataSource> database;
        try {
            database = RunningDatabase.of(console.settings()).map(RunningDatabase::connections);
        } catch (IOException | UncheckedIOException unreadable) {
            console.say("command.settings-unreadable", unreadable.getMessage());
            return ExitCode.NOT_ALLOWED;
        }
        Optional<String> password = database.flatMap(PasswordCommand::renewed);
        if (password.isEmpty()) {
            console.say("command.password.not-running");
            return ExitCode.NOT_RUNNING;
        }
        console.say("command.password.made", AdministratorPassword.accountName(), password.get());
        return ExitCode.WELL;
    }

    /** Empty also while the site starts: then the database does not answer, or its tables are not there yet. */
    private static Optional<String> renewed(DataSource database) {
        try {
            return new AdministratorPassword(database, Clock.systemUTC()).renew();
        } catch (DataAccessException notThereYet) {
            return Optional.empty();
        }
    }
}
