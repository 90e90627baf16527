package org.relais.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.relais.database.DataDirectory;
import org.relais.settings.Settings;
import org.relais.startup.WrongSetting;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** What was chosen of backups, or else is usual. What the configuration names is chosen at every start. */
@Component
public class BackupSettings implements InitializingBean {

    /** The time of day. */
    public static final String TIME = "relais.backup.time";

    /** The folder. */
    public static final String FOLDER = "relais.backup.folder";

    /** Of how many days one is kept. */
    public static final String DAILY = "relais.backup.keep-daily";

    /** Of how many weeks one is kept. */
    public static final String WEEKLY = "relais.backup.keep-weekly";

    /** The most days of which a backup is kept. */
    public static final int MOST_DAILY = 366;

    /** The most weeks of which a backup is kept. */
    public static final int MOST_WEEKLY = 520;

    private static final LocalTime USUAL_TIME = LocalTime.of(2, 0);
    private static final int USUAL_DAILY = 7;
    private static final int USUAL_WEEKLY = 4;
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private final Settings settings;
    private final DataDirectory directory;

    BackupSettings(Settings settings, DataDirectory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    /**
     * Before anything asks.
     *
     * @throws WrongSetting when the configuration names what cannot be
     */
    @Override
    public void afterPropertiesSet() {
        configured(TIME, BackupSettings::time, "must be a time of day such as 02:00");
        configured(FOLDER, BackupSettings::folder, "must be a folder's whole path, such as /srv/backups");
        configured(DAILY, text -> number(text, 1, MOST_DAILY), "must be a number of days from 1 to " + MOST_DAILY);
        configured(WEEKLY, text -> number(text, 0, MOST_WEEKLY), "must be a number of weeks from 0 to " + MOST_WEEKLY);
    }

    /** What holds now. */
    public BackupPlan plan() {
        return new BackupPlan(
                settings.find(TIME).flatMap(BackupSettings::time).orElse(USUAL_TIME),
                settings.find(FOLDER).flatMap(BackupSettings::folder).orElse(usualFolder()),
                settings.find(DAILY)
                        .flatMap(text -> number(text, 1, MOST_DAILY))
                        .orElse(USUAL_DAILY),
                settings.find(WEEKLY)
                        .flatMap(text -> number(text, 0, MOST_WEEKLY))
                        .orElse(USUAL_WEEKLY));
    }

    /** The folder that is used while none is chosen: in the data directory, so on the very disk that may be lost. */
    public Path usualFolder() {
        return directory.file("backups");
    }

    /** Whether backups lie on the disk that they are to outlive. */
    public boolean onTheSameDisk() {
        Path folder = plan().folder();
        try {
            return Files.exists(folder)
                    ? Files.getFileStore(folder).equals(Files.getFileStore(directory.path()))
                    : folder.equals(usualFolder());
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Keeps what a person chose.
     *
     * @throws Invalid with {@link PlanProblem}s; nothing is changed then
     */
    public void choose(BackupPlan plan) {
        Set<PlanProblem> problems = EnumSet.noneOf(PlanProblem.class);
        if (!plan.folder().equals(usualFolder())) {
            if (!Files.isDirectory(plan.folder())) {
                problems.add(PlanProblem.FOLDER_AWAY);
            } else if (!Files.isWritable(plan.folder())) {
                problems.add(PlanProblem.FOLDER_NOT_WRITABLE);
            }
        }
        if (plan.daily() < 1 || plan.daily() > MOST_DAILY) {
            problems.add(PlanProblem.DAILY);
        }
        if (plan.weekly() < 0 || plan.weekly() > MOST_WEEKLY) {
            problems.add(PlanProblem.WEEKLY);
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        settings.choose(TIME, FORM.format(plan.time()));
        settings.choose(FOLDER, plan.folder().toString());
        settings.choose(DAILY, Integer.toString(plan.daily()));
        settings.choose(WEEKLY, Integer.toString(plan.weekly()));
    }

    private void configured(String name, Function<String, Optional<?>> reading, String allowed) {
        settings.configured(name).ifPresent(value -> {
            if (reading.apply(value).isEmpty()) {
                throw new WrongSetting(name, value, allowed);
            }
            settings.choose(name, value.strip());
        });
    }

    /** A time of day, as {@code 02:00}; empty for what is none. */
    public static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip(), FORM));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** A folder's whole path; empty for what is none. */
    public static Optional<Path> folder(String text) {
        try {
            return Optional.of(Path.of(text.strip())).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return Optional.of(text.strip())
                .filter(digits -> digits.matches("\\d{1,3}"))
                .map(Integer::valueOf)
                .filter(number -> number >= least && number <= most);
    }
}
