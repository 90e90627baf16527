package org.relais.monitoring;

import org.relais.database.DataDisk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The health component {@code diskSpace}, of the data directory's disk: down while there is still room for what the database
 * does next, so that somebody makes more before it stops. Spring Boot's own looks at the working directory.
 */
@Component("diskSpaceHealthIndicator")
class DiskHealth implements HealthIndicator {

    private final DataDisk disk;
    private final DataSize threshold;

    DiskHealth(DataDisk disk, @Value("${management.health.diskspace.threshold:100MB}") DataSize threshold) {
        this.disk = disk;
        this.threshold = threshold;
    }

    @Override
    public Health health() {
        long free = disk.free();
        DataDisk.Condition condition = disk.condition();
        boolean fine = condition == DataDisk.Condition.FINE && free >= threshold.toBytes();
        return (fine ? Health.up() : Health.down())
                .withDetail("total", disk.total())
                .withDetail("free", free)
                .withDetail("threshold", threshold.toBytes())
                .withDetail("writable", condition != DataDisk.Condition.NOT_WRITABLE)
                .build();
    }
}
