package org.relais.doors;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.relais.people.NetworkUsers;
import org.relais.people.ProgramDetails;
import org.relais.people.Roles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/**
 * Who may ask for what: people sign in on a page and have a session, programs send a password or a token with each request
 * and have none.
 */
@Configuration
@EnableWebSecurity
class SecurityConfiguration {

    static final String LOGIN_PATH = "/login";

    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    /** Scripts, styles and pictures: they are the same for everyone, and say themselves how long they are good. */
    private static final RequestMatcher WHAT_BROWSERS_KEEP =
            RequestMatchers.anyOf(Stream.of("/VAADIN/build/**", "/assets/**", "/aura/**", "/favicon.ico")
                    .map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toArray(RequestMatcher[]::new));

    @Bean
    AuthenticationManager authenticationManager(
            List<AuthenticationProvider> providers, ApplicationEventPublisher events, Clock clock) {
        ProviderManager manager = new ProviderManager(providers);
        manager.setAuthenticationEventPublisher(new DefaultAuthenticationEventPublisher(events));
        return new SlowedSignIn(manager, new SlowDown(clock));
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http, AuthenticationManager signIn, TokenCheck tokens, JsonRefusals refusals)
            throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authenticationManager(signIn)
                .addFilterBefore(new TokenSignIn(tokens, refusals), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                                .hasAnyRole(Roles.ADMINISTRATOR, Roles.LOOKING)
                                .requestMatchers(
                                        HttpMethod.GET,
                                        "/api/v1/sync",
                                        "/api/v1/sync/runs",
                                        "/api/v1/openapi",
                                        "/api/v1/openapi.yaml")
                                .hasAnyRole(Roles.PERSON, Roles.ADMINISTRATOR, Roles.LOOKING)
                                .requestMatchers("/api/v1/sync/**")
                                .hasAnyRole(Roles.PERSON, Roles.ADMINISTRATOR, Roles.OPERATING)
                                // Among the records are those of people; a door for somebody else is opened by name.
                                .anyRequest()
                                .hasRole(Roles.ADMINISTRATOR))
                .httpBasic(basic ->
                        basic.authenticationEntryPoint(refusals).authenticationDetailsSource(ProgramDetails::new))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(DATA_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationManager signIn,
            RequestUtil vaadinRequests,
            VaadinDefaultRequestCache askedFor,
            NetworkUsers networkUsers,
            Clock clock)
            throws Exception {
        HttpSessionRequestCache remembered = new HttpSessionRequestCache();
        // Without this the address of the page asked for would come back with a parameter that nobody asked for.
        remembered.setMatchingRequestParameterName(null);
        askedFor.setDelegateRequestCache(remembered);
        return http.authenticationManager(signIn)
                // What was refused or not found is told on the error page, whoever asked.
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        // Its own protection against forged requests would leave the sign-in form out. An address that
                        // is nobody's is asked for like a page: whoever signed in is told that there is none.
                        vaadin -> vaadin.enableCsrfConfiguration(false)
                                .loginView(LOGIN_PATH, LOGIN_PATH)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form -> form.failureHandler(new FailedSignIn(LOGIN_PATH)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new StaleForm(LOGIN_PATH))
                        .authenticationEntryPoint(new SignInDoor(LOGIN_PATH)))
                .addFilterBefore(new IdleSessions(clock), SecurityContextHolderFilter.class)
                .addFilterAfter(new RightsOfSession(networkUsers, clock), SecurityContextHolderFilter.class)
                .headers(headers -> headers.withObjectPostProcessor(headersBeforeTheAnswer())
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(WHAT_BROWSERS_KEEP), new CacheControlHeadersWriter()))
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives(PagePolicy.WITHOUT_SCRIPTS_IN_THE_PAGE))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")))
                .build();
    }

    /**
     * A page's answer is made after a forward, at whose end the server sends it off: headers that are added last, as is
     * usual, would come too late.
     */
    private static ObjectPostProcessor<HeaderWriterFilter> headersBeforeTheAnswer() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
