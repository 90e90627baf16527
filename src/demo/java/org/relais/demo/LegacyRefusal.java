package org.relais.demo;

/** A call that the mSupply central server does not go on with. */
final class LegacyRefusal extends RuntimeException {
    private final Answer answer;

    LegacyRefusal(int status, String code, String data) {
        super(code);
        answer = LegacyServer.error(status, code, data);
    }

    Answer answer() {
        return answer;
    }
}
