package org.relais;

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
        if (Commands.isAskedForBy(given)) {
            System.exit(Commands.carryOut(given));
        }
        String[] settings = Commands.settingsIn(given);
        Commands.refuseToRun(settings).ifPresent(System::exit);
        StopDeadline.set();
        SpringApplication.run(RelaisApplication.class, settings);
    }
}
