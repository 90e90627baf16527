package org.relais.run;

import java.time.Instant;
import java.util.List;
import org.relais.record.Sameness;
import org.relais.record.TableSameness;

/**
 * What was found when the store was compared with what the central servers announced, in the words that programs know. The figures
 * from {@code here} to {@code missing} add up to {@code announced}.
 *
 * @param comparedAt when
 * @param same whether all that was announced is here, set aside, or gone as was asked
 * @param announced how many the central servers sent since the store was empty
 * @param here how many of them are in the store
 * @param setAside how many could not be integrated
 * @param deleted how many were deleted since
 * @param merged how many were orders to merge, which were carried out
 * @param repeated how many were of records that came once more
 * @param waiting how many are still to be integrated
 * @param missing how many are nowhere
 * @param stored how many records are in use, those that were made on the site among them
 * @param digest of these; two sites with the same one have the same records
 * @param tables the same for each table, by name
 */
public record SamenessReport(
        Instant comparedAt,
        boolean same,
        long announced,
        long here,
        long setAside,
        long deleted,
        long merged,
        long repeated,
        long waiting,
        long missing,
        long stored,
        String digest,
        List<TableSameness> tables) {

    public SamenessReport {
        tables = List.copyOf(tables);
    }

    /** The report on what was found; null for null. */
    public static SamenessReport of(Sameness found) {
        return found == null
                ? null
                : new SamenessReport(
                        found.at(),
                        found.isSame(),
                        found.sum(TableSameness::announced),
                        found.sum(TableSameness::here),
                        found.sum(TableSameness::setAside),
                        found.sum(TableSameness::deleted),
                        found.sum(TableSameness::merged),
                        found.sum(TableSameness::repeated),
                        found.sum(TableSameness::waiting),
                        found.sum(TableSameness::missing),
                        found.sum(TableSameness::stored),
                        found.digest(),
                        found.tables());
    }
}
