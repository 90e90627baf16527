package org.relais.coldchain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The phones that send to this site: when each was here last, and through which of them a sensor was heard. */
@Component
public class Phones {

    private static final int BATCH = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Phones(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How a sensor's temperatures come here.
     *
     * @param phone the name of the account whose phone told of it last
     * @param heardAt when
     * @param phoneSeenAt when a phone with that account was here last, with or without the sensor
     */
    public record Contact(String phone, Instant heardAt, Instant phoneSeenAt) {}

    /** Notes that a phone signed in just now. */
    public void seen(Phone phone) {
        jdbc.update("""
                insert into phone (account_id, store_id, name, seen_at) values (?, ?, ?, ?)
                on duplicate key update name = value(name), seen_at = value(seen_at)
                """, phone.accountId(), phone.storeId(), phone.name(), now());
    }

    /** Notes that a phone told of these sensors just now. */
    void heard(Phone phone, Collection<String> sensors) {
        if (sensors.isEmpty()) {
            return;
        }
        Timestamp now = now();
        jdbc.batchUpdate("""
                insert into sensor_phone (sensor_id, account_id, heard_at) values (?, ?, ?)
                on duplicate key update account_id = value(account_id), heard_at = value(heard_at)
                """, sensors.stream().sorted().toList(), BATCH, (row, sensor) -> {
            row.setString(1, sensor);
            row.setString(2, phone.accountId());
            row.setTimestamp(3, now);
        });
    }

    /** Through which phone each sensor was heard last; those that no phone told of here are not in it. */
    Map<String, Contact> contacts(Collection<String> sensorIds) {
        if (sensorIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Contact> contacts = new HashMap<>();
        JdbcClient.create(jdbc).sql("""
                        select s.sensor_id, max(p.name), max(s.heard_at), max(p.seen_at) from sensor_phone s
                        join phone p on p.account_id = s.account_id where s.sensor_id in (:sensors) group by s.sensor_id
                        """).param("sensors", sensorIds).query(row -> {
            contacts.put(
                    row.getString(1),
                    new Contact(
                            row.getString(2),
                            row.getTimestamp(3).toInstant(),
                            row.getTimestamp(4).toInstant()));
        });
        return contacts;
    }

    /** Whether a phone ever signed in for a store. */
    boolean sendFor(String storeId) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select count(*) > 0 from phone where store_id = ?", Boolean.class, storeId));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
