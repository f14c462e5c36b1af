package dev.keywright.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keywright.testkit.Connection;
import dev.keywright.testkit.Emulator;
import dev.keywright.testkit.EmulatorExtension;
import dev.keywright.testkit.EmulatorSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsIT {
    // guide: register
    @RegisterExtension
    static final EmulatorExtension EMULATOR = new EmulatorExtension(
            EmulatorSettings.defaults().world("worlds/team.yaml").seed(42));
    // end

    @Test
    void theWorldIsTheGivenOne(Emulator emulator) {
        assertThat(emulator.world().connection("Invoices").redirectUris()).isNotEmpty();
    }

    // guide: hand
    @Test
    void byHand() {
        EmulatorSettings settings = EmulatorSettings.defaults().autoApprove(true);
        try (Emulator emulator = Emulator.start(settings)) {
            Connection connection = emulator.world().connection("Meeting Notes");
            assertThat(emulator.authorize(connection).code()).isNotEmpty();
        }
    }
    // end
}
