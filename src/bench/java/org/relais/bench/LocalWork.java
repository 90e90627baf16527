package org.relais.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.relais.catalogue.RecordKey;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.relais.record.OwnStores;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A day's work of many people at once: changes made through the site's one door for them, on its own database. Half of them
 * are stock lines, invoices and invoice lines for the mSupply central server, half messages for the Open one.
 *
 * @param changes how many
 * @param took from the first to the last
 */
record LocalWork(int changes, Duration took) {

    private static final int AT_ONCE = 200;
    /** What a site gets of these types is its own. */
    private static final String OWN = """
            select type, id, data from record
            where type in ('item_line', 'transact', 'trans_line') and deleted_at is null
            order by id limit ?
            """;

    /** The rooms that the door needs. Not found by scanning, as it is no bean. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @AutoConfigurationPackage(basePackages = "org.relais")
    @ComponentScan({"org.relais.database", "org.relais.catalogue", "org.relais.record"})
    // Of the site only which stores are its own: the rest of it opens the password that belongs to the program's data
    // directory.
    @ComponentScan(
            basePackages = "org.relais.site",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = "org\\.relais\\.site\\.Stores"))
    static class Rooms {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    static LocalWork on(SiteProcess site, Path directory, int changes) {
        String[] settings = {
            "--relais.data.directory=" + directory,
            "--spring.datasource.url=" + site.databaseUrl(),
            "--spring.datasource.username=relais",
            "--spring.datasource.password=" + site.databasePassword(),
            "--logging.file.name=",
            "--logging.level.root=warn"
        };
        try (var context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(settings)) {
            var door = context.getBean(LocalChanges.class);
            List<LocalChange> records =
                    records(context.getBean(JdbcClient.class), context.getBean(OwnStores.class), changes);
            long began = System.nanoTime();
            for (int from = 0; from < records.size(); from += AT_ONCE) {
                door.saveAll(records.subList(from, Math.min(from + AT_ONCE, records.size())));
            }
            return new LocalWork(records.size(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private static List<LocalChange> records(JdbcClient jdbc, OwnStores stores, int changes) {
        List<LocalChange> records = new ArrayList<>(jdbc.sql(OWN)
                .param(changes / 2)
                // A blank more: the same text again would be no change.
                .query((row, n) ->
                        LocalChange.to(new RecordKey(row.getString(1), row.getString(2)), row.getString(3) + " "))
                .list());
        String store = stores.ids().iterator().next();
        while (records.size() < changes) {
            records.add(message(UUID.randomUUID().toString(), store));
        }
        return records;
    }

    private static LocalChange message(String id, String store) {
        return LocalChange.to(new RecordKey("contact_form", id), """
                {"id":"%s","reply_email":"pharmacie@example.org","body":"La livraison du mois n'est pas arrivée.",\
                "created_datetime":"%s","user_id":"admin","username":"admin","store_id":"%s","contact_type":"SUPPORT"}\
                """.formatted(
                        id, Instant.now().toString().replaceFirst("(\\.\\d+)?Z$", ""), store));
    }
}
