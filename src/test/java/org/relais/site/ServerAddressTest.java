package org.relais.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Which addresses a phone is offered. */
class ServerAddressTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8080");

    @Test
    void theChosenAddressAlone() {
        assertThat(address("https://relais.example.org").reachable(URI.create("http://192.168.1.9:8080")))
                .containsExactly(URI.create("https://relais.example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.168.1.9:8080", "https://relais.example.org"})
    void theBrowsersOwnAddressWherePhonesAcceptIt(String origin) {
        assertThat(address(null).reachable(URI.create(origin + "/synchronisation")))
                .containsExactly(URI.create(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://relais:8080", "http://[fe80::1]:8080", "http://127.0.0.1:8080"})
    void elseThoseOfThisMachine(String origin) {
        assertThat(address(null).reachable(URI.create(origin)))
                .containsExactly(URI.create("http://192.168.1.5:8080"), URI.create("http://10.0.0.5:8080"));
    }

    @Test
    void noneWhereThereIsNone() {
        ServerAddress address = new ServerAddress(publicAddress(null), environment, List::of);

        assertThat(address.reachable(null)).isEmpty();
    }

    @Test
    void tellsThatOnlyThisMachineIsServed() {
        URI here = URI.create("http://localhost:8080");
        assertThat(address(null).onlyThisMachine(here)).isFalse();
        environment.setProperty("server.address", "127.0.0.1");
        assertThat(address(null).onlyThisMachine(here)).isTrue();
    }

    @Test
    void seesThatAProxyServesOthers() {
        environment.setProperty("server.address", "127.0.0.1");
        assertThat(address(null).onlyThisMachine(URI.create("https://relais.example.org")))
                .isFalse();
        assertThat(address("https://relais.example.org").onlyThisMachine(null)).isFalse();
    }

    private ServerAddress address(String publicUrl) {
        return new ServerAddress(
                publicAddress(publicUrl), environment, () -> List.of(machine("192.168.1.5"), machine("10.0.0.5")));
    }

    private static PublicAddress publicAddress(String url) {
        PublicAddress chosen = mock(PublicAddress.class);
        when(chosen.find()).thenReturn(Optional.ofNullable(url).map(URI::create));
        return chosen;
    }

    private static Inet4Address machine(String address) {
        try {
            return (Inet4Address) InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
