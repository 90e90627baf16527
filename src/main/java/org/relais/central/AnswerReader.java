package org.relais.central;

import java.io.IOException;

/** Reads one answer, of whatever status, and makes of it what the caller wants or throws what it means. */
@FunctionalInterface
interface AnswerReader<T> {

    /**
     * @throws UnexpectedAnswer when it is not what the protocol says
     * @throws IOException when the connection or the compression broke
     */
    T read(Answer answer) throws IOException;
}
