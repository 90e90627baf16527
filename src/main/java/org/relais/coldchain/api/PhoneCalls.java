package org.relais.coldchain.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.relais.coldchain.Phone;
import org.relais.coldchain.PhoneBatches;
import org.relais.coldchain.PhoneCall;
import org.relais.coldchain.Phones;
import org.relais.coldchain.Sent;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.people.ProgramDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What phones with mSupply Cold Chain call (coldchain.md). They take any 2xx for a batch that was taken, and send it again after
 * anything else, for ever: so whatever can be read is accepted, and only what cannot be read, or not be kept now, is not.
 */
@RestController
class PhoneCalls {

    private static final Logger log = LoggerFactory.getLogger(PhoneCalls.class);

    /** The app's connection test takes nothing else for a yes. */
    private static final String WELCOME = "{ \"success\": true }";

    private final PhoneSignIn signIn;
    private final PhoneSessions sessions;
    private final PhoneBatches batches;
    private final Phones phones;
    private final DatabaseWatch watch;

    PhoneCalls(PhoneSignIn signIn, PhoneSessions sessions, PhoneBatches batches, Phones phones, DatabaseWatch watch) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.batches = batches;
        this.phones = phones;
        this.watch = watch;
    }

    @PostMapping(PhoneInterface.LOGIN)
    ResponseEntity<String> login(HttpServletRequest request) throws IOException {
        LoginBody body = LoginBody.read(request.getInputStream());
        PhoneSignIn.Admitted admitted = signIn.signIn(body.username(), body.password(), new ProgramDetails(request));
        phones.seen(admitted.phone());
        String token = sessions.begin(admitted.phone(), admitted.person());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.SET_COOKIE, PhoneCookie.of(token, request.isSecure()))
                .body(WELCOME);
    }

    @PutMapping(PhoneInterface.SENSOR)
    ResponseEntity<String> sensors(SignedInPhone caller, HttpServletRequest request) throws IOException {
        return take(caller.getPrincipal(), PhoneCall.SENSOR, request);
    }

    @PutMapping(PhoneInterface.BREACH)
    ResponseEntity<String> breaches(SignedInPhone caller, HttpServletRequest request) throws IOException {
        return take(caller.getPrincipal(), PhoneCall.BREACH, request);
    }

    @PutMapping(PhoneInterface.READING)
    ResponseEntity<String> readings(SignedInPhone caller, HttpServletRequest request) throws IOException {
        return take(caller.getPrincipal(), PhoneCall.READING, request);
    }

    private ResponseEntity<String> take(Phone phone, PhoneCall call, HttpServletRequest request) throws IOException {
        List<Sent> rows = BatchReader.read(call, request.getInputStream());
        // A phone whose queue names rows that are gone asks this without a pause.
        String answers = rows.isEmpty() ? "[]" : BatchAnswer.of(batches.take(phone, call, rows));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answers);
    }

    /** The phone keeps what it has and comes again. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> notNow(RuntimeException trouble, HttpServletRequest request) {
        if (watch.behind(trouble) == DatabaseCondition.ANSWERS) {
            log.error("A phone's {} met the database's failure", request.getRequestURI(), trouble);
        } else {
            log.debug("A phone's {} met the database's failure", request.getRequestURI(), trouble);
        }
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer: send it again");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(UnreadableBody unreadable, HttpServletRequest request) {
        log.info("A phone's {} cannot be read: {}", request.getRequestURI(), unreadable.getMessage());
        return problem(HttpStatus.BAD_REQUEST, unreadable.getMessage());
    }

    /** In English: the app shows none of it, whoever looks for a fault does. */
    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String why) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(status, why));
    }
}
