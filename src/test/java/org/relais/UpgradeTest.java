package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.record.Sameness;
import org.relais.record.StoreComparison;
import org.relais.record.TableSameness;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This version goes on with what the first one left. {@code releases/first.sql.gz} is the dump of a database that the first program
 * with all its rooms (tables of version 8) made: set up against a demonstration network, synchronised once, then thinned out to some
 * records of each type, with a location that waits to be sent; beside it the key
 * that opens its site's password. They never change; a release may add its own beside it.
 */
class UpgradeTest {

    private static final String PASSWORD_OF_THEN = "premier-27";
    private static final String WAITING_LOCATION = "2B031C6B095E51427724DCA4FCD76027";

    @RegisterExtension
    static final TestDatabase db = TestDatabase.ofVersion("8");

    @Test
    void theFirstReleasesDataAreAllThereAndTheSiteGoesOn() throws Exception {
        load("/releases/first.sql.gz");
        Path data = DataFolders.fresh("upgrade");
        Files.copy(Path.of("src/test/resources/releases/first.secret.key"), data.resolve("secret.key"));
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        long recordsOfThen = count(jdbc, "record_entry");
        assertThat(recordsOfThen).isPositive();

        try (ConfigurableApplicationContext site = SpringApplication.run(
                RelaisApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--relais.sync.enabled=false",
                "--relais.data.directory=" + data,
                "--spring.datasource.url=" + db.url(),
                "--spring.datasource.username=" + db.username(),
                "--spring.datasource.password=" + db.password())) {
            JsonNode standing = asked(site, "/api/v1/sync");
            assertThat(standing.at("/lastSuccess/trigger").asString()).isEqualTo("setup");
            assertThat(standing.get("pending").asInt()).isEqualTo(1);
            assertThat(asked(site, "/api/v1/records/Location/" + WAITING_LOCATION))
                    .asString()
                    .contains(WAITING_LOCATION);
            assertThat(storedIn(asked(site, "/api/v1/records"))).isEqualTo(recordsOfThen);
            Sameness found = site.getBean(StoreComparison.class).compare();
            assertThat(found.isSame()).isTrue();
            assertThat(found.sum(TableSameness::here)).isEqualTo(recordsOfThen);
        }

        assertThat(count(jdbc, "record_entry")).isEqualTo(recordsOfThen);
        assertThat(jdbc.sql("select name from site").query(String.class).single())
                .isEqualTo("site-1");
        assertThat(jdbc.sql("select count(*) from location where id = ?")
                        .param(WAITING_LOCATION)
                        .query(Long.class)
                        .single())
                .as("what screens ask is made of the old records")
                .isEqualTo(1);
    }

    private static long storedIn(JsonNode records) {
        long stored = 0;
        for (JsonNode table : records.get("tables")) {
            stored += table.get("stored").asLong();
        }
        return stored;
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static JsonNode asked(ConfigurableApplicationContext site, String path) throws Exception {
        String account =
                Base64.getEncoder().encodeToString(("admin:" + PASSWORD_OF_THEN).getBytes(StandardCharsets.UTF_8));
        URI address = URI.create("http://127.0.0.1:" + site.getEnvironment().getProperty("local.server.port") + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Basic " + account)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(answer);
        }
    }

    /** By MariaDB's own client, as whoever restores a dump does it. */
    private static void load(String dump) throws IOException, InterruptedException {
        URI address = URI.create(db.url().substring("jdbc:".length()));
        ProcessBuilder client = new ProcessBuilder(
                EmbeddedMariaDbForTests.binaries().resolve("bin/mariadb").toString(),
                "--no-defaults",
                "--skip-ssl",
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--user=" + db.username(),
                "--default-character-set=utf8mb4",
                address.getPath().substring(1));
        client.environment().put("MYSQL_PWD", db.password());
        Process loading = client.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream packed = UpgradeTest.class.getResourceAsStream(dump);
                OutputStream statements = loading.getOutputStream()) {
            new GZIPInputStream(packed).transferTo(statements);
        }
        assertThat(loading.waitFor()).isZero();
    }
}
