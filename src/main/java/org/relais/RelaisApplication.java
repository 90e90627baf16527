package org.relais;

import org.relais.command.Commands;
import org.relais.startup.GivenTexts;
import org.relais.startup.StopDeadline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server of one health facility in an mSupply network. */
@SpringBootApplication
public class RelaisApplication {

    /** Starts the server; arguments are Spring's usual {@code --name=value} settings, or a command for a shell and its settings. */
    public static void main(String[] args) {
        String[] given = GivenTexts.arguments(args);
        if (Commands.isAskedForBy(given)) {
            System.exit(Commands.carryOut(given));
        }
        StopDeadline.set();
        SpringApplication.run(RelaisApplication.class, Commands.settingsIn(given));
    }
}
