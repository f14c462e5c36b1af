package dev.keywright.bench.peer.spring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;

/** The store when no database is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "database", matchIfMissing = true, havingValue = "none")
class InMemory {
    @Bean
    OAuth2AuthorizationService authorizations() {
        return new IndexedInMemory();
    }
}
