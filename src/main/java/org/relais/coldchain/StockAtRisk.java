package org.relais.coldchain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stock that stands at a location at this moment, and would suffer where it is too warm or too cold. */
@Component
public class StockAtRisk {

    private final JdbcClient jdbc;

    StockAtRisk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The lines of which something is left, by item, those that expire first in front.
     *
     * @param locationId null for no location, where nothing stands
     */
    public List<StockLine> at(String locationId) {
        return locationId == null
                ? List.of()
                : jdbc.sql("""
                        select l.id, i.name, l.batch, l.expiry, l.packs, l.pack_size from stock_line l
                        left join stock_item i on i.id = l.item_id where l.location_id = ? and l.packs > 0
                        order by i.name, l.expiry is null, l.expiry, l.batch, l.id
                        """).param(locationId).query(StockAtRisk::line).list();
    }

    private static StockLine line(ResultSet row, int rowNumber) throws SQLException {
        return new StockLine(
                row.getString(1),
                Objects.requireNonNullElse(row.getString(2), ""),
                Objects.requireNonNullElse(row.getString(3), ""),
                day(row.getString(4)),
                BreachRow.degrees(row.getDouble(5)),
                BreachRow.degrees(row.getObject(6, Double.class)));
    }

    /** The network writes no day as 0000-00-00. */
    private static LocalDate day(String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
