package org.relais.database;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * A connection to the database on which nobody waits in vain. A time limit for every answer would have to be short for people
 * and long for the statements that move thousands of records; so whoever waits looks now and then whether the database is still
 * there, and gives up when it is not and a person waits.
 */
final class PatientSocket extends Socket {

    private static final int A_LOOK_MILLIS = 100;

    /** A machine that vanished says nothing; no single statement takes this long. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private volatile int wanted;

    /** The limit that the driver wants; 0 for none but our own. */
    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        wanted = millis;
        super.setSoTimeout(A_LOOK_MILLIS);
    }

    @Override
    public synchronized int getSoTimeout() {
        return wanted;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        super.setSoTimeout(A_LOOK_MILLIS);
        return new PatientStream(super.getInputStream());
    }

    private final class PatientStream extends FilterInputStream {

        PatientStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long began = System.nanoTime();
            while (true) {
                try {
                    return in.read(target, offset, length);
                } catch (SocketTimeoutException look) {
                    giveUpWhenInVain(Duration.ofNanos(System.nanoTime() - began));
                }
            }
        }

        private void giveUpWhenInVain(Duration waited) throws SocketTimeoutException {
            int limit = wanted;
            if (WaitingPerson.waitsInVain()
                    || waited.compareTo(LONGEST) > 0
                    || (limit > 0 && waited.toMillis() >= limit)) {
                throw new SocketTimeoutException("The database did not answer within " + waited.toMillis() + " ms");
            }
        }
    }
}
