package org.relais;

import org.relais.startup.GivenTexts;
import org.relais.startup.StopDeadline;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server of one health facility in an mSupply network. */
@SpringBootApplication
public class RelaisApplication {

    /** Starts the server; arguments are Spring's usual {@code --name=value} settings. */
    public static void main(String[] args) {
        StopDeadline.set();
        SpringApplication.run(RelaisApplication.class, GivenTexts.arguments(args));
    }
}
