package org.relais.doors.ui;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.relais.people.NetworkUsers;
import org.relais.people.Ticker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatchers;

/** The pages: people sign in on one of them and have a session from then on. Nobody has one before. */
@Configuration(proxyBeanMethods = false)
class PagesDoor {

    static final String LOGIN_PATH = "/login";

    /** Scripts, styles and pictures: they are the same for everyone, and say themselves how long they are good. */
    private static final RequestMatcher WHAT_BROWSERS_KEEP =
            RequestMatchers.anyOf(Stream.of("/VAADIN/build/**", "/assets/**", "/aura/**", "/webjars/**", "/favicon.ico")
                    .map(PathPatternRequestMatcher.withDefaults()::matcher)
                    .toArray(RequestMatcher[]::new));

    /** Behind the doors of all rooms. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationManager signIn,
            RequestUtil vaadinRequests,
            VaadinDefaultRequestCache askedFor,
            NetworkUsers networkUsers,
            BrowserSession sessions,
            EndedSessions ended,
            Ticker ticker)
            throws Exception {
        askedFor.setDelegateRequestCache(new AskedFor());
        return http.authenticationManager(signIn)
                .authorizeHttpRequests(requests -> requests
                        // What was refused or not found is told on the error page, whoever asked.
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(LOGIN_PATH, "/offline-stub.html", "/sw.js")
                        .permitAll()
                        .requestMatchers(new WouldBeginASession())
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(new FormTokens())
                        .ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        // Its own protection against forged requests would leave the sign-in form out. An address that
                        // is nobody's is asked for like a page: whoever signed in is told that there is none.
                        vaadin -> vaadin.enableCsrfConfiguration(false)
                                .loginView(LOGIN_PATH, LOGIN_PATH)
                                .addLogoutHandler(PagesDoor::takeSessionCookieBack)
                                .addLogoutHandler((request, response, person) -> left(request, ended))
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .formLogin(form -> form.failureHandler(new FailedSignIn(LOGIN_PATH)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new StaleForm(LOGIN_PATH))
                        .authenticationEntryPoint(new SignInDoor(LOGIN_PATH, sessions)))
                .addFilterBefore(new IdleSessions(ticker), SecurityContextHolderFilter.class)
                .addFilterAfter(new RightsOfSession(networkUsers, ended, ticker), SecurityContextHolderFilter.class)
                .addFilterBefore(new StrangersWithoutSession(), AuthorizationFilter.class)
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

    /** A browser that went on showing it would be told at the next page that a session ended that its person ended. */
    private static void takeSessionCookieBack(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        String name = request.getServletContext().getSessionCookieConfig().getName();
        new CookieClearingLogoutHandler(name).logout(request, response, person);
    }

    /** The answer that takes the cookie back may be lost on the way. */
    private static void left(HttpServletRequest request, EndedSessions ended) {
        Optional.ofNullable(request.getRequestedSessionId()).ifPresent(id -> ended.remember(id, SessionEnd.LEFT));
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
