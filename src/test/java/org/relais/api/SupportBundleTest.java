package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.relais.tokens.TokenLevel;

/** What the support team gets, and what it must not get. */
class SupportBundleTest extends ApiSite {

    @Test
    void holdsWhatIsAskedForFirst() throws Exception {
        HttpResponse<byte[]> answer = download("/api/v1/support-bundle", token(TokenLevel.ADMINISTER));
        Map<String, String> bundle = unzip(answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("content-disposition").orElseThrow())
                .matches("attachment; filename=\"relais-site-1-\\d{8}-\\d{6}Z\\.zip\"");
        assertThat(bundle.keySet())
                .startsWith(
                        "README.txt",
                        "machine.json",
                        "configuration.txt",
                        "database.json",
                        "synchronisation.json",
                        "records.json");
        assertThat(bundle.get("README.txt"))
                .contains("Archivo de soporte", "machine.json", "configuration.txt", "records.json", "logs/");
        assertThat(bundle.get("configuration.txt"))
                .contains("relais.sync.enabled = false", "relais.admin.password = ***", "relais.site.password = ***");
        assertThat(bundle.get("database.json")).contains("MariaDB", "record_entry");
        assertThat(bundle.get("synchronisation.json"))
                .contains("\"trigger\" : \"setup\"", "\"step\" : \"integrate\"", "\"sameness\" :");
        assertThat(bundle.get("records.json")).contains("\"table\" : \"item\"");
    }

    @Test
    void toldBrokenRecordsWithoutWhatIsInThem() throws Exception {
        jdbc.sql("""
                insert into inbox (number, channel, type, record_id, action, state, reason, field, detail, since)
                values (next value for content_number, 'OPEN_PULL', 'name', 'broken-1', 'UPSERT', 'BROKEN', 'WRONG_TYPE',
                    'date_of_birth', 'Aminata, born 1990-13-45', utc_timestamp())
                """).update();

        String records =
                unzip(download("/api/v1/support-bundle", admin()).body()).get("records.json");
        jdbc.sql("delete from inbox where record_id = 'broken-1'").update();

        assertThat(records).contains("broken-1", "WRONG_TYPE", "date_of_birth").doesNotContain("Aminata");
    }

    @Test
    void holdsNoSecretEvenWhenTheLogsTellEverything() throws Exception {
        String token = token(TokenLevel.LOOK).substring("Bearer ".length());
        String sitePassword = network.sites().getFirst().password();
        String siteHash = sha256(sitePassword);
        String sealed =
                jdbc.sql("select sealed_password from site").query(String.class).single();
        String adminHash = jdbc.sql("select password from account where name = 'admin'")
                .query(String.class)
                .single();
        String basic = Base64.getEncoder().encodeToString(("site-1:" + siteHash).getBytes(StandardCharsets.UTF_8));
        List<String> secrets =
                List.of(PASSWORD, siteHash, sealed, adminHash, token, sha256(token), basic, database.password());
        String log = """
                DEBUG o.s.w.servlet.DispatcherServlet : headers={masked=false, authorization:"Basic %s", host:"x"}
                TRACE org.hibernate.orm.jdbc.bind : binding parameter (3:VARCHAR) <- [%s]
                DEBUG jdk.httpclient : Authorization: Basic %s
                DEBUG org.relais : token=%s sealed=%s, hash %s, of the token %s
                INFO  driver : jdbc:mariadb://localhost/relais?user=relais&password=%s&x=1
                INFO  settings : relais.site.password=%s
                INFO  url : https://site-1:%s@central.example.org/sync
                INFO  a calm line that stays
                """.formatted(
                        basic,
                        adminHash,
                        basic,
                        token,
                        sealed,
                        siteHash,
                        sha256(token),
                        database.password(),
                        sitePassword,
                        siteHash);
        for (String secret : secrets) {
            log = log + "DEBUG value : " + secret + "\n";
        }
        Path logs = Files.createDirectories(data.resolve("logs"));
        Path closed = logs.resolve("relais.log.2026-01-01.0.gz");
        try (GZIPOutputStream compressed = new GZIPOutputStream(Files.newOutputStream(closed))) {
            compressed.write(log.getBytes(StandardCharsets.UTF_8));
        }
        Path outside = Files.writeString(data.resolve("outside.txt"), "what stands elsewhere");
        Files.deleteIfExists(logs.resolve("relais.log.link"));
        Files.createSymbolicLink(logs.resolve("relais.log.link"), outside.toAbsolutePath());

        Map<String, String> bundle =
                unzip(download("/api/v1/support-bundle", admin()).body());

        assertThat(bundle.get("logs/relais.log.2026-01-01.0"))
                .contains("a calm line that stays", "https://***@central.example.org/sync", "relais.site.password=***");
        bundle.forEach((file, text) -> {
            for (String secret : secrets) {
                assertThat(text).as(file).doesNotContain(secret);
            }
            assertThat(text).as(file).doesNotContain("what stands elsewhere");
        });
    }

    private static Map<String, String> unzip(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).doesNotContain("..").doesNotStartWith("/");
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
