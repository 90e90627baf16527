package org.relais.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.demo.DemoNetwork;
import org.relais.sync.Engine;
import org.relais.sync.MortalSite;
import org.springframework.util.FileSystemUtils;

/** Plays days on which a site is killed, each with a network, a disk and a database of its own that waits for the disk. */
final class DeadlySoak {

    private static final String OUTCOMES = "select outcome, count(*) from sync_run group by outcome";
    private static final String ENDED =
            "select concat(trigger_key, ' ', outcome) from sync_run where outcome <> 'running' order by id";

    private final Base base;

    DeadlySoak(Base base) {
        this.base = base;
    }

    Verdict play(DeadlySchedule schedule) {
        long begun = System.nanoTime();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> outcomes = new HashMap<>();
        Model model = new Model(base);
        Path directory = Engine.newDirectory();
        Optional<LoopDisk> disk = LoopDisk.in(directory);
        try (DemoNetwork network = LineSoak.network(schedule.number());
                MortalSite site =
                        site(network, disk.map(LoopDisk::path).orElse(directory), directory.resolve("process.log"));
                DeadlyPlay play = new DeadlyPlay(schedule, network, site, disk, base, model)) {
            // The tables were laid there by a copy, which nobody synced.
            disk.ifPresent(LoopDisk::sync);
            play.play();
            wrong.addAll(check(site, play.door(), model, network));
            site.database().sql(OUTCOMES).query(row -> {
                outcomes.put(row.getString(1), row.getInt(2));
            });
            schedule.strikes().forEach(strike -> outcomes.merge(strike.blow().toString(), 1, Integer::sum));
        } catch (RuntimeException | IOException | InterruptedException e) {
            wrong.add(Told.of(e));
        }
        disk.ifPresent(LoopDisk::close);
        if (wrong.isEmpty()) {
            delete(directory);
        } else {
            wrong.add("what it left is in " + directory);
        }
        return new Verdict(schedule, outcomes, wrong, Duration.ofNanos(System.nanoTime() - begun));
    }

    private static MortalSite site(DemoNetwork network, Path directory, Path log) throws IOException {
        return MortalSite.alone(
                network,
                Files.createDirectories(directory.resolve("site")),
                log,
                SoakProgram.class,
                "--relais.central.first-pause=10ms",
                "--relais.central.idle-timeout=1500ms",
                "--relais.sync.wait-for-line=0s",
                "--logging.level.root=warn");
    }

    private static List<String> check(MortalSite site, DoorOfAMortal door, Model model, DemoNetwork network) {
        Checker checker = new Checker(site.database());
        List<String> wrong = new ArrayList<>(checker.check(model, network));
        wrong.addAll(checker.locks(site.transaction()));
        wrong.addAll(takenUp(site));
        List<String> tables = Arrays.asList(door.ordered("tables").split(" "));
        Map<String, List<String>> kept = checker.rows(tables);
        door.ordered("rebuild");
        wrong.addAll(checker.projections(kept, checker.rows(tables)));
        return wrong;
    }

    /** What was cut was taken up without a person. */
    private static List<String> takenUp(MortalSite site) {
        List<String> runs = site.database().sql(ENDED).query(String.class).list();
        List<String> wrong = new ArrayList<>();
        for (int at = 0; at < runs.size(); at++) {
            boolean cut = runs.get(at).endsWith(" interrupted");
            if (cut && (at + 1 == runs.size() || !runs.get(at + 1).startsWith("recovery "))) {
                wrong.add("run " + (at + 1) + " was cut and not taken up: " + runs);
            }
        }
        return wrong;
    }

    private static void delete(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
