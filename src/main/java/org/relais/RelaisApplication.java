package org.relais;

import org.relais.backup.BackupCommand;
import org.relais.startup.GivenTexts;
import org.relais.startup.StopDeadline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server of one health facility in an mSupply network. */
@SpringBootApplication
public class RelaisApplication {

    /**
     * Starts the server; arguments are Spring's usual {@code --name=value} settings. With {@code backup} or {@code restore FILE}
     * before them it does that instead, and ends.
     */
    public static void main(String[] args) {
        StopDeadline.set();
        String[] given = GivenTexts.arguments(args);
        BackupCommand.in(given)
                .ifPresentOrElse(
                        command -> System.exit(command.run()),
                        () -> SpringApplication.run(RelaisApplication.class, given));
    }
}
