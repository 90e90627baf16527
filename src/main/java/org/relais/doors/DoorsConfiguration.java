package org.relais.doors;

import java.time.Duration;
import java.util.List;
import org.relais.people.Ticker;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

/** One way to sign in for all doors, so that failures at one of them are slowed down at the others. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DoorsConfiguration {

    private static final Duration LONGEST_IN_LINE = Duration.ofSeconds(10);

    /** Somebody whom only a silent central server can let in waits for that long, and hashing takes its time, too. */
    private static final Duration LONGEST_TRY = Duration.ofSeconds(35);

    @Bean
    AuthenticationManager authenticationManager(
            List<AuthenticationProvider> providers, ApplicationEventPublisher events, Ticker ticker) {
        ProviderManager manager = new ProviderManager(providers);
        manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        return new SlowedSignIn(manager, new SlowDown(ticker), new Turns(LONGEST_IN_LINE, LONGEST_TRY));
    }
}
