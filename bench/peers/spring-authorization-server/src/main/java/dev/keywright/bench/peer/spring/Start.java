package dev.keywright.bench.peer.spring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** Puts authorizations into the store when asked to, and says that the server is ready. */
@Component
class Start implements ApplicationRunner {
    private final ServletWebServerApplicationContext context;
    private final RegisteredClientRepository clients;
    private final OAuth2AuthorizationService authorizations;
    private final String client;
    private final int count;
    private final String file;

    Start(
            ServletWebServerApplicationContext context,
            RegisteredClientRepository clients,
            OAuth2AuthorizationService authorizations,
            @Value("${client}") String client,
            @Value("${authorizations:0}") int count,
            @Value("${tokens:}") String file) {
        this.context = context;
        this.clients = clients;
        this.authorizations = authorizations;
        this.client = client;
        this.count = count;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (!file.isEmpty()) {
            Files.write(Path.of(file), seeded());
        }
        System.out.println("Spring Authorization Server is ready on http://127.0.0.1:"
                + context.getWebServer().getPort());
    }

    private List<String> seeded() {
        Authorizations maker = new Authorizations(clients.findByClientId(client));
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OAuth2Authorization authorization = maker.make(i);
            authorizations.save(authorization);
            tokens.add(authorization.getAccessToken().getToken().getTokenValue() + " "
                    + authorization.getRefreshToken().getToken().getTokenValue());
        }
        return tokens;
    }
}
