package org.relais.locations;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads locations and their types from the record store. */
@Component
class LocationRows {

    /** Volumes with every digit that the record has. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String SELECT = """
            select v.id, v.store_id, v.code, v.description, v.type_id, v.on_hold, r.data,
                t.description as type_name, t.temperature_min, t.temperature_max, o.id is not null as waiting
            from location_view v
            join record r on r.type = 'Location' and r.id = v.id
            left join location_type_view t on t.id = v.type_id
            left join outbox o on o.type = 'Location' and o.id = v.id
            """;

    private static final String MATCHING = """
             where v.store_id = :store
                and (v.code collate utf8mb4_unicode_ci like :pattern escape '!'
                    or v.description collate utf8mb4_unicode_ci like :pattern escape '!')
            """;

    private final JdbcClient jdbc;

    LocationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Location> list(LocationQuery query, int offset, int limit) {
        String direction = query.descending() ? " desc" : " asc";
        return jdbc.sql(SELECT + MATCHING + "order by " + query.order().expression() + direction
                        + ", v.code collate utf8mb4_unicode_ci, v.id limit :limit offset :offset")
                .param("store", query.storeId())
                .param("pattern", query.pattern())
                .param("limit", limit)
                .param("offset", offset)
                .query(LocationRows::location)
                .list();
    }

    int count(LocationQuery query) {
        return jdbc.sql("select count(*) from location_view v" + MATCHING)
                .param("store", query.storeId())
                .param("pattern", query.pattern())
                .query(Integer.class)
                .single();
    }

    Optional<Location> find(String id) {
        return jdbc.sql(SELECT + " where v.id = ?")
                .param(id)
                .query(LocationRows::location)
                .optional();
    }

    /** Whether a code stands for another location of the store, in upper or lower case. */
    boolean codeIsTaken(String storeId, String code, String ownId) {
        return jdbc.sql("""
                        select count(*) from location_view
                        where store_id = :store and lower(code) = lower(:code) and id <> coalesce(:own, '')
                        """)
                        .param("store", storeId)
                        .param("code", code)
                        .param("own", ownId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    List<LocationType> types() {
        return jdbc.sql("""
                        select id as type_id, description as type_name, temperature_min, temperature_max
                        from location_type_view order by description collate utf8mb4_unicode_ci, id
                        """).query(LocationRows::type).list();
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        String record = row.getString("data");
        return new Location(
                row.getString("id"),
                row.getString("store_id"),
                row.getString("code"),
                row.getString("description"),
                row.getString("type_name") == null ? null : type(row, number),
                row.getString("type_id"),
                volume(JSON.readTree(record)),
                row.getBoolean("on_hold"),
                row.getBoolean("waiting"),
                record);
    }

    private static BigDecimal volume(JsonNode record) {
        JsonNode volume = record.path("Volume");
        return volume.isNumber() ? volume.decimalValue() : BigDecimal.ZERO;
    }

    private static LocationType type(ResultSet row, int number) throws SQLException {
        return new LocationType(
                row.getString("type_id"),
                row.getString("type_name"),
                row.getBigDecimal("temperature_min"),
                row.getBigDecimal("temperature_max"));
    }
}
