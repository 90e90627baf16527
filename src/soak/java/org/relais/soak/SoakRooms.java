package org.relais.soak;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** What a soaked site has beside the engine: what phones send, the tables that pages ask, and a clock that can be set. */
@ComponentScan(
        basePackages = {"org.relais.coldchain", "org.relais.locations"},
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.relais\\.(coldchain\\.(ColdChainProjections|PhoneBatches|Quarantine|Phones)"
                                + "|locations\\.LocationProjections)"))
class SoakRooms {

    @Bean
    @Primary
    JumpingClock jumpingClock() {
        return new JumpingClock();
    }
}
