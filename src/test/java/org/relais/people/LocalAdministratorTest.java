package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.startup.StartFailure;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(classes = LocalAdministratorTest.Persistence.class)
@ExtendWith(OutputCaptureExtension.class)
class LocalAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("password\\s+(\\S{10,})");

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        db.register(registry);
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class
    })
    @AutoConfigurationPackage
    static class Persistence {}

    @Autowired
    private Accounts accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    @BeforeEach
    void noAccounts() {
        jdbc.sql("delete from account").update();
    }

    @Test
    void generatedPasswordIsPrintedOnceAndKeptAsAHash(CapturedOutput console) {
        start(null);
        Matcher printed = PRINTED.matcher(console.getOut());
        assertThat(printed.find()).isTrue();
        String password = printed.group(1);

        start(null);

        assertThat(stored()).startsWith("{bcrypt}").doesNotContain(password);
        assertThat(encoder.matches(password, stored())).isTrue();
        assertThat(PRINTED.matcher(console.getOut()).results().count()).isEqualTo(1);
    }

    @Test
    void configuredPasswordIsNeverPrinted(CapturedOutput console) {
        start("blé-27");

        assertThat(encoder.matches("blé-27", stored())).isTrue();
        assertThat(stored()).startsWith("{bcrypt}");
        assertThat(console.getAll()).doesNotContain("blé-27");
        assertThat(PRINTED.matcher(console.getOut()).find()).isFalse();
    }

    @Test
    void changedSettingTakesEffect() {
        start("first");
        start("second");

        assertThat(encoder.matches("second", stored())).isTrue();
    }

    @Test
    void unchangedSettingAndRemovedOneKeepTheHash() {
        start("first");
        String hash = stored();
        start("first");
        start("  ");
        start(null);

        assertThat(stored()).isEqualTo(hash);
    }

    @Test
    void passwordLongerThanTheHashTakesStopsTheStart() {
        assertThatThrownBy(() -> start("é".repeat(37)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("relais.admin.password")
                .hasMessageContaining("72")
                .hasMessageNotContaining("éé");
    }

    private void start(String password) {
        new LocalAdministrator(
                        new AdministratorSettings(password),
                        accounts,
                        encoder,
                        new TransactionTemplate(transactions),
                        Clock.systemUTC())
                .afterPropertiesSet();
    }

    private String stored() {
        return jdbc.sql("select password from account where name = 'admin'")
                .query(String.class)
                .single();
    }
}
