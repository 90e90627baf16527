package org.relais;

import java.util.Optional;
import org.relais.backup.BackupCommand;
import org.relais.command.Commands;
import org.relais.startup.GivenTexts;
import org.relais.startup.StopDeadline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server of one health facility in an mSupply network. */
@SpringBootApplication
public class RelaisApplication {

    /**
     * Starts the server; arguments are Spring's usual {@code --name=value} settings. A command for a shell may stand before them: then
     * it does that instead, and ends.
     */
    public static void main(String[] args) {
        String[] given = GivenTexts.arguments(args);
        Optional<BackupCommand> backup = BackupCommand.in(given);
        if (backup.isPresent()) {
            System.exit(backup.get().run());
        }
        if (Commands.isAskedForBy(given)) {
            System.exit(Commands.carryOut(given));
        }
        StopDeadline.set();
        SpringApplication.run(RelaisApplication.class, Commands.settingsIn(given));
    }
}
