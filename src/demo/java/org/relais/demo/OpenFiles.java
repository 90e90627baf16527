package org.relais.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.demo.district.Bytes;

/** The files of the Open mSupply central server: what sites upload, and a notice for every one that it refers to. */
final class OpenFiles {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;
    private static final byte[] NOTICE = """
            Notice du réfrigérateur solaire · Manual del refrigerador solar (2026)
            """.getBytes(StandardCharsets.UTF_8);

    private final Network network;
    private final OpenAccess access;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    OpenFiles(Network network, OpenAccess access) {
        this.network = network;
        this.access = access;
    }

    Answer download(Json.Fields body) {
        String id = body.text("id");
        body.text("tableName");
        body.text("recordId");
        try {
            access.site(body);
        } catch (OpenRefusal e) {
            return Answer.text(500, e.getMessage());
        }
        Optional<Json.Fields> reference =
                network.open().find(new RecordKey("sync_file_reference", id)).map(change -> Json.object(change.data()));
        boolean generated =
                reference.isPresent() && reference.get().text("file_name").equals("notice.txt");
        byte[] content = generated ? NOTICE : files.get(id);
        if (content == null || reference.isEmpty()) {
            return Answer.text(500, "{\n  \"otherServerError\": \"File not found\"\n}");
        }
        return Answer.text(200, "")
                .body(new Bytes(content.length).append(content))
                .header(
                        "Content-Disposition",
                        "inline; filename=" + JsonCopy.quoted(reference.get().text("file_name")));
    }

    Answer upload(Request request) throws IOException {
        Map<String, byte[]> parts = Multipart.read(request.header("content-type"), request.body(LARGEST_BODY));
        try {
            Json.Fields json = Json.object(parts.getOrDefault("json_part", new byte[0]));
            String id = json.text("file_id");
            OpenAccess.checkVersion(json.integer("sync_v6_version", 0));
            access.checkCredentials(json.object("sync_v5_settings"));
            if (network.open().find(new RecordKey("sync_file_reference", id)).isEmpty()) {
                return OpenServer.error("{\"syncFileNotFound\":" + JsonCopy.quoted(id) + '}');
            }
            files.put(id, parts.getOrDefault("file_part", new byte[0]));
            return Answer.json("{\"data\":null}").compressed(true);
        } catch (Json.Malformed e) {
            return Answer.text(400, "Json deserialize error: " + e.getMessage());
        } catch (OpenRefusal e) {
            return OpenServer.error(e.getMessage());
        }
    }
}
