package dev.keywright.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.protocol.BotId;
import dev.keywright.protocol.ClientId;
import dev.keywright.protocol.PersonId;
import dev.keywright.server.authorization.EndReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide says about the audit log is what is in it: every event, and of each every field. */
class AuditLogDocumentationTest {
    private static final UUID ID = UUID.fromString("e202e8c9-0990-40af-855f-ff8f872b1ec6");
    private static final ClientId CLIENT = new ClientId(ID);
    private static final PersonId PERSON = new PersonId(ID);
    private static final BotId BOT = new BotId(ID);

    private static Stream<AuditEvent> events() {
        return Stream.of(
                new AuditEvent.Consented("ref", CLIENT, BOT),
                new AuditEvent.Redeemed("ref", CLIENT, BOT),
                new AuditEvent.Refreshed("ref", CLIENT, 2, false),
                new AuditEvent.Ended("ref", CLIENT, EndReason.REVOKED),
                new AuditEvent.ForeignCredential("ref", CLIENT, CLIENT),
                new AuditEvent.GenerationAhead("ref", CLIENT, 3, 2),
                new AuditEvent.Refused("/v1/oauth/token", Optional.empty(), "invalid_client", "why"),
                new AuditEvent.SignedIn(PERSON),
                new AuditEvent.SignInRefused(Optional.of(PERSON)),
                new AuditEvent.Administered(PERSON, "person_added", "whom"),
                new AuditEvent.NothingToRevoke(CLIENT),
                new AuditEvent.ConnectionChanged(CLIENT, PERSON, "disabled"),
                new AuditEvent.InstallationChanged(BOT, CLIENT, PERSON, "disconnected"));
    }

    private static List<String> guide() throws IOException {
        return Files.readAllLines(Path.of("../docs/operating.md"));
    }

    @Test
    void everyEventThereIsIsTestedHere() {
        assertThat(events().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(
                        Arrays.stream(AuditEvent.class.getPermittedSubclasses()).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventHasItsRowWithItsFieldsInTheirOrder(AuditEvent event) throws Exception {
        AuditEntry entry = AuditEntry.of(event);
        String fields =
                entry.fields().stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));

        assertThat(guide())
                .filteredOn(line -> line.startsWith("| `" + entry.event() + "` |"))
                .singleElement()
                .asString()
                .endsWith("| " + fields + " |");
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void everyReasonForAnEndHasItsRow(EndReason why) throws Exception {
        assertThat(guide()).anyMatch(line -> line.startsWith("| `" + why + "` | " + why.sentence()));
    }
}
