package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.database.DataDirectory;
import org.relais.database.EmbeddedMariaDbForTests;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a database into a file and back. */
class BackupRoundTripTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final Instant MOMENT = Instant.parse("2026-11-29T02:14:05Z");
    private static final String PASSPHRASE = "mot de passe";

    private static JdbcClient jdbc;

    @BeforeAll
    static void fill() {
        jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("""
                create table odd (
                    id varchar(50) collate utf8mb4_nopad_bin not null, flag tinyint(1), amount decimal(30, 10), ratio double,
                    day date, moment datetime(6), stamp timestamp(6) null, raw varbinary(300), body longblob,
                    kind enum ('Ä', 'b') character set utf8mb4, twice int generated always as (flag * 2) virtual, free text,
                    primary key (id))
                """).update();
        jdbc.sql("insert into odd (id) values ('a'), ('A'), ('a '), ('')").update();
        byte[] bytes = new byte[256];
        new Random(7).nextBytes(bytes);
        jdbc.sql("insert into odd values ('é𝄞\\'\"\\\\', 1, -1234567890123456789.0123456789, 0.1, '0001-01-01',"
                        + " '2026-03-29 02:30:00.123456', '2038-01-19 03:14:07.999999', ?, ?, 'Ä', default, 'x\\0y')")
                .params(bytes, bytes)
                .update();
        for (int i = 0; i < 2_500; i++) {
            jdbc.sql("insert into content values (?, ?)")
                    .params(i, "{\"nom\":\"Dépôt n° " + i + " 💉\"}")
                    .update();
        }
        jdbc.sql("select nextval(outbox_revision)").query().singleRow();
    }

    @Test
    void everyRowComesBackAndProvesIt() throws Exception {
        Path folder = DataFolders.fresh("backups");
        BackupWriter.Written written = writer(siteFiles()).write(folder, PASSPHRASE, MOMENT);

        assertThat(written.file()).hasFileName("relais-2026-11-29T021405Z.relais");
        assertThat(written.facts().schema()).isEqualTo(Program.schema());
        assertThat(written.sums()).contains(new TableSum("odd", 5, sumOf("odd")));
        assertThat(written.sums())
                .filteredOn(sum -> sum.table().equals("content"))
                .singleElement()
                .returns(2_500L, TableSum::rows);
        proof().of(written.file(), PASSPHRASE, written.sums());
        assertThat(names(folder)).containsExactly("relais-2026-11-29T021405Z.relais");
    }

    @Test
    void otherRowsAreNoProof() throws Exception {
        BackupWriter.Written written = writer(siteFiles()).write(DataFolders.fresh("backups"), "", MOMENT);
        List<TableSum> others = new ArrayList<>(written.sums());
        others.replaceAll(
                sum -> sum.table().equals("content") ? new TableSum("content", sum.rows(), "0".repeat(64)) : sum);

        assertThatThrownBy(() -> proof().of(written.file(), "", others))
                .isInstanceOf(Proof.Differs.class)
                .hasMessageContaining("content");
    }

    /** The rows of one moment, while somebody moves an amount from one row to the other all the time. */
    @Test
    void itShowsOneMomentWhileOthersWrite() throws Exception {
        jdbc.sql("create table a_purse (id int primary key, amount int not null)")
                .update();
        jdbc.sql("create table z_purse (id int primary key, amount int not null)")
                .update();
        jdbc.sql("insert into a_purse values (1, 1000000)").update();
        jdbc.sql("insert into z_purse values (1, 0)").update();
        AtomicBoolean over = new AtomicBoolean();
        Thread mover = Thread.ofPlatform().start(() -> move(over));
        try {
            for (int i = 0; i < 5; i++) {
                List<Integer> amounts = new ArrayList<>();
                try (Connection connection = access().connect()) {
                    Snapshot snapshot = Snapshot.of(connection);
                    for (TableShape table : snapshot.tables()) {
                        snapshot.<SQLException>read(table, values -> {
                            if (table.name().endsWith("_purse")) {
                                amounts.add(Integer.valueOf(new String(values[1], StandardCharsets.US_ASCII)));
                            }
                        });
                    }
                }
                assertThat(amounts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000_000);
            }
        } finally {
            over.set(true);
            mover.join();
            jdbc.sql("drop table a_purse, z_purse").update();
        }
    }

    @Test
    void whatFailsLeavesNothingAndTakesNothingAway() throws Exception {
        Path folder = DataFolders.fresh("backups");
        BackupWriter.Written before = writer(siteFiles()).write(folder, "", MOMENT);
        Files.createFile(folder.resolve(BackupName.DRAFT + "of-a-process-that-died"));
        DatabaseAccess away = new DatabaseAccess(database.url(), database.username(), "another");

        assertThatThrownBy(() -> new BackupWriter(away, siteFiles()).write(folder, "", MOMENT.plusSeconds(60)))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> writer(siteFiles()).write(folder.resolve("away"), "", MOMENT))
                .isInstanceOf(IOException.class);

        assertThat(names(folder)).containsExactly(before.file().getFileName().toString());
    }

    private static void move(AtomicBoolean over) {
        while (!over.get()) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("update a_purse set amount = amount - 1");
                connection.createStatement().execute("update z_purse set amount = amount + 1");
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String sumOf(String table) throws SQLException {
        try (Connection connection = access().connect()) {
            Snapshot snapshot = Snapshot.of(connection);
            TableShape shape = snapshot.tables().stream()
                    .filter(each -> each.name().equals(table))
                    .findFirst()
                    .orElseThrow();
            return snapshot.<SQLException>read(shape, values -> {}).checksum();
        }
    }

    private static DatabaseAccess access() {
        return new DatabaseAccess(database.url(), database.username(), database.password());
    }

    private static BackupWriter writer(DataDirectory directory) {
        return new BackupWriter(access(), directory);
    }

    private static Proof proof() {
        return new Proof(DataFolders.fresh("proof"), EmbeddedMariaDbForTests.binaries());
    }

    private static DataDirectory siteFiles() throws IOException {
        DataDirectory directory = new DataDirectory(DataFolders.fresh("data"));
        Files.writeString(directory.file("secret.key"), "0".repeat(64));
        Files.writeString(directory.file("hardware-id"), "a".repeat(32));
        return directory;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
