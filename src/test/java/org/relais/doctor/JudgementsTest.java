package org.relais.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.backup.BackupAttempt;
import org.relais.backup.BackupProblem;
import org.relais.backup.BackupStanding;
import org.relais.database.DatabaseCondition;
import org.relais.language.Phrases;
import org.relais.testing.TestPhrases;

/** What each check makes of an answer, without asking anybody; and that every language has words for it. */
class JudgementsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final List<Phrases> LANGUAGES =
            Stream.of("en", "fr", "es").map(TestPhrases::in).toList();
    private static final Pattern SAID = Pattern.compile("\\b(well|lookAtIt|broken|unknown)\\(\"([a-z.-]+)\"");
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;

    private static void is(Finding finding, String state, String key) {
        assertThat(finding.state()).as(finding.toString()).isEqualTo(state);
        assertThat(finding.words()).isInstanceOfSatisfying(Words.Sentence.class, sentence -> {
            assertThat(sentence.key()).isEqualTo(key);
            assertThat(sentence.advised()).isEqualTo(!state.equals("well"));
        });
        LANGUAGES.forEach(phrases -> {
            FindingWords words = new FindingWords(phrases, NOW);
            assertThat(words.meaning(finding)).isNotBlank().doesNotContain("!", "{");
            words.advice(finding)
                    .ifPresent(advice -> assertThat(advice).endsWith(".").doesNotContain("!", "{"));
            assertThat(words.title(finding.check()) + words.state(finding)).doesNotContain("!");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, well, clock.right",
        "PT30S, well, clock.right",
        "PT31S, look, clock.ahead",
        "PT-31S, look, clock.behind",
        "PT-5M, look, clock.behind",
        "PT5M1S, broken, clock.ahead",
        "P-3650D, broken, clock.behind",
        ", unknown, clock.untold",
    })
    void aClockMayBeHalfAMinuteOff(Duration ahead, String state, String key) {
        is(new ClockCheck(null).judge(ahead), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "central.example.org, 203.0.113.7, well, name.found",
        "203.0.113.7, 203.0.113.7, well, name.number",
        "central.example.org, , broken, name.unknown",
    })
    void aNameNeedsAnAddress(String host, String found, String state, String key) {
        is(new NameCheck(null).judge(host, found), state, key);
    }

    @ParameterizedTest
    @CsvSource({"PT0.04S, well, tcp.open", "PT1.5S, well, tcp.open", "PT1.6S, look, tcp.slow"})
    void aConnectionThatTakesLongIsSlow(Duration took, String state, String key) {
        is(new TcpCheck(null).judge(took), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "-90, 60, , well, certificate.good",
        "-90, 14, , well, certificate.good",
        "-90, 13, , look, certificate.ends",
        "-90, -1, expired, broken, certificate.ended",
        "1, 90, not yet valid, broken, certificate.not-yet",
        "-90, 60, no path, broken, certificate.refused",
    })
    void aCertificateIsTrustedAndHolds(int from, int until, String refusal, String state, String key) {
        Certificates shown =
                new Certificates(NOW.plus(Duration.ofDays(from)), NOW.plus(Duration.ofDays(until)), "CN=R3", refusal);

        is(new CertificateCheck(null, CLOCK).judge(shown, NOW), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "401, false, , , well, answer.direct",
        "401, true, , , well, answer.direct",
        "403, true, , , broken, answer.page",
        "200, false, , 1.1 cache, well, answer.via",
        "200, true, , , broken, answer.page",
        "511, false, , , broken, answer.page",
        "302, true, http://login.hotel.example/, , broken, answer.elsewhere",
        "407, true, , , broken, answer.proxy-password",
        "503, true, , , look, answer.trouble",
    })
    void somebodyElseMayAnswer(int status, boolean page, String location, String via, String state, String key) {
        Greeting greeting =
                new Greeting(status, page, Optional.ofNullable(location), Optional.ofNullable(via), Optional.empty());

        is(new AnswerCheck(null).judge(greeting), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.2S, 30000, PT0.5S, well, speed.good",
        "PT1.2S, 30000, PT0.5S, look, speed.slow",
        "PT0.2S, 3000, PT1S, look, speed.slow",
        ", 30000, PT0.5S, well, speed.good-proxy",
        ", 3000, PT1S, look, speed.slow-proxy",
    })
    void aLineIsSlowByItsRoundOrByItsRate(Duration round, long bytes, Duration took, String state, String key) {
        is(new SpeedCheck(null, null).judge(round, new Access.Measured(bytes, took)), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERS, well, database.answers",
        "DATABASE, broken, database.silent",
        "DISK_FULL, broken, database.disk-full",
        "DISK_NOT_WRITABLE, broken, database.not-writable",
        ", look, database.not-running",
    })
    void theDatabaseIsAsItSays(DatabaseCondition condition, String state, String key) {
        is(new DatabaseCheck(null).judge(condition), state, key);
    }

    @ParameterizedTest
    @CsvSource({"199, broken, disk.full", "200, look, disk.little", "2047, look, disk.little", "2048, well, disk.room"})
    void aDiskNeedsRoom(long mebibytes, String state, String key) {
        is(new DiskCheck(null).judge(mebibytes * MIB, 64 * GIB), state, key);
    }

    @ParameterizedTest
    @CsvSource({"63, broken, memory.gone", "64, look, memory.little", "256, well, memory.room"})
    void aMachineNeedsMemory(long mebibytes, String state, String key) {
        is(new MemoryCheck().judge(mebibytes * MIB, 2 * GIB), state, key);
    }

    @ParameterizedTest
    @ValueSource(longs = 0)
    void aMachineThatSaysNothingOfItsMemoryIsNotJudged(long nothing) {
        is(new MemoryCheck().judge(nothing, nothing), "unknown", "memory.unseen");
    }

    @ParameterizedTest
    @CsvSource({", well, rights.fine", "Permission denied, broken, rights.refused"})
    void theDataDirectoryMustTakeAFile(String refusal, String state, String key) {
        is(new RightsCheck(null).judge(Path.of("/var/lib/relais"), refusal), state, key);
    }

    static Stream<Arguments> standings() {
        BackupAttempt good = backup(Duration.ofHours(8), null);
        BackupAttempt old = backup(Duration.ofHours(51), null);
        return Stream.of(
                Arguments.of(new BackupStanding(null, null, false), "look", "backup.none"),
                Arguments.of(new BackupStanding(good, good, true), "well", "backup.good"),
                Arguments.of(new BackupStanding(old, old, false), "broken", "backup.late"),
                Arguments.of(
                        new BackupStanding(backup(Duration.ofHours(8), BackupProblem.DIFFERS), old, false),
                        "look",
                        "backup.unproven"),
                Arguments.of(
                        new BackupStanding(backup(Duration.ofHours(8), BackupProblem.DISK_FULL), good, false),
                        "broken",
                        "backup.failed"));
    }

    private static BackupAttempt backup(Duration age, BackupProblem problem) {
        Instant made = NOW.minus(age);
        return new BackupAttempt(1, null, made, made, "f", 1L, 1L, problem == null ? made : null, problem, null);
    }

    @ParameterizedTest
    @MethodSource("standings")
    void onlyAProvenBackupOfTheseDaysIsWell(BackupStanding standing, String state, String key) {
        is(new BackupCheck(null, CLOCK).judge(standing, NOW), state, key);
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.168.1.20:8080, 200, false, well, phones.found",
        "http://192.168.1.20:8080, 503, false, well, phones.found",
        "http://192.168.1.20:8080, 0, false, broken, phones.silent",
        "http://192.168.1.20:8080, 404, false, broken, phones.another",
        "http://192.168.1.20:8080, 0, true, look, phones.only-here",
        ", 0, false, look, phones.none",
    })
    void phonesNeedAnAddressAtWhichThisServerAnswers(
            URI address, int status, boolean onlyHere, String state, String key) {
        is(new PhonesCheck(null).judge(address, status, onlyHere), state, key);
    }

    /** Those that only a broken network brings out are written down as all others. */
    @Test
    void everySentenceThatAChecksSourceNamesHasItsWords() throws IOException {
        Map<String, Boolean> named = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/relais/doctor"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(said -> named.put(said.group(2), !said.group(1).equals("well")));
            }
        }

        assertThat(named).hasSizeGreaterThan(50);
        named.forEach((key, advised) -> LANGUAGES.forEach(phrases -> {
            assertThat(phrases.text("doctor." + key)).as(key).doesNotContain("!");
            if (advised) {
                assertThat(phrases.text("doctor." + key + ".do"))
                        .as(key)
                        .doesNotContain("!")
                        .endsWith(".");
            }
        }));
    }
}
