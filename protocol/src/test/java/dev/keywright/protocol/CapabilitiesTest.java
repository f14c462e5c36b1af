package dev.keywright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keywright.protocol.Capabilities.Capability;
import dev.keywright.protocol.Capabilities.People;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Capabilities as the scope that introspection answers. */
class CapabilitiesTest {
    @Test
    void everyCapabilityIsWrittenInTheRecordedOrder() {
        assertThat(Capabilities.all().scope())
                .isEqualTo("read_content insert_content update_content read_comments insert_comments"
                        + " read_user_with_email read_user_without_email");
    }

    @ParameterizedTest(name = "people {0}: \"{1}\"")
    @CsvSource({
        "NONE, ''",
        "WITHOUT_EMAIL, read_user_without_email",
        "WITH_EMAIL, read_user_with_email read_user_without_email",
    })
    void withEmailListsBothUserScopes(People people, String scope) {
        assertThat(new Capabilities(Set.of(), people).scope()).isEqualTo(scope);
    }

    @ParameterizedTest
    @EnumSource(People.class)
    void everyMixIsReadAsItWasWritten(People people) {
        Capability[] all = Capability.values();
        for (int mix = 0; mix < 1 << all.length; mix++) {
            Set<Capability> granted = EnumSet.noneOf(Capability.class);
            for (int i = 0; i < all.length; i++) {
                if ((mix >> i & 1) == 1) {
                    granted.add(all[i]);
                }
            }
            Capabilities written = new Capabilities(granted, people);

            assertThat(Capabilities.ofScope(written.scope())).isEqualTo(written);
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource({"read_everything", "read_content  insert_content", "' '"})
    void anotherNameIsRefused(String scope) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Capabilities.ofScope(scope));
    }
}
