package org.relais.site;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The table of the site's one row. */
interface SiteRepository extends JpaRepository<SiteRow, Byte> {

    @Query("select s from SiteRow s")
    Optional<SiteRow> find();

    /** Of two processes that set the site up at the same moment, the second finds that there is a row already. */
    @Modifying
    @NativeQuery("insert ignore into site (url, name, sealed_password, hardware_id, configured_at)"
            + " values (:url, :name, :password, :hardwareId, :now)")
    int make(String url, String name, String password, String hardwareId, Instant now);
}
