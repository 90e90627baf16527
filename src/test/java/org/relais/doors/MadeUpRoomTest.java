package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.people.Roles;
import org.relais.web.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** A room that nobody here has heard of brings its door, its sessions and its limit, and nothing else has to change for it. */
@Import(MadeUpRoomTest.Room.class)
@TestPropertySource(properties = "made-up=true")
class MadeUpRoomTest extends DoorSite {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void strangersAreToldInTheRoomsOwnWay() throws Exception {
        HttpResponse<String> refused = get("/made-up/v1/readings", "Accept", "application/json");

        assertThat(refused.statusCode()).isEqualTo(418);
        assertThat(refused.body()).contains("made up");
    }

    @Test
    void whoSignedInThereIsKnownByASessionOfTheRooms() throws Exception {
        signInThere();

        assertThat(get("/made-up/v1/readings", "Accept", "text/plain").body()).isEqualTo("admin");
        assertThat(get("/api/v1/sync", "Accept", "application/json").statusCode())
                .as("other rooms' doors stay closed")
                .isEqualTo(401);
    }

    @Test
    void largeBodiesAndThoseOfUnknownLengthAreTakenUpToItsLimit() throws Exception {
        signInThere();

        assertThat(put(BodyPublishers.ofByteArray(new byte[9 * MEGABYTE])).body())
                .isEqualTo("" + 9 * MEGABYTE);
        assertThat(put(chunked(9 * MEGABYTE)).body()).isEqualTo("" + 9 * MEGABYTE);
        assertThat(put(chunked(10 * MEGABYTE + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void othersTakeTheUsualMegabyte() throws Exception {
        for (String path : List.of("/api/v1/none", "/made-up")) {
            HttpRequest large = HttpRequest.newBuilder(uri(path))
                    .expectContinue(true)
                    .PUT(BodyPublishers.ofByteArray(new byte[MEGABYTE + 1]))
                    .build();
            assertThat(browser.send(large, BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(413);
        }
    }

    private void signInThere() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/made-up/v1/login"))
                .POST(BodyPublishers.ofString("blé-27"))
                .build();
        assertThat(browser.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> put(BodyPublisher body) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(uri("/made-up/v1/readings")).PUT(body).build(), BodyHandlers.ofString());
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    @RestController
    static class Room {

        private final AuthenticationManager signIn;

        Room(AuthenticationManager signIn) {
            this.signIn = signIn;
        }

        @Bean
        static SecurityFilterChain madeUpDoor(Doors doors) {
            return doors.at("/made-up/v1")
                    .keepingSessions()
                    .signingInBy((request, response, next) -> next.doFilter(request, response))
                    .refusing(
                            (request, response, refusal) -> {
                                response.setStatus(HttpStatus.I_AM_A_TEAPOT.value());
                                response.getWriter().write("made up: sign in");
                            },
                            (request, response, refusal) -> response.setStatus(HttpStatus.FORBIDDEN.value()))
                    .everybody(HttpMethod.POST, "/made-up/v1/login")
                    .restFor(Roles.PERSON, Roles.ADMINISTRATOR);
        }

        @Bean
        static BodyLimit madeUpLimit() {
            return new BodyLimit("/made-up/v1", 10L * MEGABYTE);
        }

        @PostMapping("/made-up/v1/login")
        void login(HttpServletRequest request) throws IOException {
            String password = new String(request.getInputStream().readAllBytes());
            Authentication person =
                    signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("admin", password));
            HttpSession session = request.getSession();
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(person);
            session.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        }

        @GetMapping("/made-up/v1/readings")
        String readings(Authentication person) {
            return person.getName();
        }

        @PutMapping("/made-up/v1/readings")
        String take(InputStream body) throws IOException {
            return String.valueOf(body.readAllBytes().length);
        }
    }
}
