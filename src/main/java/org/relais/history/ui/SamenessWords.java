package org.relais.history.ui;

import java.util.StringJoiner;
import java.util.function.ToLongFunction;
import org.relais.language.Phrases;
import org.relais.record.Sameness;
import org.relais.record.TableSameness;

/**
 * What is said about a comparison in one language. The figures of the sentence add up to its first one.
 *
 * @param found what was found
 * @param phrases the language
 */
record SamenessWords(Sameness found, Phrases phrases) {

    /** "25,000 announced, 24,985 here, 15 set aside: the same". */
    String sentence() {
        StringJoiner figures = new StringJoiner(", ");
        figures.add(phrases.text("sameness.announced", found.sum(TableSameness::announced)));
        figures.add(phrases.text("sameness.here", found.sum(TableSameness::here)));
        add("aside", TableSameness::setAside, figures);
        add("deleted", TableSameness::deleted, figures);
        add("merged", TableSameness::merged, figures);
        add("repeated", TableSameness::repeated, figures);
        add("waiting", TableSameness::waiting, figures);
        add("missing", TableSameness::missing, figures);
        return phrases.text("sameness.sentence", figures.toString(), phrases.text("sameness.verdict." + verdict()));
    }

    /** What the verdict means, and what to do where it is not good. */
    String hint() {
        return phrases.text("sameness.hint." + verdict());
    }

    private String verdict() {
        if (found.isSame()) {
            return "same";
        }
        return found.sum(TableSameness::missing) > 0 ? "missing" : "waiting";
    }

    private void add(String key, ToLongFunction<TableSameness> figure, StringJoiner figures) {
        long sum = found.sum(figure);
        if (sum > 0) {
            figures.add(phrases.text("sameness." + key, sum));
        }
    }

    /** All digests, a line each, to be put beside those of another site. */
    String report() {
        StringBuilder lines = new StringBuilder();
        lines.append(phrases.text("sameness.digest"))
                .append('\t')
                .append(found.sum(TableSameness::stored))
                .append('\t')
                .append(found.digest());
        found.tables().stream().filter(table -> table.stored() > 0).forEach(table -> lines.append('\n')
                .append(table.table())
                .append('\t')
                .append(table.stored())
                .append('\t')
                .append(table.digest()));
        return lines.toString();
    }
}
