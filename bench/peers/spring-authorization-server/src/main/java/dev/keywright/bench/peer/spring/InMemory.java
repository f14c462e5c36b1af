package dev.keywright.bench.peer.spring;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;

/** The store when no database is named: the one that the framework brings, or ours with an index. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "database", matchIfMissing = true, havingValue = "none")
class InMemory {
    @Bean
    OAuth2AuthorizationService authorizations(@Value("${indexed:false}") boolean indexed) {
        return indexed ? new IndexedInMemory() : new InMemoryOAuth2AuthorizationService();
    }
}
