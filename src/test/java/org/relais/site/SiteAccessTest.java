package org.relais.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.relais.catalogue.CentralServer.LEGACY;
import static org.relais.catalogue.CentralServer.OPEN;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.central.CentralFailure;
import org.relais.central.CentralServers;
import org.relais.central.FailureCode;
import org.relais.database.DataDirectory;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.record.StoreRecords;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.relais.vocabulary.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What connecting with the network says, and what it keeps. */
class SiteAccessTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));
    private static final CentralServers servers = new CentralServers(Duration.ofMinutes(5));

    /** For a server that is silent: any other may be as slow as a busy machine has it. */
    private static final CentralServers hasty = new CentralServers(Duration.ofSeconds(1));

    private static final DemoSite FIRST = network.sites().get(0);
    private static final DemoSite SECOND = network.sites().get(1);

    @TempDir
    static Path directory;

    private static Repositories repositories;

    private JdbcClient jdbc;
    private Site site;
    private SiteAccess access;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(database, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    @BeforeEach
    void aNewSite() {
        network.faults().clear();
        jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("delete from site").update();
        DataDirectory data = new DataDirectory(directory);
        site = new Site(
                repositories.bean(SiteRepository.class),
                repositories.bean(EntityManager.class),
                repositories.bean(TransactionOperations.class),
                new HardwareId(data),
                new PasswordSeal(data),
                Clock.systemUTC(),
                event -> {});
        access = access(servers);
    }

    private SiteAccess access(CentralServers asked) {
        return new SiteAccess(
                site, asked, new Stores(new StoreRecords(jdbc), jdbc), repositories.bean(TransactionOperations.class));
    }

    @AfterAll
    static void stop() {
        servers.close();
        hasty.close();
        network.close();
    }

    private static SiteDraft draft(DemoSite of) {
        return new SiteDraft(network.legacyUrl().toString(), of.name(), of.password());
    }

    @Test
    void testingTellsWhatIsThereAndKeepsNothing() {
        SiteReport report = access.test(draft(FIRST));

        assertThat(report.info().siteId()).isEqualTo(FIRST.number());
        assertThat(report.openServer()).isEqualTo(network.openUrl());
        assertThat(report.openFailure()).isNull();
        assertThat(report.anotherSite()).isFalse();
        assertThat(site.configured()).isFalse();
    }

    @Test
    void connectingKeepsWhatWasAcceptedAndAnEmptyPasswordStaysTheOneThatIsKnown() {
        access.connect(draft(FIRST));

        assertThat(site.settings().orElseThrow())
                .returns(network.legacyUrl(), SiteSettings::url)
                .returns(FIRST.uuid(), SiteSettings::uuid)
                .returns(network.openUrl(), SiteSettings::openUrl);
        assertThat(site.credentials().passwordSha256()).isEqualTo(FIRST.passwordSha256());
        access.connect(new SiteDraft(network.legacyUrl() + "/", " " + FIRST.name() + " ", ""));
        assertThat(site.credentials().passwordSha256()).isEqualTo(FIRST.passwordSha256());
    }

    @Test
    void aConnectedSiteStaysAsItWasWhenItIsTestedOrRefused() {
        access.connect(draft(FIRST));
        SiteSettings before = site.settings().orElseThrow();
        String sealed = sealed();
        String url = network.legacyUrl().toString();

        assertThat(access.test(new SiteDraft(url, FIRST.name(), "")).anotherSite())
                .isFalse();
        assertThatThrownBy(() -> access.connect(new SiteDraft(url, FIRST.name(), "not this one")))
                .isInstanceOf(CentralFailure.class);
        assertThatThrownBy(() -> access.connect(new SiteDraft("http://127.0.0.1:9", FIRST.name(), "pass")))
                .isInstanceOf(CentralFailure.class);
        assertThatThrownBy(() -> access.test(new SiteDraft("http://127.0.0.1:9", FIRST.name(), "")))
                .as("the kept password goes to no other server")
                .isInstanceOfSatisfying(Invalid.class, wrong -> assertThat(wrong.problems(SiteProblem.class))
                        .containsExactly(SiteProblem.PASSWORD_MISSING));

        assertThat(site.settings()).contains(before);
        assertThat(sealed()).isEqualTo(sealed);
    }

    @Test
    void atAShellTheKeptSiteIsReadAndNothingIsMade(@TempDir Path another) {
        KeptSite kept = new KeptSite(database.dataSource(), new DataDirectory(directory));
        assertThat(kept.address()).isEmpty();
        assertThat(kept.credentials()).isEmpty();

        access.connect(draft(FIRST));

        assertThat(kept.address()).contains(network.legacyUrl());
        assertThat(kept.credentials()).contains(site.credentials());
        assertThat(new KeptSite(database.dataSource(), new DataDirectory(another)).credentials())
                .as("without the key")
                .isEmpty();
        assertThat(another).isEmptyDirectory();
    }

    private String sealed() {
        return jdbc.sql("select sealed_password from site").query(String.class).single();
    }

    record Refusal(FailureCode code, SiteDraft draft, Fault fault) {

        @Override
        public String toString() {
            return code.key();
        }
    }

    static Stream<Refusal> refusals() {
        String url = network.legacyUrl().toString();
        DemoSite withoutStore = network.sites().getLast();
        SiteDraft right = draft(FIRST);
        return Stream.of(
                new Refusal(FailureCode.CONNECTION, new SiteDraft("http://127.0.0.1:1", "site-1", "pass"), null),
                new Refusal(FailureCode.TLS, new SiteDraft(url.replace("http:", "https:"), "site-1", "pass"), null),
                new Refusal(FailureCode.TIMEOUT, right, Fault.always(FaultKind.STALL, LEGACY)),
                new Refusal(FailureCode.REDIRECTED, right, Fault.always(FaultKind.REDIRECT, LEGACY)),
                new Refusal(FailureCode.SITE_UNKNOWN, new SiteDraft(url, "nowhere", "pass"), null),
                new Refusal(FailureCode.WRONG_PASSWORD, new SiteDraft(url, FIRST.name(), "other"), null),
                new Refusal(FailureCode.HARDWARE_ID_MISMATCH, right, legacyError("site_incorrect_hardware_id")),
                new Refusal(FailureCode.SITE_HAS_NO_STORE, draft(withoutStore), null),
                new Refusal(FailureCode.SITE_AUTH_TIMEOUT, right, legacyError("site_auth_timeout")),
                new Refusal(FailureCode.API_VERSION_V5, right, Fault.always(FaultKind.WRONG_VERSION, LEGACY)),
                new Refusal(FailureCode.SERVER_ERROR, right, Fault.always(FaultKind.HTML, LEGACY)),
                new Refusal(FailureCode.UNREADABLE_ANSWER, right, Fault.always(FaultKind.GARBAGE, LEGACY)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSiteThatIsNotAcceptedIsNotKept(Refusal refusal) {
        if (refusal.fault() != null) {
            network.faults().add(refusal.fault());
        }

        SiteAccess asks = refusal.code() == FailureCode.TIMEOUT ? access(hasty) : access;

        CentralFailure failure = catchThrowableOfType(CentralFailure.class, () -> asks.connect(refusal.draft()));

        assertThat(failure.code()).isEqualTo(refusal.code());
        assertThat(failure.server()).isEqualTo(LEGACY);
        assertThat(site.configured()).isFalse();
    }

    static Stream<Refusal> refusalsOfTheOpenServer() {
        SiteDraft right = draft(FIRST);
        return Stream.of(
                new Refusal(FailureCode.V6_NOT_CONFIGURED, right, Fault.always(FaultKind.NO_OPEN_SERVER, LEGACY)),
                new Refusal(FailureCode.NOT_A_CENTRAL_SERVER, right, Fault.always(FaultKind.NOT_CENTRAL, OPEN)),
                new Refusal(FailureCode.API_VERSION_V6, right, Fault.always(FaultKind.WRONG_VERSION, OPEN)),
                new Refusal(FailureCode.SERVER_ERROR, right, Fault.always(FaultKind.HTML, OPEN)));
    }

    @ParameterizedTest
    @MethodSource("refusalsOfTheOpenServer")
    void theOtherServersFailureIsToldAndDoesNotKeepTheSiteFromBeingConnected(Refusal refusal) {
        network.faults().add(refusal.fault());

        SiteReport report = access.connect(refusal.draft());

        assertThat(report.openFailure().code()).isEqualTo(refusal.code());
        assertThat(site.settings().orElseThrow().uuid()).isEqualTo(FIRST.uuid());
    }

    @Test
    void whatCannotBeRightIsNotAskedAbout() {
        network.faults().add(Fault.always(FaultKind.HTML, LEGACY));
        for (String url : List.of("central.example.org", "ftp://central.example.org", "https://a b", "http://h?x=1")) {
            assertThatThrownBy(() -> access.connect(new SiteDraft(url, "", "")))
                    .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems(SiteProblem.class))
                            .containsExactlyInAnyOrder(
                                    SiteProblem.URL_INVALID, SiteProblem.NAME_MISSING, SiteProblem.PASSWORD_MISSING));
        }
        assertThatThrownBy(() -> access.connect(new SiteDraft("central.example.org", "a:b", "x".repeat(251))))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems(SiteProblem.class))
                        .containsExactlyInAnyOrder(
                                SiteProblem.URL_INVALID, SiteProblem.NAME_INVALID, SiteProblem.PASSWORD_TOO_LONG));
        assertThat(network.faults().active().getFirst().struck()).isZero();
    }

    @Test
    void theWrongSiteCanBeCorrectedAsLongAsNothingOfItIsKept() {
        access.connect(draft(SECOND));
        access.connect(draft(FIRST));
        assertThat(site.settings().orElseThrow().uuid()).isEqualTo(FIRST.uuid());

        String sealed = sealed();
        site.markPrepared();
        assertThat(access.test(draft(SECOND)).anotherSite()).isTrue();
        assertThatThrownBy(() -> access.connect(draft(SECOND))).isInstanceOf(SiteMismatch.class);
        assertThat(site.settings().orElseThrow())
                .returns(FIRST.name(), SiteSettings::name)
                .returns(FIRST.uuid(), SiteSettings::uuid);
        assertThat(sealed()).isEqualTo(sealed);
    }

    private static Fault legacyError(String code) {
        return Fault.always(FaultKind.LEGACY_ERROR, LEGACY).saying(code);
    }
}
