package org.relais.settings;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** The table of chosen values. */
interface SettingRepository extends JpaRepository<SettingRow, String> {

    @Query("select s.value from SettingRow s where s.name = :name")
    Optional<String> value(String name);

    /** Two processes may choose at the same moment, also for the first time: the later one wins. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @NativeQuery("insert into setting (name, value) values (:name, :value) on duplicate key update value = :value")
    void keep(String name, String value);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from SettingRow s where s.name = :name")
    void forget(String name);
}
