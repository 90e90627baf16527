package org.relais.api;

import java.security.Principal;
import java.util.List;
import org.relais.sync.RunStatus;
import org.relais.sync.SyncStatus;
import org.relais.sync.Synchroniser;
import org.relais.sync.Trigger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Synchronisation for programs: how it stands, start, stop, history. */
@RestController
@RequestMapping("/api/v1/sync")
class SyncController {

    private static final int MOST_RUNS = 500;

    private final Synchroniser synchroniser;
    private final Wording wording;

    SyncController(Synchroniser synchroniser, Wording wording) {
        this.synchroniser = synchroniser;
        this.wording = wording;
    }

    @GetMapping
    SyncBody status(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        return wording.status(synchroniser.status(), wording.language(language));
    }

    /** Starts a run; answers with the running one if there is one. */
    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunBody start(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language, Principal user) {
        RunStatus run = synchroniser.start(Trigger.API, user == null ? null : user.getName());
        return wording.run(run, wording.language(language));
    }

    /** Asks the run that is going on to stop at its next batch. */
    @DeleteMapping("/runs/current")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunBody cancel(@RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        SyncStatus before = synchroniser.status();
        if (before.current() == null || !synchroniser.cancel()) {
            throw new Problem(HttpStatus.NOT_FOUND, "No synchronisation is running");
        }
        RunStatus run = synchroniser.run(before.current().id()).orElse(before.current());
        return wording.run(run, wording.language(language));
    }

    /** The last runs, the newest first. */
    @GetMapping("/runs")
    List<RunBody> runs(
            @RequestParam(defaultValue = "20") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        if (limit < 1 || limit > MOST_RUNS) {
            throw new Problem(HttpStatus.BAD_REQUEST, "limit must be a whole number from 1 to " + MOST_RUNS);
        }
        return synchroniser.runs(limit).stream()
                .map(run -> wording.run(run, wording.language(language)))
                .toList();
    }
}
