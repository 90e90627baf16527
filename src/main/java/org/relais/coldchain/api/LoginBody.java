package org.relais.coldchain.api;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a phone signs in with.
 *
 * @param username as the person typed it
 * @param password as the person typed it
 */
record LoginBody(String username, String password) {

    private static final int LARGEST = 16 * 1024;

    /** @throws UnreadableBody when it is no object with these two texts */
    static LoginBody read(InputStream body) throws IOException {
        JsonNode object;
        try {
            object = PhoneJson.MAPPER.readTree(body.readNBytes(LARGEST));
        } catch (JacksonException broken) {
            throw new UnreadableBody("A sign-in is a JSON object: " + broken.getOriginalMessage(), broken);
        }
        JsonNode username = object.path("username");
        JsonNode password = object.path("password");
        if (!username.isString() || !password.isString()) {
            throw new UnreadableBody("A sign-in has the texts username and password", null);
        }
        return new LoginBody(username.asString(), password.asString());
    }
}
