package org.relais.sync;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SyncProperties.class, BadgeProperties.class})
class SyncConfiguration {

    /** How often processes on one database report to each other that they live, in milliseconds. */
    private static final String CHECK_IN = "5000";

    /**
     * Quartz on the application's own database, whose tables Flyway has made; shared by all processes on it. It is named after
     * the database: within a process, Quartz finds the connections of a scheduler by its name.
     */
    @Bean
    @DependsOnDatabaseInitialization
    SchedulerFactoryBeanCustomizer clusteredJobStore(
            DataSource dataSource, PlatformTransactionManager transactions, NodeName node) {
        String name = JdbcClient.create(dataSource)
                .sql("select database()")
                .query(String.class)
                .single();
        Properties quartz = new Properties();
        quartz.setProperty("org.quartz.scheduler.instanceName", name);
        quartz.setProperty("org.quartz.scheduler.instanceId", node.value());
        quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        quartz.setProperty("org.quartz.threadPool.threadCount", "2");
        quartz.setProperty("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        quartz.setProperty("org.quartz.jobStore.tablePrefix", "QRTZ_");
        quartz.setProperty("org.quartz.jobStore.isClustered", "true");
        quartz.setProperty("org.quartz.jobStore.clusterCheckinInterval", CHECK_IN);
        quartz.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return scheduler -> {
            scheduler.setSchedulerName(name);
            scheduler.setDataSource(dataSource);
            scheduler.setTransactionManager(transactions);
            scheduler.setQuartzProperties(quartz);
        };
    }
}
