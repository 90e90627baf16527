package org.relais.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.database.DataDirectory;
import org.relais.database.DatabaseSettings;
import org.relais.database.EmbeddedMariaDb;
import org.relais.startup.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Makes backups and tells what there is. */
@Component
public class Backups {

    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final BackupSettings settings;
    private final BackupSecret passphrase;
    private final BackupLog history;
    private final JdbcConnectionDetails database;
    private final DataDirectory directory;
    private final DatabaseSettings programs;
    private final Clock clock;

    Backups(
            BackupSettings settings,
            BackupSecret passphrase,
            BackupLog history,
            JdbcConnectionDetails database,
            DataDirectory directory,
            DatabaseSettings programs,
            Clock clock) {
        this.settings = settings;
        this.passphrase = passphrase;
        this.history = history;
        this.database = database;
        this.directory = directory;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * Makes a backup, proves it, and deletes those that are older than they are kept. It takes minutes. Whatever fails is kept and
     * told; no older one is deleted then.
     *
     * @param askedBy who wants it; null for the schedule
     * @return what became of it; empty when one is being made already
     */
    public Optional<BackupAttempt> make(String askedBy) {
        try (FileChannel file = lockFile();
                FileLock lock = tryLock(file)) {
            if (lock == null) {
                return Optional.empty();
            }
            BackupAttempt attempt = history.begin(askedBy);
            try {
                make(attempt);
            } catch (IOException | SQLException | RuntimeException | Error e) {
                BackupFailure failure = BackupFailure.of(e, settings.plan().folder());
                log.error("The backup failed: {} ({})", failure.problem().key(), failure.detail(), e);
                history.failed(attempt, failure.problem(), failure.detail());
            }
            return history.last();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At the start of a process: what another one was making when it ended is told as interrupted, and what it left is taken away. */
    void closeWhatWasCut() {
        try (FileChannel file = lockFile();
                FileLock lock = tryLock(file)) {
            if (lock != null) {
                history.closeWhatWasCut();
                tidy(settings.plan().folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next backup tries again. */
    private void tidy(Path folder) {
        try {
            EmbeddedMariaDb.discard(proof());
            if (Files.isDirectory(folder)) {
                BackupWriter.deleteDrafts(folder);
            }
        } catch (IOException | StartFailure stays) {
            log.warn("What a backup left that was cut cannot be taken away", stays);
        }
    }

    private Path proof() {
        return directory.file("proof");
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(directory.file("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException here) {
            return null;
        }
    }

    private void make(BackupAttempt attempt) throws IOException, SQLException {
        BackupPlan plan = settings.plan();
        if (plan.folder().equals(settings.usualFolder())) {
            Files.createDirectories(plan.folder());
        }
        String secret = passphrase.value();
        DatabaseAccess access =
                new DatabaseAccess(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Instant moment = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BackupWriter.Written written = new BackupWriter(access, directory).write(plan.folder(), secret, moment);
        history.wrote(attempt, written);
        log.info("The backup {} was made: {} rows", written.file(), written.rows());
        try {
            new Proof(proof(), programs.programsFor(directory)).of(written.file(), secret, written.sums());
        } catch (Proof.Differs | UnusableBackup otherwise) {
            log.error("The backup {} is not what the database was", written.file(), otherwise);
            history.failed(attempt, BackupProblem.DIFFERS, otherwise.getMessage());
            return;
        } catch (IOException | SQLException | RuntimeException impossible) {
            log.warn("The backup {} could not be proven", written.file(), impossible);
            history.failed(attempt, BackupProblem.NOT_TRIED, impossible.getMessage());
            return;
        }
        history.proven(attempt);
        log.info("The backup {} was restored and compared", written.file());
        new Retention(plan, ZoneId.systemDefault()).thin(files());
        history.tell();
    }

    /** What lies in the folder, the newest first; nothing when it is away. */
    public List<BackupFile> files() {
        Map<String, BackupAttempt> attempts = history.newest().stream()
                .filter(attempt -> attempt.file() != null)
                .collect(Collectors.toMap(BackupAttempt::file, Function.identity(), (newer, older) -> newer));
        Path folder = settings.plan().folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.flatMap(path -> file(path, attempts).stream())
                    .sorted(Comparator.comparing(BackupFile::moment).reversed())
                    .toList();
        } catch (IOException e) {
            log.debug("The folder of backups cannot be read", e);
            return List.of();
        }
    }

    private static Optional<BackupFile> file(Path path, Map<String, BackupAttempt> attempts) {
        String name = path.getFileName().toString();
        return BackupName.moment(name)
                .map(moment -> new BackupFile(name, moment, path.toFile().length(), attempts.get(name)));
    }

    /** The path of a backup in the folder; empty when there is none of this name. */
    public Optional<Path> find(String name) {
        return files().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .map(file -> settings.plan().folder().resolve(file.name()));
    }

    /** How things stand with backups. */
    public BackupStanding standing() {
        return new BackupStanding(
                history.last().orElse(null), history.lastProven().orElse(null), settings.onTheSameDisk());
    }
}
