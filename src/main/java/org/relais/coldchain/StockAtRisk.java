package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireDates;
import org.relais.record.RecordStore;
import org.relais.record.projection.RecordReferences;
import org.springframework.stereotype.Component;

/**
 * The stock that stands at a location at this moment, and would suffer where it is too warm or too cold. It is read from the records
 * themselves: which ones name a location is known anyway, and a typed table of all stock would be filled by every synchronisation for
 * the few lines that somebody looks at.
 */
@Component
public class StockAtRisk {

    private static final String LINE = "item_line";
    private static final String ITEM = "item";
    private static final String LOCATION = "Location";

    private static final Comparator<StockLine> BY_ITEM = Comparator.comparing(StockLine::item)
            .thenComparing(StockLine::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StockLine::batch)
            .thenComparing(StockLine::id);

    private final RecordReferences references;
    private final RecordStore records;

    StockAtRisk(RecordReferences references, RecordStore records) {
        this.references = references;
        this.records = records;
    }

    /**
     * The lines of which something is left, by item, those that expire first in front.
     *
     * @param locationId null for no location, where nothing stands
     */
    public List<StockLine> at(String locationId) {
        if (locationId == null) {
            return List.of();
        }
        Map<String, String> names = new HashMap<>();
        return records.texts(LINE, references.of(LINE, new RecordKey(LOCATION, locationId))).entrySet().stream()
                .flatMap(text -> line(text.getKey(), new RecordText(Optional.of(text.getValue())), names).stream())
                .sorted(BY_ITEM)
                .toList();
    }

    private Optional<StockLine> line(String id, RecordText line, Map<String, String> names) {
        return line.number("quantity")
                .filter(packs -> packs.signum() > 0)
                .map(packs -> new StockLine(
                        id,
                        names.computeIfAbsent(line.value("item_ID"), this::name),
                        line.value("batch"),
                        day(line.value("expiry_date")),
                        packs,
                        line.number("pack_size")
                                .map(BigDecimal::stripTrailingZeros)
                                .orElse(null)));
    }

    private String name(String itemId) {
        String current = records.current(new RecordKey(ITEM, itemId));
        return records.json(new RecordKey(ITEM, current))
                .map(item -> new RecordText(Optional.of(item)).value("item_name"))
                .orElse("");
    }

    /** The network writes no day as 0000-00-00. */
    private static LocalDate day(String text) {
        try {
            return WireDates.isDayOrMore(text) ? LocalDate.parse(WireDates.day(text)) : null;
        } catch (DateTimeException none) {
            return null;
        }
    }
}
