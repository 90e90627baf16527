package org.relais.backup.ui;

import java.time.Instant;
import org.relais.backup.BackupAttempt;
import org.relais.backup.BackupProblem;
import org.relais.backup.BackupStanding;
import org.relais.components.Glyph;
import org.relais.language.Phrases;

/**
 * How things stand with backups, for people.
 *
 * @param text in one sentence
 * @param advice why, and what to do; null when there is nothing more to say
 * @param glyph shown beside it
 * @param tone {@code good}, {@code calm}, {@code warn} or {@code bad}
 */
record BackupWords(String text, String advice, Glyph glyph, String tone) {

    private static final long KILO = 1000;
    private static final long MEGA = 1000 * KILO;

    static BackupWords of(BackupStanding standing, Instant now, Phrases phrases) {
        BackupAttempt last = standing.last();
        if (last != null && last.goesOn()) {
            return new BackupWords(phrases.text("backup.state.going"), null, Glyph.SYNC, "calm");
        }
        return switch (standing.word(now)) {
            case NONE -> new BackupWords(phrases.text("backup.state.none"), null, Glyph.INFO, "calm");
            case GOOD ->
                new BackupWords(
                        phrases.text(
                                "backup.state.good",
                                phrases.moment(standing.lastProven().provenAt(), now)),
                        null,
                        Glyph.CHECK,
                        "good");
            case LATE ->
                new BackupWords(
                        phrases.text(
                                "backup.state.late",
                                phrases.moment(standing.lastProven().provenAt(), now)),
                        null,
                        Glyph.ALERT,
                        "warn");
            case UNPROVEN ->
                new BackupWords(
                        phrases.text("backup.state.unproven"), why(last.problem(), phrases), Glyph.ALERT, "warn");
            case FAILED ->
                new BackupWords(phrases.text("backup.state.failed"), why(last.problem(), phrases), Glyph.ALERT, "bad");
        };
    }

    private static String why(BackupProblem problem, Phrases phrases) {
        return phrases.text("backup.problem." + problem.key());
    }

    /** A file's size, in the unit in which one reads it. */
    static String size(long bytes, Phrases phrases) {
        return bytes < MEGA
                ? phrases.text("backup.size.kilo", phrases.number(Math.max(1, bytes / KILO)))
                : phrases.text("backup.size.mega", phrases.number(bytes / MEGA));
    }
}
